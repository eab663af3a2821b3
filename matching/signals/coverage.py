"""Capability coverage: how much of what a need asks for a person's evidence shows ("x of y"); of alternatives one is enough."""

from collections.abc import Sequence

import numpy as np

from matching.signals.view import View

MUST, NICE = "must_coverage", "nice_coverage"


def must(view: View) -> np.ndarray:
    """Return the mean over the required groups of the best member's credit, shape (profiles,); a need that asks for none gives 1."""
    return _mean_credit(view, view.group_credits)


def nice(view: View) -> np.ndarray:
    """Return the mean credit over the welcome capabilities, shape (profiles,); a need that names none gives 1."""
    return _mean_credit(view, view.credits(view.need.nice))


def weigh_must(view: View) -> np.ndarray:
    """Return how much each item counts towards the required groups."""
    return _total_credit(view, view.need.groups)


def weigh_nice(view: View) -> np.ndarray:
    """Return how much each item counts towards the welcome capabilities."""
    return _total_credit(view, [(capability,) for capability in view.need.nice])


def _mean_credit(view: View, credits_shown: np.ndarray) -> np.ndarray:
    return credits_shown.mean(axis=1) if credits_shown.shape[1] else np.ones(view.size)


def _total_credit(view: View, groups: Sequence[tuple[str, ...]]) -> np.ndarray:
    """Return the credits of each item for all ``groups`` together, of each its best member's, shape (items,)."""
    total = np.zeros_like(view.relevance)
    for group in groups:
        best = np.zeros_like(total)
        for capability in group:
            rows, credits_shown = view.shown(capability)
            best[rows] = np.maximum(best[rows], credits_shown)
        total += best
    return total
