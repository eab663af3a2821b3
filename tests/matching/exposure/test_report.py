"""The report's numbers are those that somebody would count by hand, with small groups hidden."""

from collections import Counter
from dataclasses import replace
from datetime import timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.coverage.supply import Supply
from matching.exposure.concentration import gini, share_of_top
from matching.exposure.rates import rates
from matching.exposure.report import Method, report
from matching.exposure.stages import NOT_SHOWN, career_stage
from matching.needs import RoleNeed
from matching.profiles import Profile
from tests.matching.coverage import slow_recount
from tests.matching.examples import ON, RADAR, item, need, person, ranking, weights
from tests.matching.random_worlds import NEEDS, NETWORKS

AMOUNTS = st.lists(st.integers(0, 9), min_size=1, max_size=12)
GAP = timedelta(days=183)


@given(NETWORKS, st.lists(NEEDS, min_size=1, max_size=3), st.integers(1, 3), st.data())
def test_a_report_is_what_a_slow_recount_finds(people: list[Profile], several: list[RoleNeed], first: int, data: st.DataObject) -> None:
    placed = [replace(one, country=data.draw(st.sampled_from(["VN", "DE", "JP"]))) for one in people]
    found = [ranking(placed, wanted, weights(wanted.role.family)) for wanted in several]
    cells = [slow_recount.look(one) for one in found]
    exposure = report([Supply.of(one) for one in found], Method(ON, first, minimum=1))
    places, considered = slow_recount.places(cells, first), [one.person for one in cells[0] if "consenting" in one.names]
    assert (exposure.lists, exposure.people, exposure.shown) == (len(several), len(considered), len(places))
    assert exposure.places == sum(places.values())
    assert exposure.gini == pytest.approx(slow_gini([places[one.id] for one in considered]))
    by_country = Counter(one.country for one in considered)
    shown = Counter(one.country for one in considered if places[one.id])
    highest = max((shown[country] / by_country[country] for country in by_country), default=0)
    assert [(one.label, one.people, one.shown, one.ratio) for one in exposure.groups["country"]] == [
        (country, by_country[country], shown[country], shown[country] / by_country[country] / highest if highest else None)
        for country in sorted(by_country)
    ]
    assert {one.label for one in exposure.groups["residence"]} == {"domestic" if one == "VN" else "overseas" for one in by_country}


def slow_gini(amounts: list[int]) -> float:
    """Return half the relative mean absolute difference, from its definition."""
    if not sum(amounts):
        return 0.0
    differences = sum(abs(one - other) for one in amounts for other in amounts)
    return differences / (2 * len(amounts) * sum(amounts))


@given(AMOUNTS)
def test_the_gini_coefficient_is_half_the_relative_mean_difference(amounts: list[int]) -> None:
    assert gini(np.array(amounts)) == pytest.approx(slow_gini(amounts))


def test_concentration_of_a_plain_case() -> None:
    amounts = np.array([0] * 90 + [1] * 9 + [11])
    assert share_of_top(amounts, 0.01) == 11 / 20
    assert share_of_top(amounts, 0.1) == 1.0
    assert gini(np.array([3, 3, 3])) == 0.0


def test_rates_and_ratios_of_a_plain_case() -> None:
    labels = ["a"] * 10 + ["b"] * 10 + ["c"] * 3 + ["d"] * 6
    shown = np.array([True] * 5 + [False] * 5 + [True] * 3 + [False] * 7 + [True] * 3 + [False] * 6)
    found = {one.label: one for one in rates(labels, np.ones(29, dtype=bool), shown)}
    assert (found["a"].rate, found["a"].ratio, found["a"].below_four_fifths) == (0.5, 1.0, False)
    assert (found["b"].shown, found["b"].ratio, found["b"].below_four_fifths) == (3, 0.6, True)
    # Three people are too few, and so is the only other group whose number would give theirs away.
    assert [(found[label].people, found[label].shown, found[label].ratio) for label in "cd"] == [(None, None, None)] * 2


def test_where_nobody_is_shown_there_is_no_ratio() -> None:
    (only,) = rates(["a"] * 6, np.ones(6, dtype=bool), np.zeros(6, dtype=bool))
    assert (only.rate, only.ratio, only.below_four_fifths) == (0.0, None, False)


def test_without_consent_somebody_is_in_no_group() -> None:
    silent = person("E9", *(item(name, RADAR[0]) for name in "abc"), consents=frozenset(), country="JP")
    exposure = report([Supply.of(ranking([person("E1", item(), country="VN"), silent], need()))], Method(ON, minimum=1))
    assert (exposure.people, [one.label for one in exposure.groups["country"]]) == (1, ["VN"])


@pytest.mark.parametrize(("years", "stage"), [(0, "0-10"), (9, "0-10"), (10, "10-20"), (19, "10-20"), (20, "20+"), (40, "20+")])
def test_a_career_stage_follows_the_years_of_counted_work(years: int, stage: str) -> None:
    since = ON.replace(year=ON.year - years)
    assert career_stage(person("E1", item(starts=since)), ON, GAP) == stage


def test_without_dated_work_the_stage_is_not_shown() -> None:
    assert career_stage(person("E1", item(starts=None)), ON, GAP) == NOT_SHOWN
    assert career_stage(person("E1", item(counts_as_innovation_work=False)), ON, GAP) == NOT_SHOWN
