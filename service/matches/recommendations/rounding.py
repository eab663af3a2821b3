"""Rounds scores and their parts together, so that the parts shown still add up to the score shown."""

import numpy as np

DECIMALS = 4
_UNITS: int = 10**DECIMALS


def rounded(value: float) -> float:
    """Return ``value`` as it is shown."""
    return round(value * _UNITS) / _UNITS


def rounded_parts(parts: np.ndarray, totals: np.ndarray) -> np.ndarray:
    """Return ``parts`` (people, signals) rounded so that each row adds up to its rounded total, shape (people, signals).

    By largest remainder, ties to the first: every part is less than one unit of the last decimal away from its exact value.
    """
    exact = parts * _UNITS
    units = np.floor(exact)
    left = np.rint(totals * _UNITS) - units.sum(axis=1)
    by_remainder = np.argsort(units - exact, axis=1, kind="stable")
    place = np.argsort(by_remainder, axis=1)
    rounded_up: np.ndarray = (units + (place < left[:, None])) / _UNITS
    return rounded_up
