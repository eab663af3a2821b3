"""What work on a subject usually shows, counted by hand."""

import numpy as np
import pytest

from matching.readers.usual import BaseRates

# Ten items on drones were read for flight control, nine of them show it; ten for paperwork, one shows it; nothing was read of soil.
READ, SHOWN = np.array([[10.0, 10.0], [0.0, 0.0]]), np.array([[9.0, 1.0], [0.0, 0.0]])
USUAL = BaseRates.learn(("drones", "soil"), ("flight", "paper"), READ, SHOWN)


def test_rates_are_shares_drawn_towards_the_mean_of_all_pairs() -> None:
    assert USUAL.mean == pytest.approx(0.5)
    np.testing.assert_allclose(USUAL.rates, [[11 / 14, 3 / 14], [0.5, 0.5]])


def test_other_catalogues_find_their_own_pairs_and_the_mean_for_new_ones() -> None:
    found = USUAL.of(("bridges", "drones"), ("paper", "welding", "flight"))
    np.testing.assert_allclose(found, [[0.5, 0.5, 0.5], [3 / 14, 0.5, 11 / 14]])


def test_without_anything_read_nothing_is_usual() -> None:
    empty = BaseRates.learn((), (), np.zeros((0, 0)), np.zeros((0, 0)))
    np.testing.assert_array_equal(empty.of(("drones",), ("flight",)), [[0.0]])
    assert empty.of((), ("flight",)).shape == (0, 1)
