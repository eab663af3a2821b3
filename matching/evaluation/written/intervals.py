"""95% intervals: exact ones for proportions, resampled by person and by product for everything else."""

from collections.abc import Callable, Sequence

import numpy as np
from scipy.special import betaincinv

RESAMPLES = 400
_TAIL = 0.025
Statistic = Callable[[np.ndarray], float]


def exact(right: int, of: int) -> tuple[float, float]:
    """Return the interval of Clopper and Pearson (1934) for ``right`` of ``of`` cases; NaN where there are none."""
    if not of:
        return float("nan"), float("nan")
    low = float(betaincinv(right, of - right + 1, _TAIL)) if right else 0.0
    high = float(betaincinv(right + 1, of - right, 1 - _TAIL)) if right < of else 1.0
    return low, high


def resampled(counts: np.ndarray, clusters: Sequence[Sequence[str]], statistic: Statistic) -> tuple[float, float]:
    """Return the wider of the bootstrap intervals of ``statistic`` over ``counts`` (cases, ...), one for each way to cluster the cases.

    Whole clusters are drawn, because the cases of one person, or of one product, are not independent.
    """
    intervals = [_by_cluster(counts, names, statistic) for names in clusters]
    return min(low for low, _ in intervals), max(high for _, high in intervals)


def _by_cluster(counts: np.ndarray, names: Sequence[str], statistic: Statistic) -> tuple[float, float]:
    if not len(counts):
        return float("nan"), float("nan")
    _, cluster = np.unique(np.array(names), return_inverse=True)
    members = [np.flatnonzero(cluster == number) for number in range(cluster.max() + 1)]
    rng = np.random.default_rng(0)
    drawn = [np.concatenate([members[number] for number in rng.integers(len(members), size=len(members))]) for _ in range(RESAMPLES)]
    values = np.array([statistic(counts[rows]) for rows in drawn])
    values = values[~np.isnan(values)]
    if not len(values):
        return float("nan"), float("nan")
    low, high = np.percentile(values, (100 * _TAIL, 100 * (1 - _TAIL)))
    return float(low), float(high)
