"""Works on a run: reads the file, and brings in some hundred people at a time, each time in one transaction that also keeps how far it is.

A process that was stopped leaves whole batches behind; whoever works on the run next goes on after the last of them.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Engine
from sqlalchemy.orm import defer
from sqlmodel import col

from models.database import WriteSession, reading, trying, writing
from models.experts import NetworkState
from models.imports import ImportMode, ImportRefusal, ImportRun, ImportStatus
from service.imports.entering.batches import Outcome, enter
from service.imports.entering.organisations import Organisations
from service.imports.entering.writing import Import
from service.imports.faults import Fault, Unreadable
from service.imports.gathering.people import Gathered, gather
from service.imports.gathering.records import record_of
from service.imports.reading.files import ReadFile, read_file
from service.imports.records import ImportedRecord
from service.imports.runs.operations import end_run
from service.kit.acting import By
from service.kit.jobs.worker import JobContext
from service.kit.languages import Bilingual
from service.kit.settings import utc_now

BATCH = 200
Report = Callable[[float, str], None]
Unread = Sequence[tuple[int | None, Fault]]
"""Rows that could not be read, each with the place of its person among the records of the batch."""


@dataclass(frozen=True)
class Work:
    """A run that is being worked on. ``by`` acts at the moment when the file was sent, whenever the work goes on."""

    engine: Engine
    run_id: str
    by: By
    what: Import
    file: ReadFile
    gathered: Gathered
    organisations: Organisations
    report: Report


def work_on(context: JobContext) -> Mapping[str, Any]:
    """Do the job of a run, and return how it ended."""
    run = process(context.engine, str(context.arguments["run"]), context.report)
    return {"status": run.status.value, "added": run.added, "changed": run.changed, "unchanged": run.unchanged, "refused": run.refused}


def process(engine: Engine, run_id: str, report: Report) -> ImportRun:
    """Bring in the file of a run, from where it stands to its end, and return the run as it ended."""
    run = _read_run(engine, run_id)
    if run.content is None:
        return run
    try:
        file = read_file(run.content, run.file_name, run.mapping)
        gathered = gather(file.tables)
    except Unreadable as fault:
        return _fail(engine, run, fault)
    work = _work(engine, run, file, gathered, report)
    if run.position == 0:
        _begin(work, run)
    if run.mode is ImportMode.ONE:
        _enter_as_one(work, run)
    else:
        _enter_batches(work, run)
    return _read_run(engine, run_id)


def _enter_batches(work: Work, run: ImportRun) -> None:
    for start in range(run.position, len(work.gathered.people), BATCH):
        if not _enter_batch(work, start, dry_run=run.dry_run):
            return
        done = min(start + BATCH, len(work.gathered.people))
        work.report(done / len(work.gathered.people), f"{done}/{len(work.gathered.people)}")
    with writing(work.engine) as session:
        end_run(_locked(session, work.run_id), ImportStatus.DONE, By(work.by.actor, utc_now()))


def _enter_batch(work: Work, start: int, *, dry_run: bool) -> bool:
    """Bring in the people from ``start``, and return whether the run goes on; a dry run undoes it and keeps what it came to."""
    records, faults = _records(work, start)
    tried = _tried(work, records) if dry_run else None
    with writing(work.engine) as session:
        run = _locked(session, work.run_id)
        if run.cancel_asked:
            end_run(run, ImportStatus.CANCELLED, By(work.by.actor, utc_now()))
            return False
        if run.position != start:
            return False  # another worker has gone on
        outcome = tried or enter(session, work.what, records, work.organisations)
        _keep(session, work, run, outcome, faults)
        run.position = min(start + BATCH, len(work.gathered.people))
    work.organisations.keep_made()
    return True


def _enter_as_one(work: Work, run: ImportRun) -> None:
    """Bring in everybody in one transaction, unless any row is refused; that is tried first, a batch at a time, so that nobody waits."""
    outcomes, faults = list[Outcome](), list[tuple[Fault, str | None]]()
    for start in range(0, len(work.gathered.people), BATCH):
        records, found = _records(work, start)
        outcomes.append(_tried(work, records))
        faults += _all_refused(outcomes[-1], found)
        work.report(0.5 * start / len(work.gathered.people), f"{start}/{len(work.gathered.people)}")
        if _is_cancelled(work):
            return
    refused = bool(faults or work.gathered.faults)
    with writing(work.engine) as session:
        row = _locked(session, run.id)
        if refused:
            _keep_refused(session, work, row, faults)
        else:
            for at, start in enumerate(range(0, len(work.gathered.people), BATCH)):
                outcome = outcomes[at] if run.dry_run else enter(session, work.what, _records(work, start)[0], work.organisations)
                _keep(session, work, row, outcome, ())
                session.expire_all()
        row.position = len(work.gathered.people)
        end_run(row, ImportStatus.DONE, By(work.by.actor, utc_now()))


def _tried(work: Work, records: Sequence[ImportedRecord]) -> Outcome:
    with trying(work.engine) as session:
        outcome = enter(session, work.what, records, work.organisations)
    work.organisations.forget_made()
    return outcome.undone()


def _records(work: Work, start: int) -> tuple[list[ImportedRecord], Unread]:
    """Return the records of a batch, and the rows that could not be read, each with the place of its person among the records."""
    records, faults = list[ImportedRecord](), list[tuple[int | None, Fault]]()
    for person in work.gathered.people[start : start + BATCH]:
        found, refused = record_of(work.gathered, person, work.by.today)
        faults += [(len(records) if found else None, fault) for fault in refused]
        records += [found] if found else []
    return records, faults


def _begin(work: Work, run: ImportRun) -> None:
    """Keep what is known before anybody enters: the headings, what was left out, rows that are nobody's."""
    with writing(work.engine) as session:
        row = _locked(session, run.id)
        if row.status is not ImportStatus.QUEUED:
            return
        row.status, row.started_at, row.total = ImportStatus.RUNNING, utc_now(), len(work.gathered.people)
        row.notes = [note._asdict() for note in work.file.notes]
        row.headings = [{"sheet": table.name, "headings": [column.heading for column in table.columns]} for table in work.file.tables]
        row.unknown = list(dict.fromkeys(heading for _, heading in work.file.unknown))
        _keep_refused(session, work, row, [(fault, None) for fault in work.gathered.faults])


def _keep(session: WriteSession, work: Work, run: ImportRun, outcome: Outcome, faults: Unread) -> None:
    run.added += outcome.added
    run.changed += outcome.changed
    run.unchanged += outcome.unchanged
    if outcome.not_entered and not any(note["en"] == _NO_PAPER.en for note in run.notes):
        run.notes = [*run.notes, _NO_PAPER._asdict()]
    _keep_refused(session, work, run, _all_refused(outcome, faults))


def _all_refused(outcome: Outcome, faults: Unread) -> list[tuple[Fault, str | None]]:
    return [*((fault, None if place is None else outcome.people[place]) for place, fault in faults), *outcome.refused]


def _keep_refused(session: WriteSession, work: Work, run: ImportRun, faults: Sequence[tuple[Fault, str | None]]) -> None:
    cells = _Cells(work.gathered)
    run.refused += len(faults)
    session.add_all(
        ImportRefusal(
            run_id=run.id,
            expert_id=who,
            sheet=fault.table,
            row=fault.row,
            column=fault.column,
            message_vi=fault.message.vi,
            message_en=fault.message.en,
            cells=cells.of(fault),
        )
        for fault, who in faults
    )


class _Cells:
    """The words of refused rows, in the order of the headings."""

    def __init__(self, gathered: Gathered) -> None:
        self._tables = {table.name: table for table in gathered.tables}

    def of(self, fault: Fault) -> list[str]:
        table = self._tables.get(fault.table)
        at = table.place_of(fault.row) if table else None
        if table is None or at is None:
            return []
        cells = table.cells(at)
        return [cells[column.at] if column.at < len(cells) else "" for column in table.columns]


def _fail(engine: Engine, run: ImportRun, fault: Unreadable) -> ImportRun:
    with writing(engine) as session:
        row = _locked(session, run.id)
        row.refused += 1
        session.add(ImportRefusal(run_id=row.id, row=0, message_vi=fault.message.vi, message_en=fault.message.en))
        end_run(row, ImportStatus.FAILED, By(row.created_by, utc_now()))
    return _read_run(engine, run.id)


def _is_cancelled(work: Work) -> bool:
    with reading(work.engine) as session:
        asked = session.get_one(ImportRun, work.run_id).cancel_asked
    if asked:
        with writing(work.engine) as session:
            end_run(_locked(session, work.run_id), ImportStatus.CANCELLED, By(work.by.actor, utc_now()))
    return asked


def _work(engine: Engine, run: ImportRun, file: ReadFile, gathered: Gathered, report: Report) -> Work:
    by = By(run.created_by, run.created_at)
    with reading(engine) as session:
        synthetic = bool(session.scalar(sa.select(col(NetworkState.synthetic))))
        organisations = Organisations(session)
    return Work(engine, run.id, by, Import(run.id, run.source, by, run.vouched, synthetic), file, gathered, organisations, report)


def _read_run(engine: Engine, run_id: str) -> ImportRun:
    with reading(engine) as session:
        run = session.get_one(ImportRun, run_id)
        session.expunge(run)
        return run


def _locked(session: WriteSession, run_id: str) -> ImportRun:
    without_file = sa.select(ImportRun).where(col(ImportRun.id) == run_id).options(defer(ImportRun.content))  # type: ignore[arg-type]
    return session.scalars(without_file.with_for_update()).one()


_NO_PAPER = Bilingual(
    "Consents in the file were not entered: a consent given on paper needs its document. Attach it on the page of each person.",
    "Chưa ghi các đồng ý trong tệp: đồng ý trên giấy cần có văn bản kèm theo. Hãy đính kèm tại trang của từng người.",
)
