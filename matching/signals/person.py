"""What does not rest on evidence of work: the hours a person offers and the languages they speak."""

import numpy as np

from matching.signals.view import View

AVAILABILITY, LANGUAGE = "availability", "language"
FULL_WEEK_HOURS = 40
_UNDECLARED = 0.5


def availability(view: View) -> np.ndarray:
    """Return the share of the wanted weekly hours that is offered, at most 1; undeclared hours count as one half."""
    wanted = view.need.hours_per_week or FULL_WEEK_HOURS
    offered = view.network.hours
    return np.where(np.isnan(offered), _UNDECLARED, np.minimum(offered / wanted, 1.0))


def language(view: View) -> np.ndarray:
    """Return the share of the wanted languages that is spoken; a need that asks for none gives 1."""
    wanted = set(view.need.languages)
    if not wanted:
        return np.ones(view.size)
    return np.array([len(wanted & set(spoken)) / len(wanted) for spoken in view.network.facts.languages])


def nothing(view: View) -> np.ndarray:
    """Return zeros: no item stands behind these signals."""
    return np.zeros_like(view.relevance)
