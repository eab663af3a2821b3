"""``vinmatch import``: brings in people from a file, and names every row that was refused."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import sqlalchemy as sa
import typer
from rich.progress import Progress
from sqlalchemy.engine import Engine
from sqlmodel import col

from models.database import reading, writing
from models.imports import ImportMode, ImportRefusal, ImportRun, ImportStatus
from service.front.command_line.databases import migrated
from service.front.command_line.options import AsJson, Database, settings_with
from service.front.command_line.output import print_json, progress_bars, say
from service.front.observation import configure_log
from service.imports.fetching.client import Registries
from service.imports.mappings.queries import find_mapping
from service.imports.runs.asking import ask_registry, check_member
from service.imports.runs.formats import ImportFormat, one_of
from service.imports.runs.operations import DEFAULT_SOURCE, ImportOrder, start_run
from service.imports.runs.processing import process
from service.kit.actor import COMMAND_LINE, Actor
from service.kit.problems import Invalid
from service.kit.settings import Settings, utc_now

_FILES = "CSV, XLSX or JSON file of people, or records of ORCID or OpenAlex, such as an author with pages of works"
Files = Annotated[list[Path] | None, typer.Argument(metavar="FILE...", help=_FILES, exists=True, dir_okay=False)]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Say what would be added, changed and refused, and change nothing")]
MappingName = Annotated[str | None, typer.Option("--mapping", help="Name of a saved mapping of headings to fields")]
AsOne = Annotated[bool, typer.Option("--as-one", help="Bring in nobody if any row is refused; default: the good rows enter")]
Source = Annotated[str, typer.Option("--source", help="Where the file is from: keys are those of this source")]
Format = Annotated[ImportFormat | None, typer.Option("--format", help="Format of the file; left open, its bytes say it")]
Orcid = Annotated[str | None, typer.Option("--orcid", help="Ask the registry of --format for this member's record instead of a file")]
_REFUSED = 1


def import_people(
    files: Files = None,
    dry_run: DryRun = False,
    mapping: MappingName = None,
    as_one: AsOne = False,
    source: Source = DEFAULT_SOURCE,
    file_format: Format = None,
    orcid: Orcid = None,
    as_json: AsJson = False,
    database: Database = None,
) -> None:
    """Bring in people with their evidence from a CSV, XLSX or JSON file, or from a record of ORCID or OpenAlex.

    The same file again changes nothing.
    Counts are people. Ends with 0 if every row was read, with 1 if rows were refused or the file cannot be read.
    With --json the output is {"added", "changed", "unchanged", "refused": [{"row", "column", "message"}]}; row 0 is the file as a whole.
    Nobody who is brought in is matched before consenting to it.
    """
    configure_log("warning")
    if bool(files) == bool(orcid):
        raise typer.BadParameter("name files, or a member by --orcid / hãy nêu tệp, hoặc một thành viên bằng --orcid")
    settings = settings_with(database_url=database)
    with migrated(settings) as engine:
        mode = ImportMode.ONE if as_one else ImportMode.ROWS
        name = files[0].name if files else f"{orcid}.json"
        wanted = ImportOrder(name, b"", mode, dry_run=dry_run, source=source, vouched=True, file_format=file_format)
        run_id = _start(engine, wanted, lambda: _content(engine, settings, files or [], wanted.file_format, orcid or ""), mapping)
        if isinstance(run_id, Invalid):
            run, refusals = None, [ImportRefusal(run_id="", row=0, message_vi=run_id.detail.vi, message_en=run_id.detail.en)]
        else:
            with progress_bars() as bars:
                run = _process(engine, run_id, bars)
            refusals = _refusals(engine, run_id)
    _print(run, refusals, as_json=as_json)
    if refusals:
        raise typer.Exit(_REFUSED)


def _start(engine: Engine, order: ImportOrder, content: Callable[[], bytes], mapping: str | None) -> str | Invalid:
    """Return the id of the run; or why the file cannot be read at all."""
    with reading(engine) as session:
        columns = find_mapping(session, mapping).columns if mapping else {}
    try:
        whole = replace(order, content=content(), mapping=columns)
        with writing(engine) as session:
            return start_run(session, Actor(COMMAND_LINE, utc_now()), whole, queued=False).id
    except Invalid as problem:
        return problem


def _content(engine: Engine, settings: Settings, files: Sequence[Path], registry: ImportFormat | None, orcid: str) -> bytes:
    """Return what the files hold, or what a registry says of a member; raises ``Invalid``."""
    if files:
        return one_of([file.read_bytes() for file in files])
    with reading(engine) as session:
        check_member(session, orcid)
    return ask_registry(Registries.of(settings), registry or ImportFormat.ORCID, orcid)


def _process(engine: Engine, run_id: str, bars: Progress) -> ImportRun:
    task = bars.add_task("Nhập người / Importing people", total=None)

    def report(progress: float, _message: str) -> None:
        bars.update(task, total=100, completed=round(100 * progress))

    return process(engine, run_id, report)


def _refusals(engine: Engine, run_id: str) -> list[ImportRefusal]:
    with reading(engine) as session:
        rows = session.scalars(sa.select(ImportRefusal).where(col(ImportRefusal.run_id) == run_id).order_by(col(ImportRefusal.id))).all()
        session.expunge_all()
        return sorted(rows, key=lambda row: (row.sheet, row.row, row.id))


def _print(run: ImportRun | None, refusals: list[ImportRefusal], *, as_json: bool) -> None:
    counts = {name: getattr(run, name) if run else 0 for name in ("added", "changed", "unchanged")}
    if as_json:
        said = [{"row": each.row, "column": each.column, "message": _message(each)} for each in refusals]
        print_json({**counts, "refused": said})
        return
    for each in refusals:
        where = " · ".join(filter(None, (each.sheet, f"dòng {each.row} / row {each.row}" if each.row else "", each.column)))
        typer.echo(f"{where}: {_message(each)}" if where else _message(each))
    for note in run.notes if run else ():
        say(f"{note['vi']} / {note['en']}")
    would = " (chạy thử: chưa ghi gì / dry run: nothing was written)" if run and run.dry_run else ""
    rows = len({(each.sheet, each.row) for each in refusals})
    typer.echo(
        f"Thêm / added {counts['added']}, sửa / changed {counts['changed']}, giữ nguyên / unchanged {counts['unchanged']} người / people; "
        f"từ chối / refused {rows} dòng / rows{would}."
    )
    if run and run.mode is ImportMode.ONE and refusals and run.status is ImportStatus.DONE:
        say("Không ai được nhập vì có dòng bị từ chối. / Nobody entered, because rows were refused.")


def _message(each: ImportRefusal) -> str:
    of = f"{each.sheet}: " if each.sheet else ""
    return f"{of}{each.message_vi} / {each.message_en}"
