"""Rates carry their uncertainty: a mark stands only where the numbers carry it."""

import numpy as np
import pytest

from matching.exposure.rates import rates, wilson


def test_bounds_of_a_share() -> None:
    """5 of 10 by hand: middle 0.5, half 1.96 / (1 + 0.384) * sqrt(0.025 + 0.0096) = 0.263; nobody of 10 reaches 0.278."""
    assert wilson(5, 10) == pytest.approx((0.237, 0.763), abs=1e-3)
    assert wilson(0, 10) == pytest.approx((0.0, 0.278), abs=1e-3)


def test_a_small_group_that_nobody_chose_is_not_called_lower() -> None:
    labels = ["large"] * 200 + ["small"] * 10 + ["passed over"] * 100
    shown = np.zeros(310, dtype=bool)
    shown[:60] = True
    found = {one.label: one for one in rates(labels, np.ones(310, dtype=bool), shown)}
    assert {label: one.firmly_below for label, one in found.items()} == {"large": False, "small": False, "passed over": True}
    assert (found["small"].ratio, found["small"].below_four_fifths) == (0.0, True)
