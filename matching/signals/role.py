"""The role in the field: that the work which shows the role is work on the subject."""

import numpy as np

from matching.signals import dimensions
from matching.signals.view import View
from models.vocabulary import RoleFamily

IN_FIELD, LED_IN_FIELD, AND_FIELD = "role_in_field", "led_in_field", "role_and_field"
EITHER, BOTH = "role_shown", "both_roles_shown"
_LED_ITEMS = 2


def in_field(view: View, family: RoleFamily) -> np.ndarray:
    """Return the geometric mean over the role's dimensions of the best item: what it shows times how relevant it is, (profiles,).

    A dimension that nothing in the field shows makes it zero.
    """
    best = [view.mean_of_best(view.relevance * dimensions.of(view, dimension), 1) for dimension in dimensions.OF_FAMILY[family]]
    mean: np.ndarray = np.cbrt(best[0] * best[1] * best[2])
    return mean


def weigh_in_field(view: View, family: RoleFamily) -> np.ndarray:
    """Return how much each item counts: the best of each dimension."""
    total = np.zeros_like(view.relevance)
    for dimension in dimensions.OF_FAMILY[family]:
        shown = view.relevance * dimensions.of(view, dimension)
        total += view.best(shown, 1)
    return total


def and_field(view: View, family: RoleFamily) -> np.ndarray:
    """Return the geometric mean of the role's dimensions, in whatever field, times how surely any work is about the need, (profiles,).

    What somebody led in another field counts once there is work in this one; without any it tells nothing of the need.
    """
    shown = [dimensions.measure(view, dimension) for dimension in dimensions.OF_FAMILY[family]]
    mean: np.ndarray = np.cbrt(shown[0] * shown[1] * shown[2]) * view.in_field
    return mean


def weigh_and_field(view: View, family: RoleFamily) -> np.ndarray:
    """Return how much each item counts: that of the field by its worth, that of the role by what it shows."""
    shown = np.maximum.reduce([dimensions.weigh(view, dimension) for dimension in dimensions.OF_FAMILY[family]])
    counted: np.ndarray = np.maximum(view.worth, shown)
    return counted


def led_in_field(view: View, family: RoleFamily) -> np.ndarray:
    """Return the mean of the two best items that were led, on the subject, and show the role; a tick alone gives nothing, (profiles,)."""
    return view.mean_of_best(_led(view, family), _LED_ITEMS)


def weigh_led_in_field(view: View, family: RoleFamily) -> np.ndarray:
    """Return how much each item counts."""
    return view.best(_led(view, family), _LED_ITEMS)


def _led(view: View, family: RoleFamily) -> np.ndarray:
    shown = np.maximum.reduce([dimensions.of(view, dimension) for dimension in dimensions.OF_FAMILY[family]])
    led: np.ndarray = view.relevance * view.network.led * shown
    return led


def either_in_field(view: View) -> np.ndarray:
    """Return the better of the two roles in the field, where a text asks for no role, shape (profiles,)."""
    found: np.ndarray = np.maximum.reduce([in_field(view, family) for family in RoleFamily])
    return found


def weigh_either_in_field(view: View) -> np.ndarray:
    """Return how much each item counts towards either role."""
    found: np.ndarray = np.maximum.reduce([weigh_in_field(view, family) for family in RoleFamily])
    return found


def shown(view: View) -> np.ndarray:
    """Return the mean over the dimensions of the role that is shown better, shape (profiles,)."""
    found: np.ndarray = np.maximum.reduce([_shown(view, family) for family in RoleFamily])
    return found


def both_shown(view: View) -> np.ndarray:
    """Return the mean over the dimensions of the role that is shown less, shape (profiles,)."""
    found: np.ndarray = np.minimum.reduce([_shown(view, family) for family in RoleFamily])
    return found


def weigh_shown(view: View) -> np.ndarray:
    """Return how much each item counts towards the dimensions of both roles."""
    every = [dimension for family in RoleFamily for dimension in dimensions.OF_FAMILY[family]]
    found: np.ndarray = np.maximum.reduce([dimensions.weigh(view, dimension) for dimension in every])
    return found


def _shown(view: View, family: RoleFamily) -> np.ndarray:
    of_each = [dimensions.measure(view, dimension) for dimension in dimensions.OF_FAMILY[family]]
    mean: np.ndarray = (of_each[0] + of_each[1] + of_each[2]) / 3.0
    return mean
