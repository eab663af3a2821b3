"""The command ``vinmatch`` and how it ends: 0 done, 1 a wrong result, 2 wrong use; faults in plain words on the error stream."""

from typing import Any

import typer
from sqlalchemy.exc import SQLAlchemyError
from typer.core import TyperGroup

from matching.evaluation.exchange import MalformedExchange
from seed.catalogue.faults import CatalogueFaults
from service.command_line import coverage, demo, evaluate, explain, migrate, quality, seed, serve, shortlist, vectors, work
from service.command_line.output import complain
from service.problems import Invalid, Problem

WRONG_RESULT, WRONG_USE = 1, 2


class PlainWords(TyperGroup):
    """Turns the faults that a user can mend into a sentence and an exit code; any other is a fault of ours and keeps its traceback."""

    def invoke(self, ctx: Any) -> Any:
        """Run the command that was named."""
        try:
            return super().invoke(ctx)
        except Invalid as problem:
            raise _ended(WRONG_USE, problem.detail.en, problem.detail.vi) from problem
        except Problem as problem:
            raise _ended(WRONG_RESULT, problem.detail.en, problem.detail.vi) from problem
        except MalformedExchange as fault:
            raise _ended(WRONG_USE, str(fault)) from fault
        except CatalogueFaults as faults:
            raise _ended(WRONG_RESULT, *(str(fault) for fault in faults.faults)) from faults
        except SQLAlchemyError as error:
            raise _ended(WRONG_RESULT, f"The database refused: {_first_line(error)}") from error


def _ended(code: int, *lines: str) -> typer.Exit:
    for line in lines:
        complain(line)
    return typer.Exit(code)


def _first_line(error: SQLAlchemyError) -> str:
    return str(error).splitlines()[0]


app = typer.Typer(
    cls=PlainWords,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="Recommends chief engineers and chief architects for strategic technology products. For reference only: people decide.",
)
for command in (
    demo.demo,
    serve.serve,
    work.work,
    migrate.migrate,
    seed.seed,
    shortlist.shortlist,
    explain.explain,
    coverage.coverage,
    evaluate.evaluate,
    quality.quality,
):
    app.command()(command)
app.command(hidden=True)(vectors.vectors)

if __name__ == "__main__":
    app()
