"""Whether a text asks for something of the catalogue at all: texts that did, and texts that asked for something else, are remembered."""

from dataclasses import dataclass

import numpy as np
from scipy.special import expit

_SUREST = 1e-4


@dataclass(frozen=True)
class Scope:
    """``within`` and ``outside`` (texts, dimension) are unit vectors of remembered texts of either kind.

    The probability is logistic in two features with ``slopes`` (2,) and ``bias``: the log odds of the subject that a text is surest about,
    and how much nearer the nearest text of ``within`` is than the nearest of ``outside``.
    """

    within: np.ndarray
    outside: np.ndarray
    slopes: np.ndarray
    bias: float

    def probability(self, vector: np.ndarray, surest: float) -> float:
        """Return the probability for a text with the unit ``vector`` (dimension,) and its ``surest`` subject's probability."""
        return float(expit(features(vector, surest, self.within, self.outside) @ self.slopes + self.bias))


def features(vector: np.ndarray, surest: float, within: np.ndarray, outside: np.ndarray) -> np.ndarray:
    """Return the two features of a text, shape (2,); where nothing of a kind is remembered, neither kind is nearer."""
    odds = np.clip(surest, _SUREST, 1.0 - _SUREST)
    nearer = float((within @ vector).max() - (outside @ vector).max()) if len(within) and len(outside) else 0.0
    return np.array([np.log(odds / (1.0 - odds)), nearer])
