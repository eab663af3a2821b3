"""The exposure report: who is shown on the lists of all cells, how concentrated that is, and at which rates for which groups."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from matching.coverage.supply import Counted, Supply
from matching.coverage.suppression import SMALLEST_SHOWN
from matching.exposure.concentration import gini, places, share_of_top
from matching.exposure.rates import Rate, rates
from matching.exposure.stages import PROPOSED_BOUNDARIES, career_stage
from matching.gate.spells import PROPOSED_GAPS
from matching.profiles import Profile

FIRST = 10
TOP_SHARES = (0.01, 0.1)
HOME = "VN"
DOMESTIC, OVERSEAS = "domestic", "overseas"


@dataclass(frozen=True, slots=True)
class Method:
    """What the report's numbers depend on besides the lists; every field is shown with them."""

    on: date
    first: int = FIRST
    minimum: int = SMALLEST_SHOWN
    boundaries: tuple[int, ...] = PROPOSED_BOUNDARIES
    tolerated_gap: timedelta = PROPOSED_GAPS.tolerated


@dataclass(frozen=True, slots=True)
class Exposure:
    """``people`` consent to matching, ``shown`` of them stand among the first of any list; ``places`` are all such places together.

    ``gini`` and ``top`` (share of people: their share of all places) count everybody who consents, also who is never shown.
    """

    lists: int
    people: int
    shown: int
    places: int
    gini: float
    top: Mapping[float, float]
    groups: Mapping[str, tuple[Rate, ...]]

    @property
    def share_shown(self) -> float:
        """Return the share of people who are ever shown."""
        return self.shown / self.people if self.people else 0.0


def report(supplies: Sequence[Supply], method: Method) -> Exposure:
    """Report on the lists of ``supplies``, at least one, of one network."""
    network, considered = supplies[0].network, supplies[0].people[Counted.CONSENTING]
    found = places(supplies, len(network.ids), method.first)
    amounts, shown = found[considered], found > 0
    groups = {
        dimension: rates([label(profile) for profile in network.profiles], considered, shown, method.minimum)
        for dimension, label in _dimensions(method).items()
    }
    top = {share: share_of_top(amounts, share) for share in TOP_SHARES}
    return Exposure(len(supplies), len(amounts), int(np.count_nonzero(amounts)), int(amounts.sum()), gini(amounts), top, groups)


def _dimensions(method: Method) -> dict[str, Callable[[Profile], str]]:
    return {
        "sub_network": lambda profile: profile.sub_network,
        "country": lambda profile: profile.country,
        "residence": lambda profile: DOMESTIC if profile.country == HOME else OVERSEAS,
        "career_stage": lambda profile: career_stage(profile, method.on, method.tolerated_gap, method.boundaries),
    }
