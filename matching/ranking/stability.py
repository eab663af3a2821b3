"""How stable a place on a list is: the share of small changes of the weights under which somebody stays among the first.

Weights are a judgement. Whoever is among the first under nearly all weights close to the chosen ones is there on their record; whoever
drops out under many of them is there on a decimal.
"""

from functools import lru_cache

import numpy as np

from matching.ranking.weights import Weights

FIRST = 5
DRAWS = 200
# So many of the first need to take part; on planted worlds nobody else came to a first place.
CONSIDERED = 100
# Each weight is multiplied by e to the power of a normal variable of this deviation: two thirds of the changes are below a fifth.
SPREAD = 0.2
_SEED = 20_260_701


def changed_weights(weights: np.ndarray, draws: int = DRAWS, seed: int = _SEED) -> np.ndarray:
    """Return ``draws`` versions of ``weights`` (signals,), each with the same sum, shape (draws, signals)."""
    changed = weights * _factors(draws, len(weights), seed)
    scaled: np.ndarray = changed * (weights.sum() / np.maximum(changed.sum(axis=1, keepdims=True), 1e-12))
    return scaled


def rank_stability(values: np.ndarray, weights: Weights, codes: list[str], may_fit: np.ndarray | None = None) -> np.ndarray:
    """Return, for people who may be proposed, the share of changed weights under which each is among the first ``FIRST``.

    ``values`` (people, signals) are the signals named by ``codes``; ``may_fit`` (people,) says who may fit at all, by default everybody.
    The order is that of ``Ranking``: who fits before who does not, then the score. Ties count as being among the first. Shape (people,).
    """
    able = np.ones(len(values), dtype=bool) if may_fit is None else may_fit
    if len(values) <= FIRST:
        return np.ones(len(values))
    chosen = np.array([weights.of_signal.get(code, 0.0) for code in codes])
    key = _keys(values, changed_weights(chosen), weights.fits, able)
    last_of_the_first = -np.partition(-key, FIRST - 1, axis=1)[:, FIRST - 1]
    share: np.ndarray = (key >= last_of_the_first[:, None]).mean(axis=0)
    return share


def _keys(values: np.ndarray, drawn: np.ndarray, fits: float, able: np.ndarray) -> np.ndarray:
    """Return what the order goes by, the higher the earlier, shape (draws, people): who fits, then the score."""
    totals = _totals(values, drawn)
    keys: np.ndarray = totals - 2.0 * ((totals < fits) | ~able[None, :])
    return keys


def _totals(values: np.ndarray, drawn: np.ndarray) -> np.ndarray:
    totals = np.zeros((len(drawn), len(values)))
    part = np.empty_like(totals)
    for column in range(values.shape[1]):  # summed in the order of the signals, as the score is
        totals += np.multiply(drawn[:, column, None], values[None, :, column], out=part)
    return totals


@lru_cache(maxsize=16)
def _factors(draws: int, weights: int, seed: int) -> np.ndarray:
    factors: np.ndarray = np.exp(np.random.default_rng(seed).normal(0.0, SPREAD, size=(draws, weights)))
    factors.setflags(write=False)
    return factors
