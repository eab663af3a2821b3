"""Depth: how much evidence there is on the subject, up to an amount from which more says nothing new."""

import numpy as np

from matching.signals.view import View

CODE = "depth"
PLENTY = 6.0


def measure(view: View) -> np.ndarray:
    """Return the total worth as a share of ``PLENTY`` fully relevant items, at most 1."""
    return np.minimum(view.total(view.worth) / PLENTY, 1.0)


def weigh(view: View) -> np.ndarray:
    """Return how much each item counts."""
    return view.worth
