"""Works on a run: reads the file, and brings in some hundred people at a time, each time in one transaction that also keeps how far it is.

A process that was stopped leaves whole batches behind; whoever works on the run next goes on after the last of them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import structlog
from sqlalchemy.engine import Engine
from sqlalchemy.exc import SQLAlchemyError

from models.database import reading, trying, writing
from models.imports import ImportMode, ImportRun, ImportStatus
from service.imports.entering.batches import Outcome, enter
from service.imports.faults import Unreadable
from service.imports.records import ImportedRecord
from service.imports.runs.formats import ImportFormat, opened
from service.imports.runs.keeping import Refused, all_refused, keep, keep_beginning, keep_refused, keep_unread
from service.imports.runs.operations import end_run
from service.imports.runs.work import BATCH, Report, Work, begun, locked
from service.kit.actor import Actor
from service.kit.jobs.queue import LeaseLost
from service.kit.jobs.worker import JobContext, Stopping
from service.kit.settings import utc_now

log = structlog.get_logger()
_OUR_FAULT = Unreadable(
    "The service failed at this file, and that is not the fault of the file: tell whoever runs the service. Who had entered stays.",
    "Dịch vụ gặp lỗi với tệp này, không phải do tệp: hãy báo người vận hành. Những người đã nhập vẫn giữ.",
)


def work_on(context: JobContext) -> Mapping[str, Any]:
    """Do the job of a run, and return how it ended."""
    run = process(context.engine, str(context.arguments["run"]), context.report)
    return {"status": run.status.value, "added": run.added, "changed": run.changed, "unchanged": run.unchanged, "refused": run.refused}


def process(engine: Engine, run_id: str, report: Report) -> ImportRun:
    """Bring in the file of a run, from where it stands to its end, and return the run as it ended."""
    run = _read_run(engine, run_id)
    if run.content is None or run.status not in {ImportStatus.QUEUED, ImportStatus.RUNNING}:
        return run
    try:
        _bring_in(engine, run, run.content, report)
    except Unreadable as fault:
        keep_unread(engine, run_id, fault)
    except (SQLAlchemyError, LeaseLost, Stopping):
        raise  # it goes on when the database is there again, or with the worker that has it now or next
    except Exception as error:
        log.error("import failed", run=run_id, exc_info=error)  # noqa: TRY400 - the log says where it failed by the error itself
        keep_unread(engine, run_id, _OUR_FAULT)
    return _read_run(engine, run_id)


def _bring_in(engine: Engine, run: ImportRun, content: bytes, report: Report) -> None:
    contents = opened(content, run.file_name, ImportFormat(run.format), run.mapping)
    work = begun(engine, run, contents, report)
    keep_beginning(work)
    if run.mode is ImportMode.ONE:
        _enter_as_one(work, dry_run=run.dry_run)
    else:
        _enter_batches(work, run.position, dry_run=run.dry_run)


def _enter_batches(work: Work, position: int, *, dry_run: bool) -> None:
    for start in (each for each in work.starts if each >= position):
        if not _enter_batch(work, start, dry_run=dry_run):
            return
        _report(work, start + BATCH)
    with writing(work.engine) as session:
        end_run(locked(session, work.run_id), ImportStatus.DONE, _now(work))


def _enter_batch(work: Work, start: int, *, dry_run: bool) -> bool:
    """Bring in the people from ``start``, and return whether the run goes on; a dry run undoes it and keeps what it came to."""
    records, unread = work.records(start)
    tried = _tried(work, records) if dry_run else None
    with writing(work.engine) as session:
        run = locked(session, work.run_id)
        if run.cancel_asked:
            end_run(run, ImportStatus.CANCELLED, _now(work))
            return False
        if run.position != start or run.status is not ImportStatus.RUNNING:
            return False  # another worker has gone on
        outcome = tried or enter(session, work.what, records, work.organisations)
        keep(session, work, run, outcome, all_refused(outcome, unread))
        run.position = min(start + BATCH, len(work.contents))
    return True


def _enter_as_one(work: Work, *, dry_run: bool) -> None:
    """Bring in everybody in one transaction, unless any row is refused; that is tried first, a batch at a time, so that nobody waits."""
    outcomes, refused = list[Outcome](), Refused()
    for start in work.starts:
        if _is_cancelled(work):
            return
        records, unread = work.records(start)
        outcomes.append(_tried(work, records))
        refused += all_refused(outcomes[-1], unread)
        _report(work, start // 2)
    with writing(work.engine) as session:
        run = locked(session, work.run_id)
        if refused or work.contents.faults:
            keep_refused(session, work, run, refused)
        else:
            for start, tried in zip(work.starts, outcomes, strict=True):
                keep(session, work, run, tried if dry_run else enter(session, work.what, work.records(start)[0], work.organisations), [])
        run.position = len(work.contents)
        end_run(run, ImportStatus.DONE, _now(work))


def _tried(work: Work, records: Sequence[ImportedRecord]) -> Outcome:
    with trying(work.engine) as session:
        return enter(session, replace(work.what, tried=True), records, work.organisations).undone()


def _is_cancelled(work: Work) -> bool:
    with writing(work.engine) as session:
        run = locked(session, work.run_id)
        if run.cancel_asked:
            end_run(run, ImportStatus.CANCELLED, _now(work))
        return run.cancel_asked


def _report(work: Work, done: int) -> None:
    people = len(work.contents)
    done = min(done, people)
    work.report(done / people, f"{done}/{people}")


def _now(work: Work) -> Actor:
    return Actor(work.by.actor, utc_now())


def _read_run(engine: Engine, run_id: str) -> ImportRun:
    with reading(engine) as session:
        run = session.get_one(ImportRun, run_id)
        session.expunge(run)
        return run
