"""What is behind a gap: what is wanted, who is nearest and what each of them lacks."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from matching.coverage.breakdown import LABELS, masks
from matching.coverage.cells import CapabilityCell, capability_cell
from matching.coverage.supply import Counted, Supply
from matching.coverage.suppression import SMALLEST_SHOWN, suppressed
from matching.gate.rules import RuleOutcome
from matching.signals.person import FULL_WEEK_HOURS
from models.vocabulary import RuleKind, RuleResult

NAMED, POOL = 10, 50


@dataclass(frozen=True, slots=True)
class NearCandidate:
    """Somebody who nearly closes a gap, and what they lack.

    ``rules`` are the mandatory ones not shown, with what was found; ``capabilities`` the wanted ones not shown; ``hours_offered`` a
    week, None where undeclared, of ``hours_wanted``.
    """

    profile_id: str
    score: float
    rules: tuple[RuleOutcome, ...]
    capabilities: tuple[str, ...]
    hours_offered: int | None
    hours_wanted: int


@dataclass(frozen=True, slots=True)
class Gap:
    """What a recruiting brief says of a cell, or of one ``capability`` of it; ``pool`` is how many people ``where`` counts.

    ``open`` says whether nobody closes it now. ``where`` maps sub-network and country to the number of near people, small numbers None.
    """

    capability: str | None
    open: bool
    wanted: tuple[CapabilityCell, ...]
    nearest: tuple[NearCandidate, ...]
    pool: int
    where: dict[str, dict[str, int | None]]


def gap(supply: Supply, capability: str | None = None, named: int = NAMED, minimum: int = SMALLEST_SHOWN) -> Gap:
    """Return the gap of a cell, or of one of its required capabilities; raises ValueError for one that it does not require.

    The nearest are those who may be proposed and do not close the gap yet, the best scores first, then the id.
    """
    places = range(len(supply.need.must)) if capability is None else [supply.need.must.index(capability)]
    wanted = tuple(capability_cell(supply, place) for place in places)
    closing = supply.people[Counted.READY]
    if capability is not None:
        closing = closing & supply.shown[:, places[0]]
    near = _nearest(supply, closing)[:POOL]
    return Gap(
        capability,
        not closing.any(),
        wanted,
        tuple(_near(supply, int(position), places) for position in near[:named]),
        len(near),
        {dimension: _where(supply, near, LABELS[dimension], minimum) for dimension in ("sub_network", "country")},
    )


def _nearest(supply: Supply, closing: np.ndarray) -> np.ndarray:
    proposable = supply.people[Counted.ELIGIBLE] | supply.people[Counted.EVIDENCE_MISSING]
    positions = np.flatnonzero(proposable & ~closing)
    nearest: np.ndarray = positions[np.lexsort((positions, -supply.total[positions]))]
    return nearest


def _near(supply: Supply, position: int, places: Sequence[int]) -> NearCandidate:
    profile = supply.network.profiles[position]
    outcomes = supply.gatekeeper.gate_result(supply.need, position).outcomes
    return NearCandidate(
        profile.id,
        float(supply.total[position]),
        tuple(one for one in outcomes if one.rule.kind is RuleKind.HARD and one.result is RuleResult.NOT_SHOWN),
        tuple(supply.need.must[place] for place in places if not supply.shown[position, place]),
        profile.hours_per_week,
        supply.need.hours_per_week or FULL_WEEK_HOURS,
    )


def _where(supply: Supply, near: np.ndarray, labels_of: Callable[..., Sequence[str]], minimum: int) -> dict[str, int | None]:
    profiles = [supply.network.profiles[int(position)] for position in near]
    return suppressed({label: int(np.count_nonzero(mask)) for label, mask in masks(profiles, labels_of).items()}, minimum)
