"""Selection rates by group of people, and how far each is below the highest.

Impact ratio: a group's rate over the highest rate. Four fifths is a guideline of the United States for employers (Uniform Guidelines on
Employee Selection Procedures, 1978, 29 CFR 1607.4D), used here as a familiar yardstick only: it is not law here, it says nothing about
the cause, and nothing is corrected by it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from matching.coverage.suppression import SMALLEST_SHOWN, suppressed

FOUR_FIFTHS = 0.8


@dataclass(frozen=True, slots=True)
class Rate:
    """A group: its ``people`` who consent to matching, how many were ``shown``, and its ``ratio``; all None where the group is small."""

    label: str
    people: int | None
    shown: int | None
    rate: float | None
    ratio: float | None

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
    return tuple(_rate(label, number, selected[label], found) for label, number in people.items())


def _rate(label: str, number: int | None, selected: int, found: Mapping[str, float]) -> Rate:
    if number is None:
        return Rate(label, None, None, None, None)
    highest = max(found.values())
    return Rate(label, number, selected, found[label], found[label] / highest if highest else None)
