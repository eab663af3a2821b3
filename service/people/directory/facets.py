"""What the directory can be narrowed by: of every person the values of each facet, and how many people each value leaves.

People are counted in memory: a network is some thousands.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, col

from models.experts import Evidence, Expert, Willingness
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


@dataclass(frozen=True, slots=True)
class Faceted:
    """Somebody with the values of every facet."""

    id: str
    values: Mapping[str, frozenset[str]]

    def fits(self, chosen: Chosen, but: str = "") -> bool:
        """Return whether every facet that is ``chosen``, except ``but``, has the value."""
        return all(value in self.values[facet] for facet, value in chosen.items() if facet != but)


def faceted(session: Session, visible: sa.Select[Any], today: date) -> list[Faceted]:
    """Return the ``visible`` people with their facets."""
    rows = session.execute(visible.with_only_columns(*(col(column) for column in _COLUMNS)).order_by(None)).all()
    willing, items, confirmed = _willing(session), _items(session), _items(session, only_confirmed=True)
    return [
        Faceted(
            row.id,
            {
                "country": frozenset({row.country}),
                "sub_network": frozenset({row.sub_network} - {""}),
                "language": frozenset(row.languages),
                "role": willing.get(row.id, frozenset()),
                "availability": frozenset({_availability(row, today)}),
                "freshness": frozenset({_freshness(row.refreshed_on, today)}),
                "completeness": frozenset({_completeness(items[row.id], confirmed[row.id])}),
            },
        )
        for row in rows
    ]


def counted(people: Sequence[Faceted], chosen: Chosen) -> dict[str, Counter[str]]:
    """Return for each facet how many people each of its values would leave, beside what the other facets choose."""
    return {facet: Counter(value for person in people if person.fits(chosen, facet) for value in person.values[facet]) for facet in FACETS}


def left(people: Iterable[Faceted], chosen: Chosen) -> frozenset[str]:
    """Return the ids of the people whom all chosen facets leave."""
    return frozenset(person.id for person in people if person.fits(chosen))


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
