"""What a reading of a capability counts as."""

import numpy as np
import pytest

from matching.readers.capabilities import credit


@pytest.mark.parametrize(("probability", "expected"), [(0.0, 0.0), (0.05, 0.25), (0.10, 0.5), (0.20, 0.75), (0.30, 1.0), (0.99, 1.0)])
def test_what_is_just_shown_counts_half_and_what_is_plain_counts_whole(probability: float, expected: float) -> None:
    assert credit(np.array([[probability]]), np.zeros((1, 1)))[0, 0] == pytest.approx(expected)


@pytest.mark.parametrize(
    ("probability", "named", "expected"),
    [(0.05, 1.0, 0.5), (0.04, 1.0, 0.2), (0.05, 0.5, 0.25), (0.20, 1.0, 0.75)],
    ids=["named", "nothing behind the name", "only a part is named", "shown better than by its name"],
)
def test_a_name_counts_half_where_something_stands_behind_it(probability: float, named: float, expected: float) -> None:
    assert credit(np.array([[probability]]), np.array([[named]]))[0, 0] == pytest.approx(expected)
