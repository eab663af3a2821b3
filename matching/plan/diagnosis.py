"""Why seats stay empty: people left after each gate, what binds, and the least that would have to change."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

import numpy as np

from matching.assignment.diagnosis import OpenSeat, Shortage, diagnose
from matching.assignment.objective import Objective
from matching.assignment.outcome import Outcome
from matching.assignment.problem import Choice, Problem
from matching.assignment.relaxations import Relaxation
from matching.assignment.solving import solve
from matching.gate.result import MAY_NOT_PROCESS, GateReason, Tier
from matching.plan.building import Field, problem_of
from matching.ranking.ranking import Ranking

_ELIGIBLE = tuple(Tier).index(Tier.ELIGIBLE)


class Gate(StrEnum):
    """What people pass one after the other; the number at each counts who is left."""

    CONSIDERED = "considered"
    CONSENTING = "consenting"
    WITH_EVIDENCE = "with_evidence"
    WILLING = "willing"
    AVAILABLE = "available"
    RULES_NOT_FAILED = "rules_not_failed"
    WITHOUT_CONFLICT = "without_conflict"
    EVIDENCE_SHOWN = "evidence_shown"
    FITTING = "fitting"
    NOT_EXCLUDED = "not_excluded"
    ABLE = "able"
    COMPATIBLE_WITH_PINS = "compatible_with_pins"
    STILL_FREE = "still_free"


_REASONS = {
    Gate.CONSENTING: tuple(sorted(MAY_NOT_PROCESS)),
    Gate.WITH_EVIDENCE: (GateReason.NO_EVIDENCE,),
    Gate.WILLING: (GateReason.UNWILLING,),
    Gate.AVAILABLE: (GateReason.UNAVAILABLE,),
    Gate.RULES_NOT_FAILED: (GateReason.RULE_NOT_MET,),
    Gate.WITHOUT_CONFLICT: (GateReason.CONFLICT,),
}


@dataclass(frozen=True, slots=True)
class EmptySeat:
    """A seat with ``missing`` empty places, and how many people are left after each gate."""

    seat: str
    missing: int
    left: dict[Gate, int]


@dataclass(frozen=True, slots=True)
class Asking:
    """The fewest people whose missing evidence, once shown, would fill ``fills`` of the empty places: whom to ask first."""

    people: tuple[Choice, ...]
    fills: int


@dataclass(frozen=True, slots=True)
class PlanDiagnosis:
    """``unmet``: what is missing of each minimum; ``shortage``: seats that share too few people, None where another rule binds.

    ``relaxations``: for each kind of change that alone fills every place, the smallest; ``asking`` needs no rule to be changed.
    """

    seats: tuple[EmptySeat, ...]
    unmet: dict[str, int]
    shortage: Shortage | None
    relaxations: tuple[Relaxation, ...]
    asking: Asking | None


def explain_gaps(field: Field, problem: Problem, outcome: Outcome) -> PlanDiagnosis | None:
    """Return why ``outcome`` leaves places empty or minima unmet; None for a plan that does neither."""
    if outcome.complete:
        return None
    found = diagnose(problem, outcome)
    seats = tuple(EmptySeat(open_.seat, open_.missing, _left(field.rankings[open_.seat], open_)) for open_ in found.open_seats)
    return PlanDiagnosis(seats, found.unmet, found.shortage, found.relaxations, _asking(field, problem, outcome))


def _left(ranking: Ranking, open_: OpenSeat) -> dict[Gate, int]:
    after = (open_.scored, open_.allowed, open_.able, open_.compatible, open_.free)
    gates = (Gate.FITTING, Gate.NOT_EXCLUDED, Gate.ABLE, Gate.COMPATIBLE_WITH_PINS, Gate.STILL_FREE)
    return dict(_gated(ranking)) | dict(zip(gates, after, strict=True))


def _gated(ranking: Ranking) -> Iterator[tuple[Gate, int]]:
    yield Gate.CONSIDERED, len(ranking.network.ids)
    passed: tuple[GateReason, ...] = ()
    for gate, reasons in _REASONS.items():
        passed += reasons
        yield gate, int(np.count_nonzero(ranking.gatekeeper.free_of(ranking.need, *passed)))
    yield Gate.EVIDENCE_SHOWN, int(np.count_nonzero(ranking.tiers == _ELIGIBLE))


def _asking(field: Field, problem: Problem, outcome: Outcome) -> Asking | None:
    """Fill as much as can be with the people who lack evidence as well, at a price of one for each of them."""
    wider = problem_of(field, lacking_evidence=True)
    known = {problem.choice(at) for at in range(len(problem.score))}
    lacking = np.array([wider.choice(at) not in known for at in range(len(wider.score))], dtype=bool)
    cheapest = solve(replace(wider, score=-lacking.astype(np.float64)), Objective.TOTAL)
    fills = sum(outcome.unfilled.values()) - sum(cheapest.unfilled.values())
    asked = tuple(choice for choice in cheapest.taken if choice not in known)
    return Asking(asked, fills) if asked and fills > 0 else None
