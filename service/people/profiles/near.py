"""Near names for a search that finds nobody: a letter wrong, swapped or missing, or a word more than the record has."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from rapidfuzz.distance import OSA
from sqlmodel import Session, col

from matching.identity.names import NameWord, PersonName, all_names, person_name
from models.experts import Expert

MOST = 20
_SHORTEST, _LONG = 3, 8


@dataclass(frozen=True, slots=True)
class _Nearness:
    """How far a name is from what was asked: words that it lacks, then letters that differ, then words that it has besides."""

    missing: int
    letters: int
    more: int

    @property
    def order(self) -> tuple[int, int, int]:
        """Return what near names are ordered by."""
        return self.missing, self.letters, self.more


def near_people(session: Session, visible: sa.Select[Any], q: str) -> list[Expert]:
    """Return those of the ``visible`` people whose names are near ``q``, the nearest first, ``MOST`` at most.

    A word may have a wrong letter, a long one two; one word may be missing where two others agree. An accent that is written and
    contradicts is another name.
    """
    asked = person_name(q)
    rows = session.execute(visible.with_only_columns(col(Expert.id), col(Expert.display_name), col(Expert.aliases)))
    found = [(nearness, row[0]) for row in rows if (nearness := _nearest(asked, all_names(row[1], row[2])))]
    nearest = [identifier for _, identifier in sorted(found, key=lambda one: (one[0].order, one[1]))[:MOST]]
    people = {expert.id: expert for expert in session.scalars(sa.select(Expert).where(col(Expert.id).in_(nearest)))}
    return [people[identifier] for identifier in nearest]


def _nearest(asked: PersonName, names: Sequence[PersonName]) -> _Nearness | None:
    found = [nearness for name in names if (nearness := _nearness(asked, name))]
    return min(found, key=lambda one: one.order, default=None)


def _nearness(asked: PersonName, name: PersonName) -> _Nearness | None:
    rest, missing, letters, agreeing = list(name.words), 0, 0, 0
    for word in asked.words:
        near = [(distance, place) for place, other in enumerate(rest) if (distance := _distance(word, other)) is not None]
        if not near:
            missing += 1
            continue
        best = min(near)
        rest.pop(best[1])
        letters += best[0]
        agreeing += 1
    if missing > 1 or not agreeing or (missing and agreeing < 2):
        return None
    return _Nearness(missing, letters, len(rest))


def _distance(word: NameWord, other: NameWord) -> int | None:
    """Return in how many letters two words differ, None for words that are not near; another accent is another word."""
    if word.plain == other.plain:
        return 0 if word.toned == other.toned or not (word.accented and other.accented) else None
    longest = max(len(word.plain), len(other.plain))
    allowed = 0 if longest < _SHORTEST else 1 if longest < _LONG else 2
    distance = OSA.distance(word.plain, other.plain, score_cutoff=allowed)
    return distance if distance <= allowed and allowed else None
