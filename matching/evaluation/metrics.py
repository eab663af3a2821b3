"""Metrics of a ranking against judgements; only judged pairs count, ties are broken by the order of the profiles' ids.

Each metric gives one (numerator, denominator) a unit (a brief or a profile), so that an interval can resample units and a metric is the
sum of numerators over the sum of denominators: a plain mean where every denominator is 1.
"""

from collections.abc import Callable

import numpy as np

Ratio = tuple[float, float]
NOTHING: Ratio = (0.0, 0.0)


TOP = 10


def _by_score(scores: np.ndarray) -> np.ndarray:
    return np.argsort(-scores, kind="stable")


def average_precision(scores: np.ndarray, grades: np.ndarray, relevant: np.ndarray) -> Ratio:
    """Return the mean of the precisions at each relevant rank; a brief without a relevant profile does not count."""
    hits = relevant[_by_score(scores)]
    if not hits.any():
        return NOTHING
    return float((np.cumsum(hits) / np.arange(1, len(hits) + 1))[hits].mean()), 1.0


def ndcg(scores: np.ndarray, grades: np.ndarray, relevant: np.ndarray) -> Ratio:
    """Return nDCG at 10 with linear gain and log2 discount (Järvelin and Kekäläinen, 2002)."""
    discount = 1 / np.log2(np.arange(2, TOP + 2))
    best = np.sort(grades)[::-1][:TOP]
    ideal = float((best * discount[: len(best)]).sum())
    if ideal <= 0:
        return NOTHING
    found = grades[_by_score(scores)][:TOP]
    return float((found * discount[: len(found)]).sum()) / ideal, 1.0


def precision(scores: np.ndarray, grades: np.ndarray, relevant: np.ndarray) -> Ratio:
    """Return the share of relevant profiles among the first 10."""
    return (float(relevant[_by_score(scores)][:TOP].sum()) / TOP, 1.0) if relevant.any() else NOTHING


def recall_at_one(scores: np.ndarray, grades: np.ndarray, relevant: np.ndarray) -> Ratio:
    """Return the share of the relevant profiles that stands first (1 or 0 where there is one)."""
    return (float(relevant[_by_score(scores)][:1].sum()) / float(relevant.sum()), 1.0) if relevant.any() else NOTHING


def reciprocal_rank(scores: np.ndarray, grades: np.ndarray, relevant: np.ndarray) -> Ratio:
    """Return one over the rank of the first relevant profile."""
    hits = np.flatnonzero(relevant[_by_score(scores)])
    return (1.0 / (float(hits[0]) + 1.0), 1.0) if len(hits) else NOTHING


def roc_auc(scores: np.ndarray, grades: np.ndarray, relevant: np.ndarray) -> Ratio:
    """Return how often a relevant profile scores above an irrelevant one, ties counting one half."""
    inside, outside = scores[relevant], np.sort(scores[~relevant])
    if not len(inside) or not len(outside):
        return NOTHING
    below = np.searchsorted(outside, inside, side="left") + np.searchsorted(outside, inside, side="right")
    return float(below.sum()) / (2.0 * len(inside) * len(outside)), 1.0


def pairwise_loss(scores: np.ndarray, grades: np.ndarray) -> Ratio:
    """Return the grade differences lost to wrong order (a tie loses half), and the sum of all grade differences."""
    wider, ahead = _pairs(scores, grades)
    return float((wider * (1.0 - ahead)).sum()), float(wider.sum())


def easy_accuracy(scores: np.ndarray, grades: np.ndarray) -> Ratio:
    """Return the right pairs (ties count half) and all pairs of one grade of at least 4 with one of at most 2."""
    return _accuracy(scores, grades, lambda high, low: (high >= 4) & (low <= 2))


def hard_accuracy(scores: np.ndarray, grades: np.ndarray) -> Ratio:
    """Return the right pairs (ties count half) and all pairs of two different grades of at least 4."""
    return _accuracy(scores, grades, lambda high, low: (low >= 4) & (high > low))


def _pairs(scores: np.ndarray, grades: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return, for every ordered pair whose first grade is higher, the difference of grades and 1, 0.5 or 0 for right, tied, wrong."""
    difference = np.maximum(grades[:, None] - grades[None, :], 0.0)
    ahead = (np.sign(scores[:, None] - scores[None, :]) + 1.0) / 2.0
    return difference, ahead


def _accuracy(scores: np.ndarray, grades: np.ndarray, counts: Callable[[np.ndarray, np.ndarray], np.ndarray]) -> Ratio:
    counted = counts(grades[:, None], grades[None, :]) & (grades[:, None] > grades[None, :])
    _, ahead = _pairs(scores, grades)
    return float(ahead[counted].sum()), float(counted.sum())


BRIEF_METRICS: dict[str, Callable[[np.ndarray, np.ndarray, np.ndarray], Ratio]] = {
    "ap": average_precision,
    "ndcg_10": ndcg,
    "p_10": precision,
    "r_1": recall_at_one,
    "mrr": reciprocal_rank,
    "roc_auc": roc_auc,
}
PAIR_METRICS: dict[str, tuple[str, Callable[[np.ndarray, np.ndarray], Ratio]]] = {
    "loss_within_brief": ("brief", pairwise_loss),
    "loss_within_profile": ("profile", pairwise_loss),
    "easy_accuracy": ("profile", easy_accuracy),
    "hard_accuracy": ("profile", hard_accuracy),
}
