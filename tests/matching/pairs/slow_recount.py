"""Recounts the score of one pair from the two profiles alone, one person and one item at a time."""

from datetime import date, timedelta

from matching.gate.result import GatePolicy
from matching.pairs.utc_offsets import STANDARD_TIME
from matching.profiles import Profile, Relation
from matching.ranking.ranking import Ranking
from models.vocabulary import EvidenceKind, PairEffect, RelationKind, RelationStatus
from tests.matching.pairs.couples import PAIR_WEIGHTS

AT_WORK = ("position", "programme", "product", "standard", "policy")


def recount(engineers: Ranking, architects: Ranking, engineer_id: str, architect_id: str) -> tuple[float, bool]:
    """Return the score of a pair, and whether a relation forbids it."""
    place = engineers.network.position
    one, other = (engineers.network.profiles[place[identifier]] for identifier in (engineer_id, architect_id))
    relations = _between(one, other, engineers.need.selection_date)
    effects = {PAIR_WEIGHTS.of_relation[relation.kind] for relation in relations}
    values = {
        "engineer": float(engineers.scores.total[place[engineer_id]]),
        "architect": float(architects.scores.total[place[architect_id]]),
        "must_together": _together(engineers, _wanted(engineers, architects, "must"), one, other),
        "nice_together": _together(engineers, _wanted(engineers, architects, "nice"), one, other),
        "dimensions_together": (_dimensions(engineers, one, other) + _dimensions(architects, one, other)) / 6,
        "shared_language": _language(one, other),
        "working_hours": _hours(one, other),
        "shared_availability": _available(engineers, one, other),
        "earlier_work": _work(one, other, engineers.need.selection_date),
        "concentration": float(one is other or bool(_employers(one, engineers) & _employers(other, engineers))),
        "conflict": float(bool(effects - {PairEffect.NOTHING})),
    }
    return sum(PAIR_WEIGHTS.of_term[term] * value for term, value in values.items()), PairEffect.FORBIDS in effects


def _wanted(engineers: Ranking, architects: Ranking, level: str) -> set[str]:
    must = set(engineers.need.must) | set(architects.need.must)
    return must if level == "must" else (set(engineers.need.nice) | set(architects.need.nice)) - must


def _together(ranking: Ranking, wanted: set[str], one: Profile, other: Profile) -> float:
    if not wanted:
        return 1.0
    column = ranking.network.reader.thesaurus.column
    block = ranking.network.shown.toarray()
    total = 0.0
    for capability in wanted:
        rows = [row for person in (one, other) for row in ranking.network.rows_of(ranking.network.position[person.id])]
        total += max((float(block[row, column[capability]]) for row in rows), default=0.0) if capability in column else 0.0
    return total / len(wanted)


def _dimensions(ranking: Ranking, one: Profile, other: Profile) -> float:
    own = ("coordination", "resource_connection", "objective_delivery", "system_architecture", "technical_standards", "core_technology")
    columns = [column for column, signal in enumerate(ranking.scores.signals) if signal.code in own]
    positions = [ranking.network.position[person.id] for person in (one, other)]
    return float(sum(max(ranking.scores.values[position, column] for position in positions) for column in columns))


def _language(one: Profile, other: Profile) -> float:
    if not one.languages or not other.languages:
        return 0.5
    return float(any(language in other.languages for language in one.languages))


def _hours(one: Profile, other: Profile) -> float:
    if one.country not in STANDARD_TIME or other.country not in STANDARD_TIME:
        return 0.5
    here, there = STANDARD_TIME[one.country], STANDARD_TIME[other.country]
    return max(max(0.0, 8 - abs(here - there + around)) for around in (-24, 0, 24)) / 8


def _available(ranking: Ranking, one: Profile, other: Profile) -> float:
    first = max(ranking.need.selection_date, ranking.need.starts or ranking.need.selection_date)
    last = first + timedelta(days=3 * 365 - 1)
    since = max(first, one.available_from or first, other.available_from or first)
    until = min(last, one.available_until or last, other.available_until or last)
    return max(0, (until - since).days + 1) / (3 * 365)


def _work(one: Profile, other: Profile, on: date) -> float:
    if one is other:
        return 0.0
    longest = 0
    for here in one.items:
        for there in other.items:
            at_one = here.organisation_id is not None and here.organisation_id == there.organisation_id
            if at_one and here.kind in AT_WORK and there.kind in AT_WORK and here.starts and there.starts:
                until = min(here.ends or on, there.ends or on, on)
                longest = max(longest, (until - max(here.starts, there.starts)).days + 1)
    authors = any(
        relation.kind is RelationKind.CO_AUTHOR and relation.status is not RelationStatus.DISMISSED
        for relation in _recorded(one, other) + _recorded(other, one)
    )
    years = longest / 365.25 + authors
    return years / (years + 2)


def _employers(person: Profile, ranking: Ranking) -> set[str | None]:
    on = ranking.need.selection_date
    posts = {
        item.organisation_id
        for item in person.items
        if item.kind is EvidenceKind.POSITION and item.starts and item.starts <= on and (item.ends or on) >= on
    }
    ties = {
        relation.organisation_id
        for relation in person.relations
        if relation.kind is RelationKind.EMPLOYER and relation.status is not RelationStatus.DISMISSED
        if (relation.starts or on) <= on <= (relation.ends or on)
    }
    return (posts | ties) - {None}


def _recorded(one: Profile, other: Profile) -> list[Relation]:
    return [relation for relation in one.relations if relation.other_expert_id == other.id]


def _between(one: Profile, other: Profile, on: date) -> list[Relation]:
    windows = GatePolicy().conflicts.cooling_off
    return [
        relation
        for relation in _recorded(one, other) + _recorded(other, one)
        if relation.status is not RelationStatus.DISMISSED and (relation.ends or on) >= on - windows[relation.kind]
    ]
