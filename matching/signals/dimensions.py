"""The three dimensions of a role: what a person's work shows of each, whatever it is about."""

import numpy as np

from matching.readers.roles import DIMENSIONS
from matching.signals.view import View
from models.vocabulary import RoleDimension, RoleFamily

OF_FAMILY = {
    RoleFamily.CHIEF_ENGINEER: (RoleDimension.COORDINATION, RoleDimension.RESOURCE_CONNECTION, RoleDimension.OBJECTIVE_DELIVERY),
    RoleFamily.CHIEF_ARCHITECT: (RoleDimension.SYSTEM_ARCHITECTURE, RoleDimension.TECHNICAL_STANDARDS, RoleDimension.CORE_TECHNOLOGY),
}
BEST_ITEMS = 2


def of(view: View, dimension: RoleDimension) -> np.ndarray:
    """Return what each item shows of ``dimension``, shape (items,)."""
    shown: np.ndarray = view.network.strengths[:, DIMENSIONS.index(dimension)]
    return shown


def measure(view: View, dimension: RoleDimension) -> np.ndarray:
    """Return the mean of the two items that show the dimension best, shape (profiles,): one item alone gives at most one half."""
    return view.best(of(view, dimension), BEST_ITEMS)[0]


def weigh(view: View, dimension: RoleDimension) -> np.ndarray:
    """Return how much each item counts."""
    return np.where(view.best(of(view, dimension), BEST_ITEMS)[1], of(view, dimension), 0.0)
