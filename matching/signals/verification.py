"""Verification: how much of the relevant evidence somebody else stands behind."""

import numpy as np

from matching.signals.view import View

CODE = "verification"


def measure(view: View) -> np.ndarray:
    """Return the mean worth weighted by relevance, shape (profiles,)."""
    return view.mean_by_relevance(view.network.verification)


def weigh(view: View) -> np.ndarray:
    """Return how much each item counts."""
    weighed: np.ndarray = view.network.verification * view.relevance
    return weighed
