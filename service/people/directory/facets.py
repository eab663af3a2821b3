"""What the directory can be narrowed by: of every person the values of each facet, and how many people each value leaves.

People are counted in memory: a network is some thousands. Who has which value is read once for a change of people, not for every page.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property, reduce
from operator import and_
from typing import Any
from weakref import WeakKeyDictionary

import sqlalchemy as sa
from sqlalchemy.engine import Engine
from sqlmodel import Session, col

from models.experts import Evidence, Expert, NetworkState, Willingness
from models.vocabulary import Verification

FACETS = ("country", "sub_network", "language", "role", "availability", "freshness", "completeness")
FRESH, YEAR = timedelta(days=183), timedelta(days=366)
FEWEST_ITEMS = 3
Chosen = Mapping[str, str]
_COLUMNS: tuple[Any, ...] = (
    Expert.id,
    Expert.country,
    Expert.sub_network,
    Expert.languages,
    Expert.hours_per_week,
    Expert.available_from,
    Expert.available_until,
    Expert.refreshed_on,
)


@dataclass(frozen=True)
class Faceted:
    """Everybody by place: ``having`` says for each facet and value who has it, a bit for each place."""

    ids: Sequence[str]
    having: Mapping[str, Mapping[str, int]]

    @cached_property
    def _places(self) -> Mapping[str, int]:
        return {identifier: place for place, identifier in enumerate(self.ids)}

    @property
    def everybody(self) -> int:
        """Return the bits of all people."""
        return (1 << len(self.ids)) - 1

    def among(self, ids: Iterable[str]) -> int:
        """Return the bits of the people of ``ids``."""
        return _bits(self._places[identifier] for identifier in ids if identifier in self._places)

    def counted(self, chosen: Chosen, among: int) -> dict[str, Counter[str]]:
        """Return for each facet how many people ``among`` these each value would leave, beside what the other facets choose."""
        found = {}
        for facet in FACETS:
            rest = self._left({other: value for other, value in chosen.items() if other != facet}, among)
            found[facet] = +Counter({value: (bits & rest).bit_count() for value, bits in self.having[facet].items()})
        return found

    def left(self, chosen: Chosen, among: int) -> frozenset[str]:
        """Return the ids of the people ``among`` these whom all chosen facets leave."""
        bits = f"{self._left(chosen, among):b}"
        return frozenset(identifier for identifier, bit in zip(self.ids, reversed(bits), strict=False) if bit == "1")

    def _left(self, chosen: Chosen, among: int) -> int:
        return reduce(and_, (self.having[facet].get(value, 0) for facet, value in chosen.items()), among)


_kept: WeakKeyDictionary[Engine, tuple[tuple[int, date], Faceted]] = WeakKeyDictionary()


def faceted(session: Session, engine: Engine, today: date) -> Faceted:
    """Return everybody with their facets, as ``session`` on ``engine`` sees them.

    They are read anew where people were changed or a day has passed.
    """
    changes = session.scalar(sa.select(col(NetworkState.expert_changes))) or 0
    known = _kept.get(engine)
    if known is None or known[0] != (changes, today):
        known = _kept[engine] = (changes, today), read_facets(session, today)
    return known[1]


def read_facets(session: Session, today: date) -> Faceted:
    """Read everybody, and the values of their facets."""
    people = sa.select(*(col(column) for column in _COLUMNS)).where(col(Expert.merged_into).is_(None)).order_by(col(Expert.id))
    rows = session.execute(people).all()
    willing, items, confirmed = _willing(session), _items(session), _items(session, only_confirmed=True)
    values = {
        "country": ({row.country} for row in rows),
        "sub_network": ({row.sub_network} - {""} for row in rows),
        "language": (row.languages for row in rows),
        "role": (willing.get(row.id, ()) for row in rows),
        "availability": ({_availability(row, today)} for row in rows),
        "freshness": ({_freshness(row.refreshed_on, today)} for row in rows),
        "completeness": ({_completeness(items[row.id], confirmed[row.id])} for row in rows),
    }
    return of_values([row.id for row in rows], values)


def of_values(ids: Sequence[str], values: Mapping[str, Iterable[Iterable[str]]]) -> Faceted:
    """Return the people ``ids`` who have, in their order, the ``values`` of each facet."""
    return Faceted(ids, {facet: _having(of_people) for facet, of_people in values.items()})


def _having(of_people: Iterable[Iterable[str]]) -> dict[str, int]:
    places: dict[str, list[int]] = {}
    for place, found in enumerate(of_people):
        for value in found:
            places.setdefault(value, []).append(place)
    return {value: _bits(having) for value, having in places.items()}


def _bits(places: Iterable[int]) -> int:
    """Return a number with a bit for each place, made at once: bit by bit it would be copied for each."""
    found = list(places)
    bits = bytearray(max(found, default=0) // 8 + 1)
    for place in found:
        bits[place // 8] |= 1 << place % 8
    return int.from_bytes(bits, "little")


def _availability(row: Any, today: date) -> str:
    if row.available_until is not None and row.available_until < today:
        return "over"
    if row.available_from is not None and row.available_from > today:
        return "later"
    return "unsaid" if row.hours_per_week is None and row.available_from is None else "now"


def _freshness(refreshed_on: date, today: date) -> str:
    age = today - refreshed_on
    return "fresh" if age <= FRESH else "year" if age <= YEAR else "old"


def _completeness(items: int, confirmed: int) -> str:
    if items < FEWEST_ITEMS:
        return "thin"
    return "confirmed" if confirmed else "declared"


def _willing(session: Session) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for owner, role in session.execute(sa.select(col(Willingness.expert_id), col(Willingness.role)).where(col(Willingness.willing))):
        found.setdefault(owner, set()).add(role.value)
    return {owner: frozenset(roles) for owner, roles in found.items()}


def _items(session: Session, *, only_confirmed: bool = False) -> Counter[str]:
    statement = sa.select(col(Evidence.expert_id), sa.func.count()).group_by(col(Evidence.expert_id))
    if only_confirmed:
        statement = statement.where(col(Evidence.verification) != Verification.DECLARED)
    return Counter({row[0]: row[1] for row in session.execute(statement)})
