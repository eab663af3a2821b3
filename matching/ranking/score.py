"""The score: signals times weights, whose parts add up to it."""

from dataclasses import dataclass

import numpy as np

from matching.ranking.weights import Weights
from matching.signals.registry import Signal, signals_of
from matching.signals.view import View


@dataclass(frozen=True)
class Scores:
    """``values`` and ``parts`` (profiles, signals) in the order of ``signals``; ``total`` (profiles,) is the sum of the parts."""

    signals: tuple[Signal, ...]
    values: np.ndarray
    parts: np.ndarray
    total: np.ndarray


def score(view: View, weights: Weights) -> Scores:
    """Score every profile; parts are summed in the order of the signals, so that they add up to the same bytes everywhere."""
    signals = signals_of(None if view.need.text_only else view.need.role.family)
    values = np.column_stack([signal.measure(view) for signal in signals])
    parts = values * np.array([weights.of_signal.get(signal.code, 0.0) for signal in signals])
    total = np.zeros(view.size)
    for column in range(parts.shape[1]):
        total = total + parts[:, column]
    return Scores(signals, values, parts, total)
