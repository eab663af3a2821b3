"""Rankings whose scores are given: people are candidates for a seat exactly where the table has a score."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import numpy as np

from matching.gate.result import GatePolicy, Tier
from matching.pairs.weights import PairWeights
from matching.plan.building import Field
from matching.plan.request import PlanRequest, PlanSeat
from matching.profiles import Profile, Relation
from matching.ranking.gatekeeper import Gatekeeper
from matching.ranking.ranking import Ranking, rank
from models.vocabulary import PairEffect, RelationKind, RelationStatus, RoleCode
from tests.matching.examples import item, need, network, person, weights

CE, CA = RoleCode.CE_PROJECT, RoleCode.CA_PROJECT
PAIR_WEIGHTS = PairWeights("test", {}, dict.fromkeys(RelationKind, PairEffect.FORBIDS), tie=0.01)
Scores = Mapping[str, Mapping[str, float]]


def seat_of(identifier: str, **changes: Any) -> PlanSeat:
    subject, _, role = identifier.rpartition(":")
    return PlanSeat(subject, RoleCode(role), **({"alternates": 0} | changes))


def family(person_id: str) -> Relation:
    return Relation(RelationKind.FAMILY, RelationStatus.DECLARED, other_expert_id=person_id)


def field_of(scores: Scores, profiles: Mapping[str, Profile] | None = None, lacking: Scores | None = None, **asked: Any) -> Field:
    """Return the field of seats such as ``P1:CE_PROJECT`` with the score of everybody who fits; ``lacking`` lacks evidence there."""
    lacking = lacking or {}
    ids = sorted({one for table in (scores, lacking) for row in table.values() for one in row} | set(profiles or {}))
    built = network([(profiles or {}).get(one) or person(one, item(f"{one}-1")) for one in ids])
    gatekeeper = Gatekeeper(built, GatePolicy())
    seats = asked.pop("seats", None) or tuple(seat_of(one) for one in scores)

    def ranking(identifier: str) -> Ranking:
        subject, _, role = identifier.rpartition(":")
        wanted = need(subject_id=subject, role=RoleCode(role), rules=())
        found = rank(wanted, built, gatekeeper, weights(wanted.role.family, fits=0.1))
        total = np.array([{**lacking.get(identifier, {}), **scores[identifier]}.get(one, 0.0) for one in ids])
        tiers = np.array([tuple(Tier).index(_tier(one, identifier, scores, lacking)) for one in ids], dtype=np.int8)
        return replace(found, scores=replace(found.scores, total=total), tiers=tiers)

    return Field(PlanRequest(seats, **asked), {one: ranking(one) for one in scores}, PAIR_WEIGHTS)


def _tier(one: str, seat: str, scores: Scores, lacking: Scores) -> Tier:
    return Tier.EVIDENCE_MISSING if one in lacking.get(seat, {}) and one not in scores[seat] else Tier.ELIGIBLE
