"""Records that may be one person's and that nobody has decided about yet."""

import sqlalchemy as sa

from models.vocabulary import DuplicateState
from service.identity.access.policies import Operation
from service.identity.access.waiting import MOST_LINES, PendingTask, PendingTasksQuery, Waiting
from service.kit.languages import Bilingual
from service.people.duplicates.queries import LIKELIEST, pairs, people_of

DOUBLES = Bilingual(en="Records that may be of one person", vi="Hồ sơ có thể của cùng một người")
NO_DOUBLES = Bilingual(en="No pair waits for a decision.", vi="Không có cặp hồ sơ nào chờ quyết định.")
ALL_PAIRS = Bilingual(en="All pairs", vi="Tất cả các cặp")


def doubles(query: PendingTasksQuery) -> Waiting | None:
    """Return the open pairs, the likeliest first."""
    if not query.may(Operation.JUDGE_DUPLICATES):
        return None
    open_ones = pairs(DuplicateState.OPEN, None, None)
    number = query.session.scalar(sa.select(sa.func.count()).select_from(open_ones.subquery())) or 0
    found = query.session.scalars(open_ones.order_by(*LIKELIEST).limit(MOST_LINES)).all()
    people = people_of(query.session, found)
    named = [(pair, f"{people[pair.first_id].display_name} / {people[pair.second_id].display_name}") for pair in found]
    lines = [PendingTask(Bilingual(names, names), f"/duplicates/{pair.id}") for pair, names in named]
    return Waiting(36, DOUBLES, lines, NO_DOUBLES, number, ("/duplicates", ALL_PAIRS))
