"""Recency: how fresh the relevant evidence is, halving every five years since an item ended."""

import numpy as np

from matching.signals.view import View

CODE = "recency"
HALF_LIFE_YEARS = 5.0


def measure(view: View) -> np.ndarray:
    """Return the mean freshness weighted by relevance, shape (profiles,)."""
    return view.mean_by_relevance(freshness(view))


def weigh(view: View) -> np.ndarray:
    """Return how much each item counts."""
    weighed: np.ndarray = freshness(view) * view.relevance
    return weighed


def freshness(view: View) -> np.ndarray:
    """Return 0.5 ** (age / half-life) for each item: 1 while it goes on, 0 when it has no date."""
    on = view.need.selection_date
    age = np.clip(on.year + on.timetuple().tm_yday / 366 - view.network.last_years, 0.0, np.inf)
    return np.exp2(-age / HALF_LIFE_YEARS)
