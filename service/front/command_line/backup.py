"""``vinmatch backup`` and ``vinmatch restore``: everything in one file, tried out before it is relied on."""

from pathlib import Path
from typing import Annotated, Any

import typer

from models.backups.dumping import dump
from service.front.backups.drill import DrillResult, drill
from service.front.backups.restoring import restore as restore_backup
from service.front.command_line.databases import migrated
from service.front.command_line.erasures import read_ledger_file
from service.front.command_line.options import AsJson, Database, settings_with
from service.front.command_line.output import print_json, say
from service.kit.actor import COMMAND_LINE, Actor
from service.kit.settings import utc_now

File = Annotated[Path, typer.Argument(help="File of the backup", dir_okay=False)]
Verify = Annotated[bool, typer.Option("--verify", help="Make no backup: restore FILE into a database that is thrown away, and tell")]
Overwrite = Annotated[bool, typer.Option("--force", help="Overwrite what is there")]
Ledger = Annotated[Path | None, typer.Option("--ledger", help="Ledger of erasures written by `vinmatch erasures export`", dir_okay=False)]


def backup(file: File, verify: Verify = False, force: Overwrite = False, database: Database = None, as_json: AsJson = False) -> None:
    """Write everything in the database to a file, from one snapshot while the service goes on, and try it out."""
    if not verify:
        with migrated(settings_with(database_url=database)) as engine:
            dump(engine, file, utc_now(), overwrite=force)
    _tell(drill(file), file, as_json, "Sound / Toàn vẹn" if verify else "Written and sound / Đã ghi và toàn vẹn")


def restore(file: File, ledger: Ledger = None, force: Overwrite = False, database: Database = None, as_json: AsJson = False) -> None:
    """Bring a backup into an empty database, check it, and erase again whoever was erased since; stop the service first."""
    entries = read_ledger_file(ledger) if ledger else []
    restored = restore_backup(
        settings_with(database_url=database).database_url, file, Actor(COMMAND_LINE, utc_now()), entries, overwrite=force
    )
    _tell(restored.found, file, as_json, "Restored / Đã khôi phục", erased_again=restored.erased_again)


def _tell(found: DrillResult, file: Path, as_json: bool, done: str, **more: Any) -> None:
    manifest, audit = found.manifest, found.audit
    if as_json:
        told = {"file": str(file), "made_at": manifest.made_at, "migration": manifest.revision, "rows": manifest.rows}
        print_json(
            {**told, "events": audit.events, "sound": found.sound, "tables": {n: t.rows for n, t in manifest.tables.items()}, **more}
        )
    else:
        say(f"{done}: {file}, {manifest.made_at}, {manifest.rows} rows / dòng, {audit.events} audit events / sự kiện.")
        if more.get("erased_again"):
            say(f"Erased again / Đã xóa lại: {more['erased_again']}.")
    if audit.fault is not None:
        say(f"The audit is broken at event {audit.broken}: {audit.fault.en}. / Nhật ký hỏng ở sự kiện {audit.broken}: {audit.fault.vi}.")
        raise typer.Exit(1)
