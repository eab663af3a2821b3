"""Nominations that wait for the answer of whoever was named."""

import sqlalchemy as sa
from sqlmodel import col

from models.nominations import Nomination
from models.vocabulary.selection import NominationState
from service.identity.access.policies import Operation
from service.identity.access.visibility import visible_nominations
from service.identity.access.waiting import MOST_LINES, PendingTask, PendingTasksQuery, Waiting
from service.kit.calendar import local_day
from service.kit.languages import Bilingual

NOMINATIONS = Bilingual(en="Nominations without an answer", vi="Đề cử chưa được trả lời")
ALL_ANSWERED = Bilingual(en="No nomination waits for an answer.", vi="Không có đề cử nào chờ trả lời.")
ALL_NOMINATIONS = Bilingual(en="All nominations", vi="Tất cả đề cử")


def nominations(query: PendingTasksQuery) -> Waiting | None:
    """Return the open nominations that the viewer sent, is named in, or may see all of."""
    if not query.may(Operation.READ_NOMINATIONS):
        return None
    waiting = visible_nominations(query.viewer).where(col(Nomination.state) == NominationState.OPEN)
    number = query.session.scalar(sa.select(sa.func.count()).select_from(waiting.subquery())) or 0
    rows = query.session.scalars(waiting.order_by(col(Nomination.id)).limit(MOST_LINES))
    lines = [PendingTask(Bilingual(en=row.person, vi=row.person), "/nominations", since=local_day(row.recorded_at)) for row in rows]
    return Waiting(38, NOMINATIONS, lines, ALL_ANSWERED, number, ("/nominations", ALL_NOMINATIONS))
