"""Topical fit: the mean worth of a person's most relevant items, so that neither one lucky item nor volume wins."""

import numpy as np

from matching.signals.view import View

CODE = "topical_fit"
BEST_ITEMS = 4


def measure(view: View) -> np.ndarray:
    """Return the sum of the ``BEST_ITEMS`` highest worths divided by ``BEST_ITEMS``: fewer items shrink the mean to zero."""
    return view.mean_of_best(view.worth, BEST_ITEMS)


def weigh(view: View) -> np.ndarray:
    """Return how much each item counts."""
    return view.best(view.worth, BEST_ITEMS)
