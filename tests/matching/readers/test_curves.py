"""Curves and planes: what each feature adds can be read off."""

import numpy as np
import pytest

from matching.readers.curves import Curves, Planes

RISING = Curves(np.array([[0.0, 1.0]]), np.array([[-2.0, 2.0]]), bias=0.0)


def test_between_two_knots_a_curve_is_straight_and_beyond_its_ends_level() -> None:
    found = RISING.probability(np.array([[0.0], [0.5], [1.0], [-9.0], [9.0]]))
    assert found[1] == 0.5
    assert found[0] == found[3] == pytest.approx(1 / (1 + np.exp(2)), abs=1e-4)
    assert found[2] == found[4] == pytest.approx(1 - found[0], abs=1e-4)


def test_curves_of_several_features_add_up() -> None:
    two = Curves(np.array([[0.0, 1.0], [0.0, 1.0]]), np.array([[0.0, 1.0], [0.0, -1.0]]), bias=0.0)
    assert two.probability(np.array([[1.0, 1.0], [1.0, 0.0]])).tolist() == [0.5, 0.7311]


def test_a_bias_alone_is_the_same_for_everything() -> None:
    flat = Curves(np.array([[0.0, 1.0]]), np.zeros((1, 2)), bias=-9.0)
    assert flat.probability(np.array([[0.0], [5.0]])).tolist() == [0.0001, 0.0001]


def test_a_row_has_the_same_probability_alone_and_among_others() -> None:
    rows = np.random.default_rng(1).normal(size=(50, 1))
    assert RISING.probability(rows).tolist() == [float(RISING.probability(row[None])[0]) for row in rows]


def test_planes_read_several_things_of_one_vector() -> None:
    found = Planes(np.array([[1.0, -1.0], [0.0, 0.0]]), np.zeros(2)).probability(np.array([[0.0, 5.0], [100.0, 5.0]], dtype=np.float32))
    assert found[0].tolist() == [0.5, 0.5]
    assert found[1] == pytest.approx([1.0, 0.0])
