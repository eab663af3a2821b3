"""What two people have to do with each other: work at one organisation, an employer of both, relations between them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

import numpy as np

from matching.pairs.sides import Sides
from matching.profiles import EvidenceItem, Profile
from models.vocabulary import EvidenceKind, PairEffect, RelationKind, RelationStatus

EARLIER_WORK, CONCENTRATION, CONFLICT = "earlier_work", "concentration", "conflict"
HALF_YEARS = 2.0
YEARS_OF_CO_AUTHORS = 1.0
# What is done at an organisation together with its other people; a degree or an award is not.
WORK = frozenset({EvidenceKind.POSITION, EvidenceKind.PROGRAMME, EvidenceKind.PRODUCT, EvidenceKind.STANDARD, EvidenceKind.POLICY})
_DAYS_PER_YEAR = 365.25
_ORGANISATION, _PLACE, _SINCE, _UNTIL = range(4)


@dataclass(frozen=True, slots=True)
class SharedWork:
    """That two people worked at one organisation from ``since`` to ``until``; ``evidence`` are the ids of both items."""

    organisation_id: str
    since: date
    until: date
    evidence: tuple[str, str]

    @property
    def days(self) -> int:
        """Return the number of days, both ends included."""
        return (self.until - self.since).days + 1


def earlier_work(sides: Sides) -> np.ndarray:
    """Return x / (x + ``HALF_YEARS``) for x the years of the longest work at one organisation, and one year for co-authors."""
    years = _longest_days(sides) / _DAYS_PER_YEAR
    years += YEARS_OF_CO_AUTHORS * _co_authors(sides)
    years[sides.same_person] = 0.0
    known: np.ndarray = years / (years + HALF_YEARS)
    return known


def _longest_days(sides: Sides) -> np.ndarray:
    """Return the days of the longest work of two people at one organisation, shape (engineers, architects)."""
    organisations: dict[str, int] = {}
    engineers = _spells(sides.engineer_profiles, sides.selection_date, organisations)
    architects = _spells(sides.architect_profiles, sides.selection_date, organisations)
    one, other = _at_one_organisation(engineers[:, _ORGANISATION], architects[:, _ORGANISATION])
    days = np.minimum(engineers[one, _UNTIL], architects[other, _UNTIL]) - np.maximum(engineers[one, _SINCE], architects[other, _SINCE]) + 1
    longest = np.zeros(sides.shape)
    np.maximum.at(longest, (engineers[one, _PLACE], architects[other, _PLACE]), days.astype(float))
    return longest


def _spells(profiles: list[Profile], on: date, organisations: dict[str, int]) -> np.ndarray:
    """Return (organisation, place, first day, last day) of all dated work by organisation; work that goes on lasts until ``on``."""
    found = [
        (organisations.setdefault(item.organisation_id, len(organisations)), place, item.starts.toordinal(), (item.ends or on).toordinal())
        for place, profile in enumerate(profiles)
        for item in profile.items
        if item.organisation_id is not None and item.starts is not None and item.kind in WORK
    ]
    spells = np.array(found, dtype=np.int64).reshape(len(found), 4)
    # What starts later ends before it begins, and is never shared.
    spells[:, _UNTIL] = np.minimum(spells[:, _UNTIL], on.toordinal())
    return spells[np.argsort(spells[:, _ORGANISATION], kind="stable")]


def _at_one_organisation(engineers: np.ndarray, architects: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the rows of both sides that belong to one organisation, every combination once; both are sorted."""
    first, end = np.searchsorted(architects, engineers, "left"), np.searchsorted(architects, engineers, "right")
    count = end - first
    one = np.repeat(np.arange(len(engineers)), count)
    other = np.arange(count.sum()) - np.repeat(np.cumsum(count) - count, count) + np.repeat(first, count)
    return one, other


def _work(profile: Profile, on: date) -> Iterator[EvidenceItem]:
    for item in profile.items:
        if item.organisation_id is not None and item.starts is not None and item.starts <= on and item.kind in WORK:
            yield item


def _span(item: EvidenceItem, on: date) -> tuple[date, date]:
    return item.starts or on, min(item.ends or on, on)


def _co_authors(sides: Sides) -> np.ndarray:
    rows = {profile.id: row for row, profile in enumerate(sides.engineer_profiles)}
    columns = {profile.id: column for column, profile in enumerate(sides.architect_profiles)}
    together = np.zeros(sides.shape)
    for row, profile in enumerate(sides.engineer_profiles):
        for other in co_authors(profile) & columns.keys():
            together[row, columns[other]] = 1.0
    for column, profile in enumerate(sides.architect_profiles):
        for other in co_authors(profile) & rows.keys():
            together[rows[other], column] = 1.0
    return together


def co_authors(profile: Profile) -> set[str]:
    """Return the ids of the people with whom ``profile`` has published, however long ago."""
    return {
        relation.other_expert_id
        for relation in profile.relations
        if relation.kind is RelationKind.CO_AUTHOR and relation.status is not RelationStatus.DISMISSED and relation.other_expert_id
    }


def shared_work(engineer: Profile, architect: Profile, on: date) -> list[SharedWork]:
    """Return what the two did at one organisation at the same time, the longest first."""
    found = [
        SharedWork(organisation, since, until, (one.id, other.id))
        for one in _work(engineer, on)
        for other in _work(architect, on)
        if (organisation := one.organisation_id) is not None and organisation == other.organisation_id
        for since, until in [_common(_span(one, on), _span(other, on))]
        if since <= until
    ]
    return sorted(found, key=lambda work: (-work.days, work.evidence))


def _common(one: tuple[date, date], other: tuple[date, date]) -> tuple[date, date]:
    return max(one[0], other[0]), min(one[1], other[1])


def concentration(sides: Sides) -> np.ndarray:
    """Return 1 where both work for one employer today, or where one person would hold both roles."""
    employers = [employers_of(profile, sides.selection_date) for profile in sides.engineer_profiles]
    together = sides.same_person.astype(float)
    of_architects = [employers_of(profile, sides.selection_date) for profile in sides.architect_profiles]
    by_employer = _places(of_architects)
    for row, own in enumerate(employers):
        for employer in own:
            for column in by_employer.get(employer, ()):
                together[row, column] = 1.0
    return together


def employers_of(profile: Profile, on: date) -> dict[str, tuple[str, ...]]:
    """Return who employs ``profile`` on a day, with the ids of the positions that say so (none where only a relation does)."""
    found: defaultdict[str, tuple[str, ...]] = defaultdict(tuple)
    for item in profile.items:
        if item.kind is EvidenceKind.POSITION and item.organisation_id is not None and _goes_on(item.starts, item.ends, on):
            found[item.organisation_id] += (item.id,)
    for relation in profile.relations:
        employs = relation.kind is RelationKind.EMPLOYER and relation.status is not RelationStatus.DISMISSED
        if employs and relation.organisation_id is not None and _goes_on(relation.starts or on, relation.ends, on):
            found[relation.organisation_id] += ()
    return dict(found)


def _goes_on(starts: date | None, ends: date | None, on: date) -> bool:
    return starts is not None and starts <= on and (ends is None or ends >= on)


def _places(employers: Iterable[Iterable[str]]) -> dict[str, list[int]]:
    places: defaultdict[str, list[int]] = defaultdict(list)
    for place, own in enumerate(employers):
        for employer in own:
            places[employer].append(place)
    return places


def conflict(sides: Sides) -> np.ndarray:
    """Return 1 where a relation between the two costs the pair something, or would forbid it."""
    return sides.marked([tie for tie in sides.ties if sides.weights.effect(tie.relation.kind) is not PairEffect.NOTHING]).astype(float)


def forbidding(sides: Sides) -> np.ndarray:
    """Return where a relation between the two forbids the pair, shape (engineers, architects)."""
    return sides.marked([tie for tie in sides.ties if sides.weights.effect(tie.relation.kind) is PairEffect.FORBIDS])
