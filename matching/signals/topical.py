"""Topical fit: the mean relevance of a person's most relevant items, so that neither one lucky item nor volume wins."""

import numpy as np

from matching.signals.view import View

CODE = "topical_fit"
BEST_ITEMS = 5
# Coarse enough to survive the sum with the largest position, so that the choice does not depend on who else is in the network.
_DECIMALS = 9


def measure(view: View) -> np.ndarray:
    """Return the sum of the ``BEST_ITEMS`` highest relevances divided by ``BEST_ITEMS``: fewer items shrink the mean to zero."""
    return view.total(weigh(view)) / BEST_ITEMS


def weigh(view: View) -> np.ndarray:
    """Return how much each item counts."""
    counted = np.zeros_like(view.relevance)
    best = best_rows(view)
    counted[best] = view.relevance[best]
    return counted


def best_rows(view: View) -> np.ndarray:
    """Return the rows of every profile's most relevant items; equal relevance is decided by the order of the record."""
    owners = view.network.owners
    order = np.argsort(owners * 2.0 - np.round(view.relevance, _DECIMALS), kind="stable")
    rank = np.arange(len(order)) - view.network.first_row[owners[order]]
    best: np.ndarray = order[rank < BEST_ITEMS]
    return best
