"""What a reading of a capability counts as."""

import numpy as np
import pytest

from matching.readers.capabilities import PLAIN_FROM, SHOWN_FROM, credit

BETWEEN = (SHOWN_FROM + PLAIN_FROM) / 2


@pytest.mark.parametrize(
    ("probability", "expected"), [(0.0, 0.0), (SHOWN_FROM / 2, 0.25), (SHOWN_FROM, 0.5), (BETWEEN, 0.75), (PLAIN_FROM, 1.0), (1.0, 1.0)]
)
def test_what_is_just_shown_counts_half_and_what_is_plain_counts_whole(probability: float, expected: float) -> None:
    assert credit(np.array([[probability]]), np.zeros((1, 1)))[0, 0] == pytest.approx(expected)


@pytest.mark.parametrize(
    ("probability", "named", "expected"),
    [(SHOWN_FROM / 2, 1.0, 0.5), (SHOWN_FROM / 4, 1.0, 0.125), (SHOWN_FROM / 2, 0.5, 0.25), (BETWEEN, 1.0, 0.75)],
    ids=["named", "nothing behind the name", "only a part is named", "shown better than by its name"],
)
def test_a_name_counts_half_where_something_stands_behind_it(probability: float, named: float, expected: float) -> None:
    assert credit(np.array([[probability]]), np.array([[named]]))[0, 0] == pytest.approx(expected)
