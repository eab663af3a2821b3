"""How far the places on all lists are concentrated on few people."""

import math
from collections.abc import Iterable

import numpy as np

from matching.coverage.supply import Supply


def places(supplies: Iterable[Supply], size: int, first: int) -> np.ndarray:
    """Return on how many lists each of ``size`` profiles stands among the ``first`` who fit, shape (profiles,)."""
    found = np.zeros(size, dtype=np.int64)
    for supply in supplies:
        found[supply.order[:first]] += 1
    return found


def gini(amounts: np.ndarray) -> float:
    """Return the Gini coefficient of ``amounts`` (people,): 0 when all have the same, towards 1 when one has everything.

    Half the relative mean absolute difference, by ranks: sum((2 i - n - 1) x_i) / (n sum(x)), x ascending. Without any amount it is 0.
    """
    whole = float(amounts.sum())
    if whole == 0:
        return 0.0
    ranks = np.arange(1, len(amounts) + 1)
    return float(((2 * ranks - len(amounts) - 1) * np.sort(amounts)).sum() / (len(amounts) * whole))


def share_of_top(amounts: np.ndarray, share: float) -> float:
    """Return what part of all ``amounts`` (people,) the top ``share`` of people have; at least one person is the top."""
    whole = float(amounts.sum())
    if whole == 0:
        return 0.0
    top = math.ceil(round(share * len(amounts), 9))  # 0.1 of 30 people are three, not four
    return float(np.sort(amounts)[::-1][:top].sum() / whole)
