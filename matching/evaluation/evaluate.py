"""Evaluating the text part of the matcher on judged data, with intervals and with constant and random baselines beside it."""

from dataclasses import dataclass
from datetime import date

import numpy as np

from matching.evaluation.exchange import Exchange
from matching.evaluation.metrics import BRIEF_METRICS, PAIR_METRICS, Judged, Ratio
from matching.needs import RoleNeed
from matching.network import Network
from matching.signals import depth, topical
from matching.signals.view import View
from matching.space.encoded import Encoder
from matching.space.space import TextSpace
from matching.space.thesaurus import Thesaurus
from models.vocabulary import Language, RoleCode

RESAMPLES = 1000
_LOW, _HIGH = 2.5, 97.5
# Relevance and amount are two terms; without a role or a rule they count alike.
RELEVANCE_SHARE = 0.5
_NO_DATE = date(2000, 1, 1)


@dataclass(frozen=True, slots=True)
class Measured:
    """A metric with its 95% bootstrap interval; NaN where no unit of the data counts for it."""

    value: float
    low: float
    high: float


def text_scores(exchange: Exchange, thesaurus: Thesaurus, encoder: Encoder | None = None) -> np.ndarray:
    """Return the score of every profile for every brief, shape (briefs, profiles), from the same text space as the service.

    The space is fitted on the items and the briefs of the folder, without the judgements; what each block is worth is learnt from the
    items of each person.
    """
    documents = [item.words for profile in exchange.profiles for item in profile.items]
    briefs = [brief.text for brief in exchange.briefs]
    owners = [position for position, profile in enumerate(exchange.profiles) for _ in profile.items] + [-1] * len(briefs)
    space = TextSpace.fit(thesaurus, documents + briefs, [[brief] for brief in briefs], encoder, owners)
    network = Network.build(space, exchange.profiles)
    return np.array([_scores(network, brief) for brief in briefs]).reshape(len(briefs), len(exchange.profiles))


def _scores(network: Network, brief: str) -> np.ndarray:
    need = RoleNeed("", RoleCode.CE_PROJECT, ((Language.EN, brief),), (), (), (), (), _NO_DATE)
    view = View.of(need, network)
    return RELEVANCE_SHARE * topical.measure(view) + (1.0 - RELEVANCE_SHARE) * depth.measure(view)


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
        "brief": [Judged(scores[row, mask], exchange.grades[row, mask], relevant[row, mask]) for row, mask in enumerate(judged)],
        "profile": [
            Judged(scores[mask, column], exchange.grades[mask, column], relevant[mask, column]) for column, mask in enumerate(judged.T)
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
