"""A logistic regression in which no weight may turn its feature round."""

from dataclasses import dataclass

import numpy as np
from scipy.optimize import minimize

STRENGTH = 0.001


@dataclass(frozen=True)
class Material:
    """What is learnt from: ``values`` of shape (cases, features), ``labels`` 0 or 1, and how much each case counts, one in all."""

    values: np.ndarray
    labels: np.ndarray
    counts: np.ndarray

    def loss(self, weights: np.ndarray, expected: np.ndarray) -> tuple[float, np.ndarray]:
        """Return cost and slope; weights are drawn to what is ``expected``."""
        total = weights[0] + self.values @ weights[1:]
        wrong = self.counts * (1 / (1 + np.exp(-np.clip(total, -30, 30))) - self.labels)
        away = weights[1:] - expected
        cost = float(self.counts @ (np.logaddexp(0, total) - self.labels * total)) + STRENGTH * float(np.mean(away**2))
        return cost, np.concatenate([[wrong.sum()], self.values.T @ wrong + 2 * STRENGTH * away / len(away)])


def regressed(material: Material, names: tuple[tuple[str, ...], tuple[str, ...]], expected: np.ndarray) -> tuple[float, dict[str, float]]:
    """Return the constant and the weights by name: the first names are at least 0, the second ones at most."""
    upward, downward = names
    bounds = [(None, None), *([(0, None)] * len(upward)), *([(None, 0)] * len(downward))]
    start = np.zeros(len(expected) + 1)
    best = minimize(material.loss, start, args=(expected,), jac=True, method="L-BFGS-B", bounds=bounds, options={"maxiter": 2000}).x
    return float(best[0]), {name: round(float(weight), 3) + 0.0 for name, weight in zip(upward + downward, best[1:], strict=True)}
