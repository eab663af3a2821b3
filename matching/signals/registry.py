"""All signals of a role, in the order in which their parts are added up and shown."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import numpy as np

from matching.signals import coverage, depth, dimensions, person, recency, topical, verification
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
_PERSONAL = (
    Signal(recency.CODE, recency.measure, recency.weigh),
    Signal(verification.CODE, verification.measure, verification.weigh),
    Signal(person.AVAILABILITY, person.availability, person.nothing),
    Signal(person.LANGUAGE, person.language, person.nothing),
)


def signals_of(family: RoleFamily | None) -> tuple[Signal, ...]:
    """Return the signals of a role family: what the work was about, the three dimensions of the role, and the rest.

    Without a role only the first of these are left.
    """
    if family is None:
        return _COMMON
    of_role = tuple(
        Signal(dimension.value, partial(dimensions.measure, dimension=dimension), partial(dimensions.weigh, dimension=dimension))
        for dimension in dimensions.OF_FAMILY[family]
    )
    return _COMMON + of_role + _PERSONAL
