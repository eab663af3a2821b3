"""Rounds a score and its parts together, so that the parts shown still add up to the score shown."""

import math
from collections.abc import Sequence

DECIMALS = 4
_UNITS = 10**DECIMALS


def rounded(value: float) -> float:
    """Return ``value`` as it is shown."""
    return round(value, DECIMALS)


def rounded_parts(parts: Sequence[float], total: float) -> list[float]:
    """Return ``parts`` (none negative) rounded so that they add up to ``rounded(total)``: largest remainder, ties to the first.

    Every part is less than one unit of the last decimal away from its exact value.
    """
    exact = [part * _UNITS for part in parts]
    units = [math.floor(part) for part in exact]
    left = round(total * _UNITS) - sum(units)
    by_remainder = sorted(range(len(parts)), key=lambda place: units[place] - exact[place])
    for place in by_remainder[:left]:
        units[place] += 1
    return [unit / _UNITS for unit in units]
