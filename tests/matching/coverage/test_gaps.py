"""A gap names what is wanted, who is nearest and what each of them lacks."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given

from matching.coverage.gaps import gap
from matching.coverage.supply import Counted, Supply
from matching.needs import RoleNeed
from matching.profiles import Profile
from tests.matching.coverage import slow_recount
from tests.matching.examples import BATTERY, RADAR, item, need, person, ranking, weights
from tests.matching.random_worlds import NEEDS, NETWORKS

STRONG = (item("a", RADAR[0]), item("b", RADAR[1]), item("c", RADAR[2]))
WITHOUT_ARRAY = tuple(item(name, RADAR[1]) for name in "abc")
YOUNG = tuple(replace(one, starts=date(2024, 1, 1)) for one in STRONG)


def supply(*people: Profile, fits: float = 0.3, wanted: RoleNeed | None = None) -> Supply:
    return Supply.of(ranking(people, wanted, weights(fits=fits)))


def test_nobody_shows_a_capability() -> None:
    found = gap(supply(person("E1", *WITHOUT_ARRAY)), "array")
    assert found.open
    assert [(one.capability, one.counts[Counted.ELIGIBLE]) for one in found.wanted] == [("array", 0)]
    assert [(one.profile_id, one.capabilities, one.rules) for one in found.nearest] == [("E1", ("array",), ())]


def test_only_evidence_is_missing() -> None:
    (near,) = gap(supply(person("E1", *YOUNG))).nearest
    assert near.capabilities == ()
    assert [(one.rule.id, round(one.value or 0)) for one in near.rules] == [("R-YEARS", 3)]


def test_the_score_and_hours_are_missing() -> None:
    found = gap(supply(person("E1", item("a", BATTERY[0]), hours_per_week=8), fits=0.6, wanted=need(hours_per_week=20)))
    (near,) = found.nearest
    assert near.score < 0.6
    assert (near.capabilities, near.hours_offered, near.hours_wanted) == (("array", "radar"), 8, 20)


def test_a_closed_gap_says_so_and_does_not_name_who_closes_it() -> None:
    found = gap(supply(person("E1", *STRONG)))
    assert (found.open, found.nearest, found.pool) == (False, (), 0)


def test_people_near_are_counted_where_they_live_unless_they_are_few() -> None:
    people = [person(f"E{number}", *WITHOUT_ARRAY, country="DE" if number < 7 else "JP") for number in range(9)]
    assert gap(supply(*people), "array").where["country"] == {"DE": None, "JP": None}
    assert gap(supply(*people), "array", minimum=1).where["country"] == {"DE": 7, "JP": 2}


def test_another_capability_is_refused() -> None:
    with pytest.raises(ValueError, match="index"):
        gap(supply(person("E1")), "battery")


@given(NETWORKS, NEEDS)
def test_the_nearest_are_the_best_scores_that_do_not_close_the_gap(people: list[Profile], wanted: RoleNeed) -> None:
    found = ranking(people, wanted, weights(wanted.role.family))
    seen = {one.person.id: one for one in slow_recount.look(found)}
    nearest = gap(Supply.of(found), minimum=1).nearest
    expected = [one.profile_id for one in found.entries(everybody=True) if "ready" not in seen[one.profile_id].names]
    assert sorted(one.profile_id for one in nearest) == sorted(expected)
    assert [(-one.score, one.profile_id) for one in nearest] == sorted((-one.score, one.profile_id) for one in nearest)
    for near in nearest:
        assert set(near.capabilities) == set(wanted.must) - seen[near.profile_id].shows
