"""Capability coverage: how many of the capabilities that a need asks for a person's evidence shows ("x of y")."""

from collections.abc import Sequence

import numpy as np

from matching.signals.view import View

MUST, NICE = "must_coverage", "nice_coverage"


def must(view: View) -> np.ndarray:
    """Return the mean credit over the required capabilities, shape (profiles,); a need that asks for none gives 1."""
    return _mean_credit(view, view.need.must)


def nice(view: View) -> np.ndarray:
    """Return the mean credit over the welcome capabilities, shape (profiles,); a need that names none gives 1."""
    return _mean_credit(view, view.need.nice)


def weigh_must(view: View) -> np.ndarray:
    """Return how much each item counts towards the required capabilities."""
    return _total_credit(view, view.need.must)


def weigh_nice(view: View) -> np.ndarray:
    """Return how much each item counts towards the welcome capabilities."""
    return _total_credit(view, view.need.nice)


def profile_credits(view: View, capabilities: Sequence[str]) -> np.ndarray:
    """Return the best credit of each profile for each capability, shape (profiles, capabilities)."""
    best = np.zeros((view.size, len(capabilities)))
    for place, capability in enumerate(capabilities):
        rows, credits_shown = _shown(view, capability)
        np.maximum.at(best[:, place], view.network.owners[rows], credits_shown)
    return best


def _mean_credit(view: View, capabilities: Sequence[str]) -> np.ndarray:
    return profile_credits(view, capabilities).mean(axis=1) if capabilities else np.ones(view.size)


def _total_credit(view: View, capabilities: Sequence[str]) -> np.ndarray:
    """Return the credits of each item for all ``capabilities`` together, shape (items,)."""
    total = np.zeros_like(view.relevance)
    for capability in capabilities:
        rows, credits_shown = _shown(view, capability)
        total[rows] += credits_shown
    return total


def _shown(view: View, capability: str) -> tuple[np.ndarray, np.ndarray]:
    """Return the items that show ``capability``, each once, with their credits in [0, 1]; none for one that the space does not know."""
    column, by_column = view.network.space.thesaurus.column, view.network.capability_columns
    first, end = by_column.indptr[column[capability] : column[capability] + 2] if capability in column else (0, 0)
    return by_column.indices[first:end], by_column.data[first:end]
