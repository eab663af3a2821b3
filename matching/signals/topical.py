"""Topical fit: the mean relevance of a person's most relevant items, so that neither one lucky item nor volume wins."""

import numpy as np

from matching.signals.view import BEST_ITEMS, View

CODE = "topical_fit"


def measure(view: View) -> np.ndarray:
    """Return the sum of the ``BEST_ITEMS`` highest relevances divided by ``BEST_ITEMS``: fewer items shrink the mean to zero."""
    return view.total(weigh(view)) / BEST_ITEMS


def weigh(view: View) -> np.ndarray:
    """Return how much each item counts."""
    counted = np.zeros_like(view.relevance)
    counted[view.best_rows] = view.relevance[view.best_rows]
    return counted
