"""Records that may be one person's and that nobody has decided about yet."""

import sqlalchemy as sa

from models.vocabulary import DuplicateState
from service.identity.access.policies import Operation
from service.identity.access.waiting import MOST_LINES, Asked, Line, Waiting
from service.kit.languages import Bilingual
from service.people.duplicates.queries import LIKELIEST, pairs, people_of

DOUBLES = Bilingual(en="Records that may be of one person", vi="Hồ sơ có thể của cùng một người")
NO_DOUBLES = Bilingual(en="No pair waits for a decision.", vi="Không có cặp hồ sơ nào chờ quyết định.")
ALL_PAIRS = Bilingual(en="All pairs", vi="Tất cả các cặp")


def doubles(asked: Asked) -> Waiting | None:
    """Return the open pairs, the likeliest first."""
    if not asked.may(Operation.JUDGE_DUPLICATES):
        return None
    open_ones = pairs(DuplicateState.OPEN, None, None)
    number = asked.session.scalar(sa.select(sa.func.count()).select_from(open_ones.subquery())) or 0
    found = asked.session.scalars(open_ones.order_by(*LIKELIEST).limit(MOST_LINES)).all()
    people = people_of(asked.session, found)
    named = [(pair, f"{people[pair.first_id].display_name} / {people[pair.second_id].display_name}") for pair in found]
    lines = [Line(Bilingual(names, names), f"/duplicates/{pair.id}") for pair, names in named]
    return Waiting(36, DOUBLES, lines, NO_DOUBLES, number, ("/duplicates", ALL_PAIRS))
