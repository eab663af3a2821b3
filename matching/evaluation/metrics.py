"""Metrics of a ranking against judgements; only judged pairs count, ties are broken by the order of the profiles' ids.

Each metric gives one (numerator, denominator) a unit (a brief or a profile), so that an interval can resample units and a metric is the
sum of numerators over the sum of denominators: a plain mean where every denominator is 1.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import numpy as np

Ratio = tuple[float, float]
NOTHING: Ratio = (0.0, 0.0)


TOP = 10


@dataclass(frozen=True)
class JudgedPairs:
    """The judged pairs of one brief or one profile: three arrays of one shape, in the order of the ids."""

    scores: np.ndarray
    grades: np.ndarray
    relevant: np.ndarray

    @cached_property
    def order(self) -> np.ndarray:
        """Return the positions from the highest score to the lowest, ties in the order of the ids."""
        return np.argsort(-self.scores, kind="stable")

    @cached_property
    def ranked_relevant(self) -> np.ndarray:
        """Return the relevance by rank."""
        ranked: np.ndarray = self.relevant[self.order]
        return ranked


def average_precision(judged: JudgedPairs) -> Ratio:
    """Return the mean of the precisions at each relevant rank; a brief without a relevant profile does not count."""
    hits = judged.ranked_relevant
    if not hits.any():
        return NOTHING
    return float((np.cumsum(hits) / np.arange(1, len(hits) + 1))[hits].mean()), 1.0


def ndcg(judged: JudgedPairs) -> Ratio:
    """Return nDCG at 10 with linear gain and log2 discount (Järvelin and Kekäläinen, 2002)."""
    discount = 1 / np.log2(np.arange(2, TOP + 2))
    best = np.sort(judged.grades)[::-1][:TOP]
    ideal = float((best * discount[: len(best)]).sum())
    if ideal <= 0:
        return NOTHING
    found = judged.grades[judged.order][:TOP]
    return float((found * discount[: len(found)]).sum()) / ideal, 1.0


def precision(judged: JudgedPairs) -> Ratio:
    """Return the share of relevant profiles among the first 10."""
    return (float(judged.ranked_relevant[:TOP].sum()) / TOP, 1.0) if judged.relevant.any() else NOTHING


def recall_at_one(judged: JudgedPairs) -> Ratio:
    """Return the share of the relevant profiles that stands first (1 or 0 where there is one)."""
    return (float(judged.ranked_relevant[:1].sum()) / float(judged.relevant.sum()), 1.0) if judged.relevant.any() else NOTHING


def reciprocal_rank(judged: JudgedPairs) -> Ratio:
    """Return one over the rank of the first relevant profile."""
    hits = np.flatnonzero(judged.ranked_relevant)
    return (1.0 / (float(hits[0]) + 1.0), 1.0) if len(hits) else NOTHING


def roc_auc(judged: JudgedPairs) -> Ratio:
    """Return how often a relevant profile scores above an irrelevant one, ties counting one half."""
    inside, outside = judged.scores[judged.relevant], np.sort(judged.scores[~judged.relevant])
    if not len(inside) or not len(outside):
        return NOTHING
    below = np.searchsorted(outside, inside, side="left") + np.searchsorted(outside, inside, side="right")
    return float(below.sum()) / (2.0 * len(inside) * len(outside)), 1.0


def pairwise_loss(judged: JudgedPairs) -> Ratio:
    """Return the grade differences lost to wrong order (a tie loses half), and the sum of all grade differences."""
    wider, ahead = _pairs(judged)
    return float((wider * (1.0 - ahead)).sum()), float(wider.sum())


def easy_accuracy(judged: JudgedPairs) -> Ratio:
    """Return the right pairs (ties count half) and all pairs of one grade of at least 4 with one of at most 2."""
    return _accuracy(judged, lambda high, low: (high >= 4) & (low <= 2))


def hard_accuracy(judged: JudgedPairs) -> Ratio:
    """Return the right pairs (ties count half) and all pairs of two different grades of at least 4."""
    return _accuracy(judged, lambda high, low: (low >= 4) & (high > low))


def _pairs(judged: JudgedPairs) -> tuple[np.ndarray, np.ndarray]:
    """Return, for every ordered pair whose first grade is higher, the difference of grades and 1, 0.5 or 0 for right, tied, wrong."""
    difference = np.maximum(judged.grades[:, None] - judged.grades[None, :], 0.0)
    ahead = (np.sign(judged.scores[:, None] - judged.scores[None, :]) + 1.0) / 2.0
    return difference, ahead


def _accuracy(judged: JudgedPairs, counts: Callable[[np.ndarray, np.ndarray], np.ndarray]) -> Ratio:
    high, low = judged.grades[:, None], judged.grades[None, :]
    counted = counts(high, low) & (high > low)
    _, ahead = _pairs(judged)
    return float(ahead[counted].sum()), float(counted.sum())


BRIEF_METRICS: dict[str, Callable[[JudgedPairs], Ratio]] = {
    "ap": average_precision,
    "ndcg_10": ndcg,
    "p_10": precision,
    "r_1": recall_at_one,
    "mrr": reciprocal_rank,
    "roc_auc": roc_auc,
}
PAIR_METRICS: dict[str, tuple[str, Callable[[JudgedPairs], Ratio]]] = {
    "loss_within_brief": ("brief", pairwise_loss),
    "loss_within_profile": ("profile", pairwise_loss),
    "easy_accuracy": ("profile", easy_accuracy),
    "hard_accuracy": ("profile", hard_accuracy),
}
