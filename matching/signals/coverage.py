"""Capability coverage: how many of the capabilities that a need asks for a person's evidence shows ("x of y")."""

from collections.abc import Sequence

import numpy as np

from matching.signals.view import View

MUST, NICE = "must_coverage", "nice_coverage"


def must(view: View) -> np.ndarray:
    """Return the mean credit over the required capabilities, shape (profiles,); a need that asks for none gives 1."""
    return _mean_credit(view, view.must_credits)


def nice(view: View) -> np.ndarray:
    """Return the mean credit over the welcome capabilities, shape (profiles,); a need that names none gives 1."""
    return _mean_credit(view, view.credits(view.need.nice))


def weigh_must(view: View) -> np.ndarray:
    """Return how much each item counts towards the required capabilities."""
    return _total_credit(view, view.need.must)


def weigh_nice(view: View) -> np.ndarray:
    """Return how much each item counts towards the welcome capabilities."""
    return _total_credit(view, view.need.nice)


def _mean_credit(view: View, credits_shown: np.ndarray) -> np.ndarray:
    return credits_shown.mean(axis=1) if credits_shown.shape[1] else np.ones(view.size)


def _total_credit(view: View, capabilities: Sequence[str]) -> np.ndarray:
    """Return the credits of each item for all ``capabilities`` together, shape (items,)."""
    total = np.zeros_like(view.relevance)
    for capability in capabilities:
        rows, credits_shown = view.shown(capability)
        total[rows] += credits_shown
    return total
