"""Evaluating the text part of the matcher on judged data, with intervals and with constant and random baselines beside it."""

from dataclasses import dataclass

import numpy as np

from matching.evaluation.exchange import Exchange
from matching.evaluation.metrics import BRIEF_METRICS, PAIR_METRICS, JudgedPairs, Ratio
from matching.space.shipped.space import People, ShippedSpace

RESAMPLES = 1000
_LOW, _HIGH = 2.5, 97.5


@dataclass(frozen=True, slots=True)
class Measured:
    """A metric with its 95% bootstrap interval; NaN where no unit of the data counts for it."""

    value: float
    low: float
    high: float


def text_scores(exchange: Exchange, space: ShippedSpace) -> np.ndarray:
    """Return the score of every profile for every brief, shape (briefs, profiles): their texts alone, no role and no rule."""
    items = [item.words for profile in exchange.profiles for item in profile.items]
    owners = np.array([place for place, profile in enumerate(exchange.profiles) for _ in profile.items], dtype=np.int64)
    people = People(space.texts(items), owners, len(exchange.profiles))
    scores = [space.scores(space.asked([brief.text]), people) for brief in exchange.briefs]
    return np.array(scores).reshape(len(exchange.briefs), people.count)


def fitted_space(exchange: Exchange, shipped: ShippedSpace) -> ShippedSpace:
    """Return ``shipped`` with words and means learnt anew from the folder's items and briefs, without the judgements."""
    written = [item.words for profile in exchange.profiles for item in profile.items] + [brief.text for brief in exchange.briefs]
    return shipped.fitted(written)


def measure(exchange: Exchange, scores: np.ndarray, seed: int = 0) -> dict[str, Measured]:
    """Return every metric of ``scores`` (briefs, profiles), with intervals over resampled briefs or profiles."""
    return {name: _interval(ratios, seed) for name, ratios in _ratios(exchange, scores).items()}


def baselines(exchange: Exchange, seed: int = 0) -> dict[str, dict[str, Measured]]:
    """Return the metrics of a constant score and of a random one: what is worth nothing."""
    shape = exchange.grades.shape
    random = np.random.default_rng(seed).random(shape)
    return {"constant": measure(exchange, np.zeros(shape), seed), "random": measure(exchange, random, seed)}


def _ratios(exchange: Exchange, scores: np.ndarray) -> dict[str, list[Ratio]]:
    judged, relevant = ~np.isnan(exchange.grades), exchange.relevant()
    units = {
        "brief": [JudgedPairs(scores[row, mask], exchange.grades[row, mask], relevant[row, mask]) for row, mask in enumerate(judged)],
        "profile": [
            JudgedPairs(scores[mask, column], exchange.grades[mask, column], relevant[mask, column]) for column, mask in enumerate(judged.T)
        ],
    }
    ratios = {name: [metric(unit) for unit in units["brief"]] for name, metric in BRIEF_METRICS.items()}
    for name, (kind, metric) in PAIR_METRICS.items():
        ratios[name] = [metric(unit) for unit in units[kind]]
    return ratios


def _interval(ratios: list[Ratio], seed: int) -> Measured:
    counted = np.array([ratio for ratio in ratios if ratio[1] > 0], dtype=np.float64).reshape(-1, 2)
    if not len(counted):
        return Measured(np.nan, np.nan, np.nan)
    drawn = np.random.default_rng(seed).integers(len(counted), size=(RESAMPLES, len(counted)))
    sums = counted[drawn].sum(axis=1)
    low, high = np.percentile(sums[:, 0] / sums[:, 1], (_LOW, _HIGH))
    total = counted.sum(axis=0)
    return Measured(float(total[0] / total[1]), float(low), float(high))
