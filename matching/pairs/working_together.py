"""Whether two people can work together day by day: a language, hours of the day and months that both have."""

from datetime import timedelta

import numpy as np

from matching.pairs.sides import Sides
from matching.pairs.utc_offsets import STANDARD_TIME
from matching.profiles import Profile

LANGUAGE, WORKING_HOURS, AVAILABILITY = "shared_language", "working_hours", "shared_availability"
WORKING_DAY_HOURS = 8.0
# How far ahead two people's time is compared: a proposal, as no text names a length of office.
HORIZON = timedelta(days=3 * 365)
_UNDECLARED = 0.5


def language(sides: Sides) -> np.ndarray:
    """Return 1 where the two share a language and 0 where they share none; one half where either has declared none."""
    spoken = sorted({one for profile in sides.engineer_profiles + sides.architect_profiles for one in profile.languages})
    engineers, architects = _speakers(sides.engineer_profiles, spoken), _speakers(sides.architect_profiles, spoken)
    shared = np.zeros(sides.shape)
    for one in range(len(spoken)):
        shared[np.ix_(engineers[:, one], architects[:, one])] = 1.0
    shared[~engineers.any(axis=1), :] = _UNDECLARED
    shared[:, ~architects.any(axis=1)] = _UNDECLARED
    return shared


def _speakers(profiles: list[Profile], spoken: list[str]) -> np.ndarray:
    place = {one: column for column, one in enumerate(spoken)}
    speaks = np.zeros((len(profiles), len(spoken)), dtype=bool)
    for row, profile in enumerate(profiles):
        for one in profile.languages:
            speaks[row, place[one]] = True
    return speaks


def working_hours(sides: Sides) -> np.ndarray:
    """Return the share of a working day that two people have in common by the clocks of their countries; unknown: one half."""
    engineers, architects = _clocks(sides.engineer_profiles), _clocks(sides.architect_profiles)
    shared = shared_hours(engineers[:, None], architects[None, :]) / WORKING_DAY_HOURS
    return np.where(np.isnan(shared), _UNDECLARED, shared)


def shared_hours(one: np.ndarray, other: np.ndarray) -> np.ndarray:
    """Return the hours that two working days share whose clocks stand ``one`` and ``other`` hours before UTC; NaN for an unknown one."""
    apart = np.abs(one - other) % 24.0
    hours: np.ndarray = np.maximum(WORKING_DAY_HOURS - np.minimum(apart, 24.0 - apart), 0.0)
    return hours


def hours_between(one: str, other: str) -> float | None:
    """Return the hours that working days in two countries share, or None where a country's clock is not known."""
    if one not in STANDARD_TIME or other not in STANDARD_TIME:
        return None
    return float(shared_hours(np.array(STANDARD_TIME[one]), np.array(STANDARD_TIME[other])))


def _clocks(profiles: list[Profile]) -> np.ndarray:
    return np.array([STANDARD_TIME.get(profile.country, np.nan) for profile in profiles], dtype=float)


def availability(sides: Sides) -> np.ndarray:
    """Return the share of the first years of the work in which both are available; an open date sets no bound."""
    first = float(sides.first_day.toordinal())
    last = first + HORIZON.days
    since_e, until_e = _periods(sides.engineer_profiles, first, last)
    since_a, until_a = _periods(sides.architect_profiles, first, last)
    together = np.minimum(until_e[:, None], until_a[None, :]) - np.maximum(since_e[:, None], since_a[None, :])
    shared: np.ndarray = np.maximum(together, 0.0) / HORIZON.days
    return shared


def _periods(profiles: list[Profile], first: float, last: float) -> tuple[np.ndarray, np.ndarray]:
    since = np.array([first if p.available_from is None else p.available_from.toordinal() for p in profiles], dtype=float)
    # Somebody who leaves on a day is still there on that day.
    until = np.array([last if p.available_until is None else p.available_until.toordinal() + 1 for p in profiles], dtype=float)
    return np.clip(since, first, last), np.clip(until, first, last)
