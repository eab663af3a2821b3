"""The measure counts right, and the shipped weights tell second records from namesakes on writers they were not fitted to."""

import numpy as np
import pytest

from matching.identity.judging import shipped_model
from seed.identity.fitting import threshold
from seed.identity.measuring import Measured, curve, held_out


def test_precision_and_recall_are_counted_at_an_edge() -> None:
    found = Measured(np.array([0.9, 0.8, 0.7, 0.2]), np.array([True, False, True, True]))
    assert found.at(0.75) == (0.5, 1 / 3, 2)
    assert found.at(0.99) == (0.0, 0.0, 0)


def test_the_threshold_is_the_lowest_that_is_precise_enough() -> None:
    chances, same = np.array([0.9, 0.8, 0.7, 0.6]), np.array([True, True, False, True])
    assert threshold(chances, same, 0.75) == 0.6
    assert threshold(chances, same, 0.9) == 0.8


@pytest.mark.long
def test_second_records_are_told_from_namesakes() -> None:
    model = shipped_model()
    found = held_out(seeds=(101,))
    precision, recall, _ = found.at(model.propose)
    assert precision > 0.96, curve(found, model)
    assert recall > 0.93, curve(found, model)
    assert found.at(model.unclear)[1] > 0.95, curve(found, model)
