"""Topical fit: the best items, neither one lucky item nor volume."""

import numpy as np
import pytest

from matching.profiles import Profile
from matching.signals import topical
from matching.signals.view import BEST_ITEMS, View
from tests.matching.examples import BATTERY, RADAR, item, need, network, person, view


def many(identifier: str, titles: list[str]) -> Profile:
    return person(identifier, *(item(f"{identifier}-{number:02d}", title) for number, title in enumerate(titles)))


def test_the_nearer_subject_fits_better() -> None:
    radar, battery = topical.measure(view(many("E1", [RADAR[0]]), many("E2", [BATTERY[0]])))
    assert radar > battery


def test_one_lucky_item_is_less_than_five_good_ones() -> None:
    once, often = topical.measure(view(many("E1", [RADAR[0]]), many("E2", [RADAR[0]] * 5)))
    assert often == pytest.approx(5 * once)


def test_volume_beyond_the_best_items_adds_nothing() -> None:
    five, fifty = topical.measure(view(many("E1", [RADAR[0]] * 5), many("E2", [RADAR[0]] * 50)))
    assert five == fifty
    assert topical.measure(view(many("E1", [RADAR[0]] * 5), many("E2", [RADAR[0]] * 5 + [BATTERY[0]] * 50))).tolist() == [five, five]


def test_the_best_items_are_each_persons_own() -> None:
    seen = view(many("E1", [BATTERY[0]] * 3 + [RADAR[0]] * 5), many("E2", [RADAR[0]] * 7))
    assert sorted(seen.best_rows) == [3, 4, 5, 6, 7, 8, 9, 10, 11, 12]


def test_the_choice_of_nearly_equal_items_does_not_depend_on_the_place_in_the_network() -> None:
    closely = 0.3 + np.arange(7) * 1e-14
    people = network(many(f"E{number:03d}", [RADAR[0]] * 7) for number in range(300))
    chosen = View(need(), people, np.tile(closely, 300)).best_rows.reshape(300, BEST_ITEMS)
    assert (chosen - 7 * np.arange(300)[:, None] == chosen[0]).all()
