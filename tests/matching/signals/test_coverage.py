"""Coverage: x of y capabilities."""

import pytest

from matching.signals import coverage
from tests.matching.examples import item, person, view

PEOPLE = (
    person("E1", item("a", "Phased array"), item("b", "Battery storage")),
    person("E2", item("a", "Ra đa")),
    person("E3", item("a", "Rice breeding")),
    person("E4"),
)


def test_coverage_is_the_mean_credit_over_what_is_asked() -> None:
    assert coverage.must(view(*PEOPLE, must=("array", "battery"))).tolist() == [1.0, 0.0, 0.0, 0.0]
    assert coverage.must(view(*PEOPLE, must=("array", "breeding"))).tolist() == [0.5, 0.0, 0.5, 0.0]
    assert coverage.nice(view(*PEOPLE, nice=("radar",))).tolist() == [0.5, 1.0, 0.0, 0.0]


def test_of_alternatives_the_best_is_enough() -> None:
    either = view(*PEOPLE, must=("battery", "breeding", "radar"), groups=(("breeding", "radar"),))
    assert coverage.must(either).tolist() == [0.75, 0.5, 0.5, 0.0]
    both_named = person("E1", item("a", "Radar"), item("b", "Rice breeding"))
    assert coverage.must(view(both_named, must=("breeding", "radar"), groups=(("breeding", "radar"),))).tolist() == [1.0]


def test_an_item_that_names_two_alternatives_counts_once() -> None:
    one = person("E1", item("a", "Radar and rice breeding"))
    assert coverage.weigh_must(view(one, must=("breeding", "radar"), groups=(("breeding", "radar"),))).tolist() == [1.0]


def test_a_special_capability_speaks_for_the_general_one_by_half_a_step() -> None:
    assert coverage.must(view(*PEOPLE, must=("sensing",))).tolist() == [0.25, 0.5, 0.0, 0.0]


def test_saying_it_twice_is_not_more() -> None:
    once, twice = person("E1", item("a", "Radar")), person("E2", item("a", "Radar, radar"), item("b", "Ra đa"))
    assert coverage.must(view(once, twice, must=("radar", "battery"))).tolist() == [0.5, 0.5]


def test_nothing_asked_is_nothing_missing() -> None:
    assert coverage.must(view(*PEOPLE, must=())).tolist() == [1.0] * 4
    assert coverage.nice(view(*PEOPLE, nice=())).tolist() == [1.0] * 4


@pytest.mark.parametrize("must", [("unheard_of",), ("unheard_of", "never_seen")])
def test_a_capability_that_the_space_does_not_know_is_shown_by_nobody(must: tuple[str, ...]) -> None:
    assert coverage.must(view(*PEOPLE, must=must)).tolist() == [0.0] * 4
    assert coverage.must(view(*PEOPLE, must=("radar", *must)))[1] == pytest.approx(1 / (1 + len(must)))


def test_an_item_counts_by_all_that_it_shows() -> None:
    assert coverage.weigh_must(view(*PEOPLE, must=("radar", "battery", "unheard_of"))).tolist() == [0.5, 1.0, 1.0, 0.0]
    assert coverage.weigh_nice(view(*PEOPLE, nice=("array", "radar"))).tolist() == [1.5, 0.0, 1.0, 0.0]
    assert coverage.weigh_must(view(*PEOPLE, must=())).tolist() == [0.0] * 4
