"""Selection rates by group of people, and how far each is below the highest.

Impact ratio: a group's rate over the highest rate. Four fifths is a guideline of the United States for employers (Uniform Guidelines on
Employee Selection Procedures, 1978, 29 CFR 1607.4D), used here as a familiar yardstick only: it is not law here, it says nothing about
the cause, and nothing is corrected by it.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from matching.coverage.suppression import SMALLEST_SHOWN, suppressed

FOUR_FIFTHS = 0.8
_Z = 1.96  # of the normal distribution, for 95%


@dataclass(frozen=True, slots=True)
class Rate:
    """A group: its ``people`` who consent to matching, how many were ``shown``, and its ``ratio``; all None where the group is small.

    ``low`` and ``high`` bound the rate (95%, Wilson). ``overall`` is the rate of everybody, which a small group cannot set.
    """

    label: str
    people: int | None
    shown: int | None
    rate: float | None
    ratio: float | None
    low: float | None = None
    high: float | None = None
    overall: float | None = None

    @property
    def firmly_below(self) -> bool:
        """Return whether even the upper bound of the rate is below four fifths of everybody's: the numbers carry it."""
        return self.high is not None and self.overall is not None and self.high < FOUR_FIFTHS * self.overall

    @property
    def below_four_fifths(self) -> bool:
        """Return whether the ratio is known and below four fifths."""
        return self.ratio is not None and self.ratio < FOUR_FIFTHS


def rates(labels: Sequence[str], considered: np.ndarray, shown: np.ndarray, minimum: int = SMALLEST_SHOWN) -> tuple[Rate, ...]:
    """Return the rate of every label, in order; each profile has one of ``labels``, the masks are (profiles,).

    Small groups are hidden and do not set the highest rate; where nobody was shown at all there is no ratio.
    """
    label_of = np.array(labels, dtype=object)
    groups = {label: considered & (label_of == label) for label in sorted(set(labels))}
    people = suppressed({label: int(np.count_nonzero(mask)) for label, mask in groups.items() if mask.any()}, minimum)
    selected = {label: int(np.count_nonzero(groups[label] & shown)) for label in people}
    found = {label: selected[label] / number for label, number in people.items() if number}
    everybody = int(np.count_nonzero(considered))
    overall = int(np.count_nonzero(considered & shown)) / everybody if everybody else 0.0
    return tuple(_rate(label, number, selected[label], found, overall) for label, number in people.items())


def wilson(selected: int, number: int) -> tuple[float, float]:
    """Return the bounds of a share at 95% confidence (Wilson 1927); ``number`` is above 0."""
    share, spread = selected / number, _Z**2 / number
    middle = (share + spread / 2) / (1 + spread)
    half = _Z / (1 + spread) * math.sqrt(share * (1 - share) / number + spread / (4 * number))
    return max(0.0, middle - half), min(1.0, middle + half)


def _rate(label: str, number: int | None, selected: int, found: Mapping[str, float], overall: float) -> Rate:
    if number is None:
        return Rate(label, None, None, None, None)
    highest, (low, high) = max(found.values()), wilson(selected, number)
    return Rate(label, number, selected, found[label], found[label] / highest if highest else None, low, high, overall)
