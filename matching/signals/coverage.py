"""Capability coverage: how many of the capabilities that a need asks for a person's evidence shows ("x of y")."""

from collections.abc import Sequence

import numpy as np

from matching.signals.view import View

MUST, NICE = "must_coverage", "nice_coverage"
SHOWN = 0.5


def must(view: View) -> np.ndarray:
    """Return the mean credit over the required capabilities, shape (profiles,); a need that asks for none gives 1."""
    return _mean_credit(view, view.need.must)


def nice(view: View) -> np.ndarray:
    """Return the mean credit over the welcome capabilities, shape (profiles,); a need that names none gives 1."""
    return _mean_credit(view, view.need.nice)


def weigh_must(view: View) -> np.ndarray:
    """Return how much each item counts towards the required capabilities."""
    return _total(item_credits(view, view.need.must))


def weigh_nice(view: View) -> np.ndarray:
    """Return how much each item counts towards the welcome capabilities."""
    return _total(item_credits(view, view.need.nice))


def item_credits(view: View, capabilities: Sequence[str]) -> np.ndarray:
    """Return what each item shows of each capability, shape (items, capabilities), in [0, 1]."""
    column = view.network.space.thesaurus.column
    known = [(place, column[capability]) for place, capability in enumerate(capabilities) if capability in column]
    credits_shown = np.zeros((len(view.relevance), len(capabilities)))
    if known:
        places, columns = (list(numbers) for numbers in zip(*known, strict=True))
        credits_shown[:, places] = view.network.capability_columns[:, columns].toarray()
    return credits_shown


def profile_credits(view: View, capabilities: Sequence[str]) -> np.ndarray:
    """Return the best credit of each profile for each capability, shape (profiles, capabilities)."""
    column, shown = view.network.space.thesaurus.column, view.network.capability_columns
    best = np.zeros((view.size, len(capabilities)))
    for place, capability in enumerate(capabilities):
        if capability in column:
            of_capability = slice(*shown.indptr[column[capability] : column[capability] + 2])
            np.maximum.at(best[:, place], view.network.owners[shown.indices[of_capability]], shown.data[of_capability])
    return best


def _mean_credit(view: View, capabilities: Sequence[str]) -> np.ndarray:
    return profile_credits(view, capabilities).mean(axis=1) if capabilities else np.ones(view.size)


def _total(credits_shown: np.ndarray) -> np.ndarray:
    total: np.ndarray = credits_shown.sum(axis=1)
    return total
