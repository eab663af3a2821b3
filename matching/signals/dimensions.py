"""The three dimensions of a role: what a person's work shows of each, whatever it is about."""

import numpy as np

from matching.readers.roles import DIMENSIONS
from matching.signals.view import View
from models.vocabulary import RoleDimension, RoleFamily

OF_FAMILY = {
    RoleFamily.CHIEF_ENGINEER: (RoleDimension.COORDINATION, RoleDimension.RESOURCE_CONNECTION, RoleDimension.OBJECTIVE_DELIVERY),
    RoleFamily.CHIEF_ARCHITECT: (RoleDimension.SYSTEM_ARCHITECTURE, RoleDimension.TECHNICAL_STANDARDS, RoleDimension.CORE_TECHNOLOGY),
}
# What an item shows faintly counts less than in proportion: many faint items make no plain one.
_FAINT, _MOST = 1.5, 0.98


def of(view: View, dimension: RoleDimension) -> np.ndarray:
    """Return what each item shows of ``dimension``, shape (items,)."""
    shown: np.ndarray = view.network.strengths[:, DIMENSIONS.index(dimension)]
    return shown


def measure(view: View, dimension: RoleDimension) -> np.ndarray:
    """Return how surely some item shows the dimension, shape (profiles,): 1 less the product of what each leaves open (noisy or)."""
    surely: np.ndarray = -np.expm1(view.total(np.log1p(-weigh(view, dimension))))
    return surely


def weigh(view: View, dimension: RoleDimension) -> np.ndarray:
    """Return how much each item counts; never fully, so that a second item adds to the first."""
    counted: np.ndarray = np.minimum(of(view, dimension), _MOST) ** _FAINT
    return counted
