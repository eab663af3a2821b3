"""Rank stability: a place that rests on the record stays under small changes of the weights, one that rests on a decimal does not."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.ranking.stability import DRAWS, FIRST, changed_weights, rank_stability
from matching.ranking.weights import Weights

CODES = ["field", "leading"]
WEIGHTS = Weights("T", {"field": 0.5, "leading": 0.5}, fits=0.1, good=0.5, strong=0.7)


def stability(*people: tuple[float, float]) -> list[float]:
    return rank_stability(np.array(people), WEIGHTS, CODES).tolist()


def test_who_is_far_ahead_is_always_among_the_first() -> None:
    found = stability(*[(0.9, 0.9)] * FIRST, (0.2, 0.2))
    assert found == [1.0] * FIRST + [0.0]


def test_two_who_trade_one_strength_for_another_share_the_last_place() -> None:
    *first, one, other = stability(*[(0.9, 0.9)] * (FIRST - 1), (0.7, 0.5), (0.5, 0.7))
    assert first == [1.0] * (FIRST - 1)
    assert one + other == pytest.approx(1.0)
    assert 0.3 < one < 0.7


def test_a_small_list_is_firm() -> None:
    assert stability((0.1, 0.9), (0.9, 0.1)) == [1.0, 1.0]


def test_who_fits_stands_before_who_does_not() -> None:
    found = stability(*[(0.05, 0.05)] * FIRST, (0.9, 0.9))
    assert found[-1] == 1.0


@given(st.lists(st.floats(0, 1), min_size=1, max_size=8), st.integers(0, 1000))
def test_changed_weights_keep_their_sum_and_come_again(weights: list[float], seed: int) -> None:
    changed = changed_weights(np.array(weights), seed=seed)
    assert changed.shape == (DRAWS, len(weights))
    assert (changed >= 0).all()
    np.testing.assert_allclose(changed.sum(axis=1), sum(weights), atol=1e-9)
    assert changed.tobytes() == changed_weights(np.array(weights), seed=seed).tobytes()
