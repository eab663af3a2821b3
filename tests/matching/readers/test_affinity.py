"""Which subjects a text is about, with none of them as a real answer."""

import numpy as np
import pytest

from matching.readers.affinity import measures, shares

NOTHING = np.zeros(3)


def looked_at(values: list[float]) -> tuple[list[float], list[float]]:
    """Return how far each subject stands out and lies ahead by its brief."""
    found = measures(np.array(values), NOTHING, NOTHING, NOTHING, length=9)
    return found[:, 4].tolist(), found[:, 8].tolist()


def test_the_nearest_subject_stands_out_and_lies_ahead() -> None:
    out, ahead = looked_at([0.9, 0.1, 0.2])
    assert out[0] > 1.0
    assert out[1] < 0.0
    assert ahead == pytest.approx([0.7, -0.8, -0.7])


def test_where_all_are_alike_none_stands_out() -> None:
    out, ahead = looked_at([0.5, 0.5, 0.5])
    assert out == ahead == [0.0, 0.0, 0.0]


def test_nearness_that_all_subjects_gain_changes_nothing_of_who_stands_out() -> None:
    assert looked_at([0.9, 0.1, 0.2])[0] == pytest.approx(looked_at([0.7, -0.1, 0.0])[0])


@pytest.mark.parametrize(
    ("within", "expected"),
    [(0.9, [1.0, 0.5, 0.0]), (0.19, [0.0, 0.0, 0.0]), (0.35, [0.5, 0.25, 0.0])],
    ids=["plainly the first", "about none", "half sure"],
)
def test_a_text_shares_itself_among_subjects(within: float, expected: list[float]) -> None:
    assert shares(np.array([0.9, 0.45, 0.0]), within) == pytest.approx(expected)
