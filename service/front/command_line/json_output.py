"""JSON as a result: the option and the printing, apart from the rest so that a command which needs no more starts fast."""

import json
from collections.abc import Mapping, Sequence
from typing import Annotated

import typer

AsJson = Annotated[bool, typer.Option("--json", help="Print JSON instead of text")]


def print_json(value: Mapping[str, object] | Sequence[object]) -> None:
    """Print a result for a program."""
    typer.echo(json.dumps(value, ensure_ascii=False, indent=2))
