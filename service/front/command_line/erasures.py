"""``vinmatch erasures``: the ledger of erasures as a file, and its replay on a restored backup."""

from pathlib import Path
from typing import Annotated

import typer
from pydantic import ValidationError

from models.database import reading
from service.front.command_line.databases import migrated
from service.front.command_line.options import AsJson, Database, settings_with
from service.front.command_line.output import print_json, say
from service.kit.actor import COMMAND_LINE, Actor
from service.kit.problems import Invalid
from service.kit.settings import utc_now
from service.privacy.erasure.ledger import LedgerEntry, read_ledger
from service.privacy.erasure.operations import replay

app = typer.Typer(no_args_is_help=True, help="The ledger of erasures: salted digests of ids, with time and reason.")
Target = Annotated[Path, typer.Argument(help="File to write, one entry a line", dir_okay=False, writable=True)]
Ledger = Annotated[Path, typer.Argument(help="File that `erasures export` wrote", exists=True, dir_okay=False)]


@app.command()
def export(file: Target, database: Database = None, as_json: AsJson = False) -> None:
    """Write the ledger to a file; keep it apart from the backups."""
    with migrated(settings_with(database_url=database)) as engine, reading(engine) as session:
        entries = read_ledger(session)
    file.write_text("".join(f"{entry.model_dump_json()}\n" for entry in entries), encoding="utf-8")
    if as_json:
        print_json({"erasures": len(entries)})
    else:
        say(f"Erasures written: {len(entries)}.")


@app.command(name="replay")
def replay_ledger(file: Ledger, database: Database = None, as_json: AsJson = False) -> None:
    """Erase again, in a restored database, everybody whom the ledger names; do it before anybody is added there."""
    entries = read_ledger_file(file)
    with migrated(settings_with(database_url=database)) as engine:
        erased = replay(engine, Actor(COMMAND_LINE, utc_now()), entries)
    if as_json:
        print_json({"ledger": len(entries), "erased": erased})
    else:
        say(f"Erased again: {erased} of {len(entries)} in the ledger.")


def read_ledger_file(file: Path) -> list[LedgerEntry]:
    """Return the entries of a ledger file; raises ``Invalid`` naming the line that is none."""
    entries = []
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        try:
            entries.append(LedgerEntry.model_validate_json(line))
        except ValidationError:
            where = f"{file}:{number}"
            raise Invalid(
                "ledger_line_unreadable",
                en=f"{where} is no line of a ledger of erasures.",
                vi=f"{where} không phải dòng của sổ xóa dữ liệu.",
            ) from None
    return entries
