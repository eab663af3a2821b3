"""What the network offers one need: everybody counted from the ranking that also gives the list, so that the two cannot disagree."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

import numpy as np

from matching.gate.result import MAY_NOT_PROCESS, GateReason, Tier
from matching.needs import RoleNeed
from matching.network import Network
from matching.ranking.gatekeeper import Gatekeeper
from matching.ranking.ranking import Ranking
from matching.ranking.weights import Weights
from matching.signals.view import SHOWN

_ELIGIBLE, _MISSING = (tuple(Tier).index(tier) for tier in (Tier.ELIGIBLE, Tier.EVIDENCE_MISSING))


class Counted(StrEnum):
    """Whom a number counts; nobody who does not consent to matching, or objected to it, is in any of them.

    ``available``: has not declined the role and stays until the work begins. ``eligible`` and ``evidence_missing``: the tiers of the
    gate. ``fitting``: may be proposed and reaches the threshold. ``ready``: fits and has shown every mandatory rule, so could be named
    today; where nobody is ready, the verdict of the list is that nobody fits.
    """

    CONSENTING = "consenting"
    AVAILABLE = "available"
    ELIGIBLE = "eligible"
    EVIDENCE_MISSING = "evidence_missing"
    FITTING = "fitting"
    READY = "ready"


Counts = Mapping[Counted, int]


@dataclass(frozen=True, eq=False)
class Supply:
    """Everybody before one need.

    ``people`` maps whom a number counts to a mask (profiles,); ``order`` holds the positions of the fitting people, best first, as on
    the list; ``total`` (profiles,) the scores; ``shown`` (profiles, required) whether somebody's evidence shows a required capability,
    ``may_be_strong`` (profiles,) whether it shows at least half of what is required.
    """

    need: RoleNeed
    gatekeeper: Gatekeeper
    weights: Weights
    people: Mapping[Counted, np.ndarray]
    order: np.ndarray
    total: np.ndarray
    shown: np.ndarray
    may_be_strong: np.ndarray

    @classmethod
    def of(cls, ranking: Ranking) -> "Supply":
        """Read from ``ranking`` who stands where."""
        need, gatekeeper, tiers = ranking.need, ranking.gatekeeper, ranking.tiers
        fitting = np.zeros(len(tiers), dtype=bool)
        fitting[ranking.fitting] = True
        reasons = (*MAY_NOT_PROCESS, GateReason.UNWILLING, GateReason.UNAVAILABLE)
        people = {
            Counted.CONSENTING: gatekeeper.free_of(need, *MAY_NOT_PROCESS),
            Counted.AVAILABLE: gatekeeper.free_of(need, *reasons),
            Counted.ELIGIBLE: tiers == _ELIGIBLE,
            Counted.EVIDENCE_MISSING: tiers == _MISSING,
            Counted.FITTING: fitting,
            Counted.READY: fitting & (tiers == _ELIGIBLE),
        }
        shown = ranking.view.must_credits >= SHOWN
        return cls(need, gatekeeper, ranking.weights, people, ranking.fitting, ranking.scores.total, shown, ranking.may_be_strong)

    @property
    def network(self) -> Network:
        """Return the network whose people these are."""
        return self.gatekeeper.network

    def within(self, chosen: np.ndarray) -> "Supply":
        """Return the same supply counted over the people of the mask ``chosen`` alone; nobody's score or tier changes."""
        people = {counted: mask & chosen for counted, mask in self.people.items()}
        return replace(self, people=people, order=self.order[chosen[self.order]])

    def ids(self, mask: np.ndarray) -> tuple[str, ...]:
        """Return the ids of the people of ``mask``, in their order."""
        return tuple(self.network.ids[int(position)] for position in np.flatnonzero(mask))


def numbers(people: Mapping[Counted, np.ndarray], among: np.ndarray | bool = True) -> dict[Counted, int]:
    """Return how many people each mask counts ``among`` others."""
    return {counted: int(np.count_nonzero(mask & among)) for counted, mask in people.items()}
