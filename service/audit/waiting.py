"""What happened last, for whoever reads the audit."""

import sqlalchemy as sa
from sqlmodel import col

from models.audit import AuditEvent
from service.audit.words import action_name
from service.identity.access.naming import account_names
from service.identity.access.policies import Operation
from service.identity.access.waiting import PendingTask, PendingTasksQuery, Waiting
from service.kit.calendar import local_day
from service.kit.languages import Bilingual

JOURNAL = Bilingual(en="The journal: what happened last", vi="Nhật ký: việc gần đây")
NOTHING = Bilingual(en="Nothing has happened yet.", vi="Chưa có việc nào được ghi.")
WHOLE = Bilingual(en="The whole journal, and the check of its chain", vi="Toàn bộ nhật ký và kiểm tra tính toàn vẹn")
LATEST = 5


def journal(query: PendingTasksQuery) -> Waiting | None:
    """Return the newest events, with how many there are."""
    if not query.may(Operation.READ_AUDIT):
        return None
    newest = query.session.scalars(sa.select(AuditEvent).order_by(col(AuditEvent.sequence).desc()).limit(LATEST)).all()
    actors = account_names(query.session, [one.actor for one in newest])
    lines = [
        PendingTask(action_name(one.action), f"/journal?object_id={one.object_id}", actors[one.actor], on=local_day(one.at))
        for one in newest
    ]
    return Waiting(15, JOURNAL, lines, NOTHING, newest[0].sequence if newest else 0, ("/journal", WHOLE))
