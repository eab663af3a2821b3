"""Lists of people who are like somebody: which share of them is, from an edge on."""

import numpy as np

from seed.readers.likeness import Compared, report

FOUND = Compared(np.array([0.9, 0.7, 0.3, 0.1]), np.array([True, False, True, True]), np.array([1, 7]))


def test_a_share_is_of_those_who_are_listed_and_of_all_who_are_alike() -> None:
    assert FOUND.at(0.25) == (2 / 3, 2 / 3, 3)
    assert FOUND.at(0.95) == (0.0, 0.0, 0)


def test_the_report_says_where_examples_stand_themselves() -> None:
    assert "first on its own list in 0.50 of cases, among the first five in 0.50" in report(FOUND)
    assert "| possible | 0.25 | 0.67 of 3 | 0.67 |" in report(FOUND)
