"""Starts and cancels runs, and forgets what was refused long ago."""

import hashlib
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta

import sqlalchemy as sa
from sqlmodel import col

from models.audit import AuditAction
from models.database import WriteSession
from models.imports import ImportMode, ImportRefusal, ImportRun, ImportStatus
from service.imports.entering.writing import IMPORT
from service.imports.faults import Unreadable
from service.imports.runs.formats import REGISTRIES, ImportFormat, format_of
from service.kit.actor import Actor
from service.kit.events.recording import AuditedObject, record
from service.kit.jobs.queue import enqueue
from service.kit.problems import Conflict, Invalid

KIND = "import-people"
"""The kind of the job that works on a run."""
DEFAULT_SOURCE = "file"
DAYS_KEPT = 30
"""Days after which refused rows, which hold what people's rows said, are forgotten."""
HOURS_FILE_KEPT = 24
"""Hours after which the file of a dry run is forgotten that nobody entered."""
_OVER = (ImportStatus.DONE, ImportStatus.CANCELLED, ImportStatus.FAILED)
_ATTEMPTS = 50  # a run goes on where a silent worker left it


@dataclass(frozen=True)
class ImportOrder:
    """What is to be done with a file. Without ``file_format`` its bytes say what it is."""

    file_name: str
    content: bytes
    mode: ImportMode = ImportMode.ROWS
    dry_run: bool = False
    source: str = DEFAULT_SOURCE
    mapping: Mapping[str, str] = field(default_factory=dict)
    vouched: bool = False
    file_format: ImportFormat | None = None


def start_run(session: WriteSession, by: Actor, order: ImportOrder, *, queued: bool = True) -> ImportRun:
    """Keep the file and ask a worker to read it; raises ``Invalid`` for a kind of file that is not read."""
    try:
        file_format = format_of(order.content, order.file_name, order.file_format)
    except Unreadable as fault:
        raise Invalid(fault.code, en=fault.message.en, vi=fault.message.vi) from None
    _forget_old(session, by)
    run = ImportRun(
        id=uuid.uuid4().hex,
        mode=order.mode,
        dry_run=order.dry_run,
        source=_source(order.source, file_format),
        file_name=order.file_name,
        format=file_format.value,
        size=len(order.content),
        sha256=hashlib.sha256(order.content).hexdigest(),
        content=order.content,
        mapping=dict(order.mapping),
        vouched=order.vouched,
        created_by=by.actor,
        created_at=by.now,
    )
    session.add(run)
    session.flush()
    if queued:
        enqueue(session, KIND, {"run": run.id}, max_attempts=_ATTEMPTS)
    record(
        session, by, AuditAction.IMPORT_STARTED, AuditedObject(IMPORT, run.id), dry_run=run.dry_run, mode=run.mode.value, sha256=run.sha256
    )
    return run


def start_again(session: WriteSession, by: Actor, run: ImportRun, *, dry_run: bool, mapping: Mapping[str, str], vouched: bool) -> ImportRun:
    """Start a run of the same file, to do what was tried or to try it with other headings; raises ``Conflict`` where the file is gone."""
    if run.content is None or run.status not in _OVER:
        raise Conflict("import_file_gone", en="The file is no longer there: send it again.", vi="Tệp không còn được lưu: hãy gửi lại.")
    wanted = ImportOrder(
        run.file_name,
        run.content,
        run.mode,
        dry_run=dry_run,
        source=run.source,
        mapping=mapping,
        vouched=vouched,
        file_format=ImportFormat(run.format),
    )
    run.content = None
    return start_run(session, by, wanted)


def cancel_run(session: WriteSession, by: Actor, run: ImportRun) -> None:
    """Stop a run before its next batch; what has entered stays. Raises ``Conflict`` for one that is over."""
    if run.status in _OVER:
        raise Conflict("import_over", en="This import is over already.", vi="Lượt nhập này đã kết thúc.")
    run.cancel_asked = True
    if run.status is ImportStatus.QUEUED:
        end_run(run, ImportStatus.CANCELLED, by)
    session.flush()
    record(session, by, AuditAction.IMPORT_CANCELLED, AuditedObject(IMPORT, run.id))


def end_run(run: ImportRun, status: ImportStatus, by: Actor) -> None:
    """Say how a run ended, and let go of the file, unless it can still be entered or have its columns mapped."""
    run.status, run.finished_at = status, by.now
    if not (run.dry_run and status is ImportStatus.DONE) and not (run.unknown and status is ImportStatus.FAILED):
        run.content = None


def _source(said: str, file_format: ImportFormat) -> str:
    """Return the source: a registry is one by itself, unless another name is given to it."""
    return file_format.value if said == DEFAULT_SOURCE and file_format in REGISTRIES else said


def _forget_old(session: WriteSession, by: Actor) -> None:
    long_ago = sa.select(col(ImportRun.id)).where(col(ImportRun.created_at) < by.now - timedelta(days=DAYS_KEPT))
    session.execute(sa.delete(ImportRefusal).where(col(ImportRefusal.run_id).in_(long_ago)))
    over = sa.and_(col(ImportRun.status).in_(_OVER), col(ImportRun.finished_at) < by.now - timedelta(hours=HOURS_FILE_KEPT))
    session.execute(sa.update(ImportRun).where(over, col(ImportRun.content).is_not(None)).values(content=None))
