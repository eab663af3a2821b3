"""Topical fit: the best items, neither one lucky item nor volume."""

import numpy as np
import pytest

from matching.profiles import Profile
from matching.signals import topical
from models.vocabulary import EvidenceKind
from tests.matching.examples import BATTERY, RADAR, item, person, view


def many(identifier: str, titles: list[str]) -> Profile:
    return person(identifier, *(item(f"{identifier}-{number:02d}", title) for number, title in enumerate(titles)))


def test_the_nearer_subject_fits_better() -> None:
    radar, battery = topical.measure(view(many("E1", [RADAR[0]]), many("E2", [BATTERY[0]])))
    assert radar > battery


def test_one_lucky_item_is_less_than_four_good_ones() -> None:
    once, often = topical.measure(view(many("E1", [RADAR[0]]), many("E2", [RADAR[0]] * 4)))
    assert often == pytest.approx(4 * once)


def test_volume_beyond_the_best_items_adds_nothing() -> None:
    four, fifty = topical.measure(view(many("E1", [RADAR[0]] * 4), many("E2", [RADAR[0]] * 50)))
    assert four == fifty
    assert topical.measure(view(many("E1", [RADAR[0]] * 4), many("E2", [RADAR[0]] * 4 + [BATTERY[0]] * 50))).tolist() == [four, four]


def test_the_best_items_are_each_persons_own() -> None:
    seen = view(many("E1", [BATTERY[0]] * 3 + [RADAR[0]] * 5), many("E2", [RADAR[0]] * 7))
    counted = topical.weigh(seen) > 0
    assert np.flatnonzero(counted).tolist() == [3, 4, 5, 6, 8, 9, 10, 11]


def test_a_degree_on_the_subject_is_worth_less_than_work_on_it() -> None:
    degree = person("E1", item("d", RADAR[0], kind=EvidenceKind.DEGREE))
    studied, worked = topical.measure(view(degree, many("E2", [RADAR[0]])))
    assert studied == pytest.approx(0.3 * worked)
