"""All signals of a role, in the order in which their parts are added up and shown."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, partial

import numpy as np

from matching.signals import coverage, depth, dimensions, person, recency, role, topical, verification
from matching.signals.view import View
from models.vocabulary import RoleFamily


@dataclass(frozen=True, slots=True)
class Signal:
    """``measure`` gives every profile a value in [0, 1]; ``weigh`` says how much each item counted towards it."""

    code: str
    measure: Callable[[View], np.ndarray]
    weigh: Callable[[View], np.ndarray]


_COMMON = (
    Signal(topical.CODE, topical.measure, topical.weigh),
    Signal(depth.CODE, depth.measure, depth.weigh),
    Signal(coverage.MUST, coverage.must, coverage.weigh_must),
    Signal(coverage.NICE, coverage.nice, coverage.weigh_nice),
)
_OF_ANY_ROLE = (
    Signal(role.EITHER, role.shown, role.weigh_shown),
    Signal(role.BOTH, role.both_shown, role.weigh_shown),
    Signal(role.IN_FIELD, role.either_in_field, role.weigh_either_in_field),
    Signal(recency.CODE, recency.measure, recency.weigh),
)
_PERSONAL = (
    Signal(recency.CODE, recency.measure, recency.weigh),
    Signal(verification.CODE, verification.measure, verification.weigh),
    Signal(person.AVAILABILITY, person.availability, person.nothing),
    Signal(person.LANGUAGE, person.language, person.nothing),
)


@cache
def signals_of(family: RoleFamily | None) -> tuple[Signal, ...]:
    """Return the signals of a role family: what the work was about, the dimensions of the role, role and field together, and the rest.

    Without a role, what the work shows of either role stands in their place.
    """
    if family is None:
        return _COMMON + _OF_ANY_ROLE
    of_role = tuple(
        Signal(dimension.value, partial(dimensions.measure, dimension=dimension), partial(dimensions.weigh, dimension=dimension))
        for dimension in dimensions.OF_FAMILY[family]
    )
    in_field = (
        Signal(role.AND_FIELD, partial(role.and_field, family=family), partial(role.weigh_and_field, family=family)),
        Signal(role.IN_FIELD, partial(role.in_field, family=family), partial(role.weigh_in_field, family=family)),
        Signal(role.LED_IN_FIELD, partial(role.led_in_field, family=family), partial(role.weigh_led_in_field, family=family)),
    )
    return _COMMON + of_role + in_field + _PERSONAL
