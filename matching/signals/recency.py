"""Recency: how fresh the freshest relevant work is, halving every eight years since an item ended."""

import numpy as np

from matching.signals.view import View

CODE = "recency"
HALF_LIFE_YEARS = 8.0
_UNDATED = 0.5


def measure(view: View) -> np.ndarray:
    """Return the best relevance times freshness, shape (profiles,)."""
    return view.mean_of_best(view.relevance * freshness(view), 1)


def weigh(view: View) -> np.ndarray:
    """Return how much each item counts."""
    return view.best(view.relevance * freshness(view), 1)


def freshness(view: View) -> np.ndarray:
    """Return 0.5 ** (age / half-life) for each item: 1 while it goes on, one half when it has no date."""
    on, known = view.need.selection_date, view.network.fresh_on
    found = known.get(on)
    if found is None:
        age = np.clip(on.year + on.timetuple().tm_yday / 366 - view.network.last_years, 0.0, np.inf)
        found = np.where(np.isinf(age), _UNDATED, np.exp2(-np.where(np.isinf(age), 0.0, age) / HALF_LIFE_YEARS))
        known.clear()  # a day is asked about all day long
        known[on] = found
    return found
