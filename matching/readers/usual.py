"""What is usual: how often work on a subject shows a capability, so that what an item is about says what to expect of it."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

# How many items of the mean of all pairs each pair is thought to have had before anybody read one.
_BEFORE = 4.0


@dataclass(frozen=True)
class BaseRates:
    """``rates`` (subjects, capabilities) in [0, 1] by the names of both; ``mean`` is that of a pair about which nothing was read."""

    subjects: tuple[str, ...]
    capabilities: tuple[str, ...]
    rates: np.ndarray
    mean: float

    @classmethod
    def learn(cls, subjects: Sequence[str], capabilities: Sequence[str], about: np.ndarray, shown: np.ndarray) -> "BaseRates":
        """Count: of the items ``about`` each subject (pairs that were read), how many were ``shown``, both (subjects, capabilities)."""
        mean = float(shown.sum() / max(1.0, about.sum()))
        return cls(tuple(subjects), tuple(capabilities), (shown + _BEFORE * mean) / (about + _BEFORE), mean)

    def of(self, subjects: Sequence[str], capabilities: Sequence[str]) -> np.ndarray:
        """Return the rates for other subjects and capabilities, shape (subjects, capabilities); ``mean`` where one is not known."""
        rows, columns = _places(self.subjects, subjects), _places(self.capabilities, capabilities)
        known = (rows[:, None] >= 0) & (columns[None, :] >= 0)
        found = np.full(known.shape, self.mean)
        found[known] = self.rates[np.broadcast_to(rows[:, None], known.shape)[known], np.broadcast_to(columns, known.shape)[known]]
        return found


def _places(names: Sequence[str], wanted: Sequence[str]) -> np.ndarray:
    place = {name: position for position, name in enumerate(names)}
    return np.array([place.get(name, -1) for name in wanted], dtype=int)
