"""The imports that somebody has to look after: those under way, and those that refused rows."""

import sqlalchemy as sa
from sqlmodel import col

from models.imports import ImportRun, ImportStatus
from service.identity.access.policies import Operation
from service.identity.access.waiting import MOST_LINES, PendingTask, PendingTasksQuery, Waiting
from service.imports.runs.queries import runs
from service.kit.calendar import local_day
from service.kit.languages import Bilingual

IMPORTS = Bilingual(en="Imports", vi="Nhập dữ liệu")
NOTHING = Bilingual(
    en="No import is running, and no row waits to be corrected.", vi="Không có đợt nhập nào đang chạy, không có dòng nào cần sửa."
)
IMPORT = Bilingual(en="Bring people in from a file", vi="Nhập người từ tệp")
UNDER_WAY = Bilingual(en="under way", vi="đang chạy")


def imports(query: PendingTasksQuery) -> Waiting | None:
    """Return the imports under way and those with refused rows, the latest first."""
    if not query.may(Operation.IMPORT_PEOPLE):
        return None
    unfinished = col(ImportRun.status).in_((ImportStatus.QUEUED, ImportStatus.RUNNING))
    found = query.session.scalars(runs().where(sa.or_(unfinished, col(ImportRun.refused) > 0)).order_by(None)).all()
    latest = sorted(found, key=lambda run: (run.created_at, run.id), reverse=True)
    return Waiting(35, IMPORTS, [_line(run) for run in latest[:MOST_LINES]], NOTHING, len(latest), ("/imports", IMPORT))


def _line(run: ImportRun) -> PendingTask:
    refused = Bilingual(en=f"{run.refused} rows refused", vi=f"{run.refused} dòng bị từ chối")
    note = refused if run.refused else UNDER_WAY
    return PendingTask(Bilingual(run.file_name, run.file_name), f"/imports/{run.id}", note, on=local_day(run.created_at))
