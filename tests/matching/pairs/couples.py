"""Engineers and architects for a radar whose right pair a reader can see at a glance."""

from collections.abc import Iterable
from typing import Any

from matching.gate.result import GatePolicy
from matching.needs import RoleNeed
from matching.pairs.pairing import Pairing, Question, pair
from matching.pairs.weights import PairWeights
from matching.profiles import EvidenceItem, Profile
from matching.ranking.gatekeeper import Gatekeeper
from matching.ranking.ranking import Ranking, rank
from models.vocabulary import PairEffect, RelationKind, RoleCode, RoleFamily
from tests.matching.examples import RADAR, item, need, network, person, weights

OF_TERM = {
    "engineer": 0.3,
    "architect": 0.3,
    "must_together": 0.14,
    "nice_together": 0.04,
    "dimensions_together": 0.08,
    "shared_language": 0.05,
    "working_hours": 0.03,
    "shared_availability": 0.03,
    "earlier_work": 0.03,
    "concentration": -0.05,
    "conflict": -0.15,
}
OF_RELATION = dict.fromkeys(RelationKind, PairEffect.COSTS) | {
    RelationKind.FAMILY: PairEffect.FORBIDS,
    RelationKind.CO_AUTHOR: PairEffect.NOTHING,
}
PAIR_WEIGHTS = PairWeights("test", OF_TERM, OF_RELATION, tie=0.01)


def both_needs(**changes: Any) -> tuple[RoleNeed, RoleNeed]:
    """Return the needs of the two roles for a radar."""
    return need(**changes), need(role=RoleCode.CA_PROJECT, **changes)


def rankings(people: Iterable[Profile], needs: tuple[RoleNeed, RoleNeed] | None = None, fits: float = 0.05) -> tuple[Ranking, Ranking]:
    """Return the two rankings of one subject in one network."""
    built = network(people)
    gatekeeper = Gatekeeper(built, GatePolicy())
    engineer, architect = needs or both_needs()
    return (
        rank(engineer, built, gatekeeper, weights(RoleFamily.CHIEF_ENGINEER, fits)),
        rank(architect, built, gatekeeper, weights(RoleFamily.CHIEF_ARCHITECT, fits)),
    )


def pairing(people: Iterable[Profile], needs: tuple[RoleNeed, RoleNeed] | None = None, fits: float = 0.05, **asked: Any) -> Pairing:
    return pair(*rankings(people, needs, fits), PAIR_WEIGHTS, Question(**asked))


def somebody(identifier: str, *items: EvidenceItem, role: RoleCode | None = None, **changes: Any) -> Profile:
    """Return somebody who accepts ``role`` alone (default: any) and works in Viet Nam in Vietnamese."""
    unwilling = tuple((code, False) for code in (RoleCode.CE_PROJECT, RoleCode.CA_PROJECT) if role not in {None, code})
    usual = {"willing": unwilling, "country": "VN", "languages": ("vi",)}
    return person(identifier, *(items or (item(f"{identifier}-1", RADAR[0]),)), **(usual | changes))


def engineer(identifier: str, *items: EvidenceItem, **changes: Any) -> Profile:
    return somebody(identifier, *items, role=RoleCode.CE_PROJECT, **changes)


def architect(identifier: str, *items: EvidenceItem, **changes: Any) -> Profile:
    return somebody(identifier, *items, role=RoleCode.CA_PROJECT, **changes)


def ids(found: Pairing) -> list[tuple[str, str]]:
    return [(entry.engineer_id, entry.architect_id) for entry in found.entries()]


def value(found: Pairing, term: str, engineer_id: str = "CE1", architect_id: str = "CA1") -> float:
    """Return the value of one term of a pair."""
    place = found.place(engineer_id, architect_id)
    assert place is not None
    return found.value(term, *place)
