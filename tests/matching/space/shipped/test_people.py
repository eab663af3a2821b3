import numpy as np
import pytest

from matching.space.shipped.people import FURTHER, by_person


def test_the_best_text_counts_whole_and_each_further_one_less() -> None:
    assert by_person(np.array([1.0, 4.0, 2.0]), np.array([0, 0, 0]), 1).tolist() == pytest.approx([4.0 + 2.0 * FURTHER + FURTHER**2])


def test_people_keep_their_own_texts() -> None:
    assert by_person(np.array([1.0, 2.0, 3.0]), np.array([2, 0, 2]), 4).tolist() == [2.0, 0.0, pytest.approx(3.0 + FURTHER), 0.0]


def test_other_work_costs_nothing_and_a_long_list_does_not_win_by_its_length() -> None:
    scores = by_person(np.array([*[1.0] * 3, *[1.0] * 3, *[0.0] * 9, *[0.2] * 50]), np.repeat([0, 1, 2], [3, 12, 50]), 3)
    assert scores[0] == scores[1] > scores[2]
