"""How commands speak: JSON or text on the output, everything else on the error stream."""

from typing import Protocol

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from service.front.command_line.json_output import print_json as print_json  # noqa: PLC0414 - commands find all that speaks here
from service.front.command_line.options import Tongue

NARROWEST = 110


class Speakable(Protocol):
    """A text in both languages."""

    @property
    def vi(self) -> str: ...  # noqa: D102 - the name says it
    @property
    def en(self) -> str: ...  # noqa: D102


def console() -> Console:
    """Return a console on the output; where nobody looks at it, lines are wide enough to stay readable in a file."""
    out = Console(highlight=False)
    return out if out.is_terminal else Console(highlight=False, width=max(out.width, NARROWEST))


def say(text: str) -> None:
    """Tell the person something that is not the result."""
    typer.echo(text, err=True)


def complain(text: str) -> None:
    """Tell the person what is wrong."""
    typer.echo(f"vinmatch: {text}", err=True)


def progress_bars() -> Progress:
    """Return bars on the error stream that show how far the work is."""
    columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    return Progress(*columns, console=Console(stderr=True))


def spoken(text: Speakable, tongue: Tongue) -> str:
    """Return ``text`` in the wanted languages, once where they are the same."""
    return " / ".join(dict.fromkeys(getattr(text, language) for language in tongue.languages))
