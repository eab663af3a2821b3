"""The three dimensions of a role: what a person's work shows of each, whatever it is about."""

import numpy as np

from matching.readers.roles import DIMENSIONS
from matching.signals.view import View
from models.vocabulary import RoleDimension, RoleFamily

OF_FAMILY = {
    RoleFamily.CHIEF_ENGINEER: (RoleDimension.COORDINATION, RoleDimension.RESOURCE_CONNECTION, RoleDimension.OBJECTIVE_DELIVERY),
    RoleFamily.CHIEF_ARCHITECT: (RoleDimension.SYSTEM_ARCHITECTURE, RoleDimension.TECHNICAL_STANDARDS, RoleDimension.CORE_TECHNOLOGY),
}


def of(view: View, dimension: RoleDimension) -> np.ndarray:
    """Return what each item shows of ``dimension``, shape (items,)."""
    shown: np.ndarray = view.network.strengths[:, DIMENSIONS.index(dimension)]
    return shown


def measure(view: View, dimension: RoleDimension) -> np.ndarray:
    """Return how surely some item shows the dimension, shape (profiles,); it is the same for every need, so the network keeps it."""
    surely: np.ndarray = view.network.surely[:, DIMENSIONS.index(dimension)]
    return surely


def weigh(view: View, dimension: RoleDimension) -> np.ndarray:
    """Return how much each item counts."""
    counted: np.ndarray = view.network.counted_strengths[:, DIMENSIONS.index(dimension)]
    return counted
