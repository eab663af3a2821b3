"""The command ``vinmatch`` and how it ends: 0 done, 1 a wrong result, 2 wrong use; faults in plain words on the error stream.

A command is loaded when it is called: most need seconds of imports, some none.
"""

from importlib import import_module
from typing import Any

import typer
from typer.core import TyperGroup

# Name of the command: where it is, a function or a group of commands.
COMMANDS = {
    "demo": "demo.demo",
    "serve": "serve.serve",
    "work": "work.work",
    "migrate": "migrate.migrate",
    "backup": "backup.backup",
    "restore": "backup.restore",
    "seed": "seed.seed",
    "import": "import_people.import_people",
    "shortlist": "shortlist.shortlist",
    "explain": "explain.explain",
    "pair": "pair.pair",
    "plan": "plan.plan",
    "coverage": "coverage.coverage",
    "conflicts": "conflicts.conflicts",
    "assign": "assign.assign",
    "evaluate": "evaluate.evaluate",
    "quality": "quality.quality",
    "recall-check": "recall_check.recall_check",
    "account": "account.app",
    "audit": "audit.app",
    "doctor": "doctor.doctor",
    "erasures": "erasures.app",
    "requests": "duties.requests",
    "retention": "duties.retention",
    "incidents": "duties.incidents",
    "reviews": "duties.reviews",
}
HIDDEN = {
    "readings": "readings.readings",
    "train-readers": "train_readers.train_readers",
    "train-space": "train_space.train_space",
}


class Commands(TyperGroup):
    """Loads the command that was named and turns the faults that a user can mend into a sentence and an exit code."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002 - click's interface
        """Return the commands in the order of the help."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002 - click's interface
        """Return the command named ``cmd_name``, or None."""
        place = (COMMANDS | HIDDEN).get(cmd_name)
        if place is None:
            return None
        module, name = place.split(".")
        found = getattr(import_module(f"service.front.command_line.{module}"), name)
        if isinstance(found, typer.Typer):
            return typer.main.get_command(found)
        alone = typer.Typer(add_completion=False)
        alone.command(cmd_name)(found)
        return typer.main.get_command(alone)

    def invoke(self, ctx: Any) -> Any:
        """Run the command that was named."""
        try:
            return super().invoke(ctx)
        except (typer.Exit, typer.Abort):
            raise
        except Exception as fault:
            if hasattr(fault, "exit_code"):  # wrong use, which click tells itself
                raise
            code, lines = import_module("service.front.command_line.faults").told(fault)
            for line in lines:
                typer.echo(f"vinmatch: {line}", err=True)
            raise typer.Exit(code) from fault


app = typer.Typer(cls=Commands, no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)


@app.callback()
def vinmatch() -> None:
    """Recommends chief engineers and chief architects for strategic technology products. For reference only: people decide."""


if __name__ == "__main__":
    app()
