"""One scale for three similarities: standardised by frozen constants, weighted, and mapped to relevance in [0, 1]."""

from dataclasses import dataclass

import numpy as np

SHARES = {"lexical": 0.3, "capability": 0.2, "semantic": 0.5}
_FULL_RELEVANCE_QUANTILE = 0.999


@dataclass(frozen=True, slots=True)
class Blend:
    """Frozen constants: mean and deviation of each block over reference pairs, and the blended value that counts as full relevance."""

    means: tuple[float, ...]
    deviations: tuple[float, ...]
    full: float

    @classmethod
    def fit(cls, similarities: dict[str, np.ndarray]) -> "Blend":
        """Learn the constants from the similarities of reference queries and documents, each of shape (pairs,)."""
        means = tuple(float(similarities[block].mean()) for block in SHARES)
        deviations = tuple(float(similarities[block].std()) for block in SHARES)
        blended = _blended(similarities, means, deviations)
        return cls(means, deviations, max(float(np.quantile(blended, _FULL_RELEVANCE_QUANTILE)), 1e-6))

    def relevance(self, similarities: dict[str, np.ndarray]) -> np.ndarray:
        """Return relevance in [0, 1], shape (documents,): 0 at the average document or below, 1 at the very best of the reference."""
        blended = _blended(similarities, self.means, self.deviations)
        return np.clip(blended / self.full, 0.0, 1.0)


def _blended(similarities: dict[str, np.ndarray], means: tuple[float, ...], deviations: tuple[float, ...]) -> np.ndarray:
    total = np.zeros_like(similarities["lexical"], dtype=np.float64)
    for (block, share), mean, deviation in zip(SHARES.items(), means, deviations, strict=True):
        if deviation > 0:
            total += share * (similarities[block] - mean) / deviation
    return total
