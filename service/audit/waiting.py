"""What happened last, for whoever reads the audit."""

from itertools import groupby

import sqlalchemy as sa
from sqlmodel import col

from models.audit import AuditEvent
from service.audit.telling import happened
from service.identity.access.naming import account_names
from service.identity.access.policies import Operation
from service.identity.access.waiting import PendingTask, PendingTasksQuery, Waiting
from service.kit.calendar import local_day
from service.kit.languages import Bilingual

JOURNAL = Bilingual(en="The journal: what happened last", vi="Nhật ký: việc gần đây")
NOTHING = Bilingual(en="Nothing has happened yet.", vi="Chưa có việc nào được ghi.")
WHOLE = Bilingual(en="The whole journal, and the check of its chain", vi="Toàn bộ nhật ký và kiểm tra tính toàn vẹn")
LATEST = 5
LOOKED_AT = 100
"""Of the newest events as many are looked at; one after another of the same kind, by the same account on one day, make one line."""
TIMES = Bilingual(en="{actor}, {number} times", vi="{actor}, {number} lần")


def journal(query: PendingTasksQuery) -> Waiting | None:
    """Return the newest events, with how many there are."""
    if not query.may(Operation.READ_AUDIT):
        return None
    newest = query.session.scalars(sa.select(AuditEvent).order_by(col(AuditEvent.sequence).desc()).limit(LOOKED_AT)).all()
    alike = [list(events) for _, events in groupby(newest, key=lambda one: (happened(one), one.actor, local_day(one.at)))][:LATEST]
    actors = account_names(query.session, [events[0].actor for events in alike])
    lines = [_line(events, actors[events[0].actor]) for events in alike]
    return Waiting(15, JOURNAL, lines, NOTHING, newest[0].sequence if newest else 0, ("/journal", WHOLE))


def _line(events: list[AuditEvent], actor: Bilingual) -> PendingTask:
    """Return the line of events of one kind: a single one leads to what is told of its thing, several to all of their kind."""
    first = events[0]
    if len(events) == 1:
        return PendingTask(happened(first), f"/journal?object_id={first.object_id}", actor, on=local_day(first.at))
    times = Bilingual(*(said.format(actor=name, number=len(events)) for said, name in zip(TIMES, actor, strict=True)))
    return PendingTask(happened(first), f"/journal?action={first.action}", times, on=local_day(first.at))
