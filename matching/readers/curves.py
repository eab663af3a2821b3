"""A reader that can be looked at: each feature adds the height of a curve made of straight pieces, and the sum is a probability."""

from dataclasses import dataclass

import numpy as np
from scipy.special import expit

# Coarser than the last bits, which depend on where in a batch an exponential is computed.
DECIMALS = 4


@dataclass(frozen=True)
class Curves:
    """``knots`` and ``heights`` (features, knots): a feature's curve; beyond its ends a curve is level. ``bias`` is added to the sum."""

    knots: np.ndarray
    heights: np.ndarray
    bias: float

    def probability(self, features: np.ndarray) -> np.ndarray:
        """Return probabilities, shape (rows,), of ``features`` (rows, features), rounded to ``DECIMALS``.

        Raises ValueError for another number of features than was learnt: readers of another make.
        """
        if features.shape[1] != len(self.knots):
            raise ValueError(f"these readers know {len(self.knots)} features, not {features.shape[1]}: train them again")
        total = np.full(len(features), self.bias, dtype=np.float64)
        for place in range(len(self.knots)):
            total = total + np.interp(features[:, place], self.knots[place], self.heights[place])
        return np.round(expit(total), DECIMALS)


@dataclass(frozen=True)
class Planes:
    """Several logistic readers over one vector: ``weights`` (features, readers) and ``biases`` (readers,)."""

    weights: np.ndarray
    biases: np.ndarray

    def probability(self, features: np.ndarray) -> np.ndarray:
        """Return probabilities, shape (rows, readers), of ``features`` (rows, features)."""
        found: np.ndarray = expit(features.astype(np.float64) @ self.weights + self.biases)
        return found
