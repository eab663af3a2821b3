"""Depth: how much evidence there is on the subject, a damped sum that grows with every item and never reaches 1."""

import numpy as np

from matching.signals.view import View, saturating

CODE = "depth"
HALF = 3.0


def measure(view: View) -> np.ndarray:
    """Return total relevance x as x / (x + HALF): three fully relevant items give one half."""
    return saturating(view.total_relevance, HALF)


def weigh(view: View) -> np.ndarray:
    """Return how much each item counts."""
    return view.relevance
