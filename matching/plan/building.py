"""From rankings to one assignment problem: who may take which seat, and who may not stand beside whom."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from matching.assignment.problem import Choice, Minimum, Person, Problem, Rules, Scores, Seat
from matching.gate.result import GateReason, Tier
from matching.pairs.acquaintance import forbidding
from matching.pairs.sides import Sides
from matching.pairs.weights import PairWeights
from matching.plan.request import PlanRequest, PlanSeat
from matching.profiles import Profile
from matching.ranking.ranking import Ranking
from models.vocabulary import RoleCode

_ELIGIBLE, _GATED = tuple(Tier).index(Tier.ELIGIBLE), tuple(Tier).index(Tier.GATED)
_SIDES = (RoleCode.CE_PROJECT, RoleCode.CA_PROJECT)


class PinFault(NamedTuple):
    """Somebody who cannot be pinned to a seat: unknown there (no ``reasons``), or held back by the gate."""

    person: str
    seat: str
    reasons: tuple[GateReason, ...]


class ImpossiblePins(ValueError):
    """Pins of people who may not be proposed; the gate never gives way to a pin."""

    def __init__(self, faults: Iterable[PinFault]) -> None:
        self.faults = tuple(faults)
        super().__init__("; ".join(f"{fault.person} for {fault.seat}" for fault in self.faults))


@dataclass(frozen=True, eq=False)
class Field:
    """What a plan is made from: what was asked, the ranking of every seat by its id, and what pairs are judged by."""

    request: PlanRequest
    rankings: Mapping[str, Ranking]
    pair_weights: PairWeights

    def profile(self, person: str) -> Profile | None:
        """Return somebody's profile, or None."""
        for ranking in self.rankings.values():
            position = ranking.network.position.get(person)
            if position is not None:
                return ranking.network.profiles[position]
        return None

    def pin_fault(self, pin: Choice) -> PinFault | None:
        """Return why somebody cannot be pinned, or None."""
        person, seat = pin
        ranking = self.rankings.get(seat)
        position = None if ranking is None else ranking.network.position.get(person)
        if ranking is None or position is None:
            return PinFault(person, seat, ())
        reasons = ranking.gate_result(position).reasons
        return PinFault(person, seat, reasons) if reasons else None


def candidates(field: Field, seat: PlanSeat, *, lacking_evidence: bool = False) -> np.ndarray:
    """Return the positions of those who may take ``seat``, ascending.

    They fit and have shown every mandatory rule, as the verdict of a list demands: a plan never fills a seat whose list says that nobody
    fits. ``lacking_evidence`` takes in who fits and has yet to show a rule. Somebody who is pinned need not fit, but pass the gate.
    """
    ranking = field.rankings[seat.id]
    fitting = ranking.fitting
    ready = fitting if lacking_evidence else fitting[ranking.tiers[fitting] == _ELIGIBLE]
    pinned = [ranking.network.position[person] for person, pinned_to in field.request.pins if pinned_to == seat.id]
    return np.union1d(ready, np.array(pinned, dtype=int)).astype(int)


def problem_of(field: Field, *, lacking_evidence: bool = False) -> Problem:
    """Return the problem; raises ``ImpossiblePins`` and, where rules contradict one another, ``InvalidProblem``."""
    request = field.request
    if faults := [fault for pin in request.pins if (fault := field.pin_fault(pin))]:
        raise ImpossiblePins(faults)
    chosen = {seat.id: candidates(field, seat, lacking_evidence=lacking_evidence) for seat in request.seats}
    profiles = {one.id: one for seat, positions in chosen.items() for one in _profiles(field.rankings[seat], positions)}
    rows = [row for seat, positions in chosen.items() for row in _scores(field.rankings[seat], seat, positions)]
    rules = Rules(
        forbidden=tuple((person, seat) for person, seat, _ in rows if request.excludes(person, seat)),
        pins=request.pins,
        incompatible=tuple(_incompatible(field, chosen)),
        minima=tuple(
            Minimum(quota.name, quota.least, frozenset(one.id for one in profiles.values() if quota.counts(one)), quota.seats)
            for quota in request.quotas
        ),
        earlier=request.earlier,
    )
    seats = [Seat(seat.id, seat.places, seat.hours) for seat in request.seats]
    return Problem.of([_person(request, one) for one in profiles.values()], seats, Scores.of(rows), rules)


def _profiles(ranking: Ranking, positions: np.ndarray) -> list[Profile]:
    return [ranking.network.profiles[position] for position in positions]


def _scores(ranking: Ranking, seat: str, positions: np.ndarray) -> Iterator[tuple[str, str, float]]:
    for profile, score in zip(_profiles(ranking, positions), ranking.scores.total[positions].tolist(), strict=True):
        yield profile.id, seat, score


def _person(request: PlanRequest, profile: Profile) -> Person:
    """Return what somebody can carry; who has not declared hours is not limited by them."""
    own = request.capacity(profile.id)
    seats = request.seats_per_person if own.seats is None else own.seats
    return Person(profile.id, 0, seats, profile.hours_per_week if own.hours is None else own.hours)


def _incompatible(field: Field, chosen: Mapping[str, np.ndarray]) -> Iterator[tuple[Choice, Choice]]:
    """Yield who must not hold the two roles of one subject together, as on its list of pairs: one person, or a relation that forbids it."""
    for subject in dict.fromkeys(seat.subject_id for seat in field.request.seats):
        engineer, architect = (f"{subject}:{role}" for role in _SIDES)
        if engineer in chosen and architect in chosen:
            sides = Sides(field.rankings[engineer], field.rankings[architect], chosen[engineer], chosen[architect], field.pair_weights)
            for row, column in np.argwhere(forbidding(sides) | sides.same_person).tolist():
                yield (sides.engineer_profiles[row].id, engineer), (sides.architect_profiles[column].id, architect)
