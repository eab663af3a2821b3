"""The three dimensions of a role: what a person led, delivered, designed or standardised on the subject itself."""

import numpy as np

from matching.roles.reading import DIMENSIONS
from matching.signals.view import View, saturating
from models.vocabulary import RoleDimension, RoleFamily

OF_FAMILY = {
    RoleFamily.CHIEF_ENGINEER: (RoleDimension.COORDINATION, RoleDimension.RESOURCE_CONNECTION, RoleDimension.OBJECTIVE_DELIVERY),
    RoleFamily.CHIEF_ARCHITECT: (RoleDimension.SYSTEM_ARCHITECTURE, RoleDimension.TECHNICAL_STANDARDS, RoleDimension.CORE_TECHNOLOGY),
}
HALF = 0.3


def measure(view: View, dimension: RoleDimension) -> np.ndarray:
    """Return x / (x + HALF) for x the sum of strength times relevance, shape (profiles,)."""
    return saturating(view.total(weigh(view, dimension)), HALF)


def weigh(view: View, dimension: RoleDimension) -> np.ndarray:
    """Return how much each item counts: its strength in the dimension times its relevance to the need."""
    weighed: np.ndarray = view.network.strengths[:, DIMENSIONS.index(dimension)] * view.relevance
    return weighed
