"""Continuous work: overlaps merged, small gaps tolerated, large gaps shown."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.gate.spells import calendar_years, continuity
from matching.profiles import EvidenceItem
from tests.matching.examples import ON, item
from tests.matching.random_worlds import ITEMS

HALF_A_YEAR = timedelta(days=183)


def spell(identifier: str, starts: date | None, ends: date | None = None, *, counts: bool = True) -> EvidenceItem:
    return item(identifier, starts=starts, ends=ends, counts_as_innovation_work=counts)


def test_overlapping_work_counts_once() -> None:
    run = continuity([spell("a", date(2016, 10, 1), date(2022, 1, 1)), spell("b", date(2020, 1, 1))], ON, HALF_A_YEAR)
    assert run.years == pytest.approx(10, abs=0.01)
    assert run.evidence == ("a", "b")
    assert (run.since, run.until, run.gap) == (date(2016, 10, 1), ON, None)


def test_a_spell_inside_another_does_not_shorten_it() -> None:
    run = continuity([spell("a", date(2010, 1, 1)), spell("b", date(2012, 1, 1), date(2013, 1, 1))], ON, HALF_A_YEAR)
    assert run.until == ON


@pytest.mark.parametrize(("days", "continuous"), [(1, True), (183, True), (184, False)])
def test_a_gap_is_tolerated_up_to_its_limit(days: int, continuous: bool) -> None:
    left = date(2020, 1, 1)
    back = left + timedelta(days=days)
    run = continuity([spell("a", date(2012, 1, 1), left), spell("b", back)], ON, HALF_A_YEAR)
    assert run.since == (date(2012, 1, 1) if continuous else back)
    assert run.evidence == (("a", "b") if continuous else ("b",))
    assert run.gap == (None if continuous else (left, back))


def test_the_tolerated_gap_is_a_setting() -> None:
    work = [spell("a", date(2012, 1, 1), date(2018, 1, 1)), spell("b", date(2020, 1, 1))]
    assert continuity(work, ON, timedelta(days=1000)).since == date(2012, 1, 1)
    assert continuity(work, ON, timedelta(0)).since == date(2020, 1, 1)


def test_work_that_stopped_shows_the_gap_up_to_the_selection() -> None:
    run = continuity([spell("a", date(2005, 1, 1), date(2020, 1, 1))], ON, HALF_A_YEAR)
    assert run.gap == (date(2020, 1, 1), ON)
    assert not run.reaches(ON, HALF_A_YEAR)


def test_future_work_is_ignored_and_open_work_lasts_until_the_selection() -> None:
    run = continuity([spell("a", date(2020, 1, 1), date(2030, 1, 1)), spell("b", ON + timedelta(days=1))], ON, HALF_A_YEAR)
    assert run.evidence == ("a",)
    assert run.until == ON


def test_undated_work_is_kept_apart() -> None:
    run = continuity([spell("a", date(2020, 1, 1)), spell("b", None)], ON, HALF_A_YEAR)
    assert (run.evidence, run.undated) == (("a",), ("b",))


def test_other_work_does_not_count() -> None:
    run = continuity([spell("a", date(2000, 1, 1), counts=False), spell("b", None, counts=False)], ON, HALF_A_YEAR)
    assert (run.years, run.since, run.evidence, run.undated) == (0.0, None, (), ())


@pytest.mark.parametrize(
    ("first", "last", "years"),
    [
        (date(2016, 1, 1), date(2025, 12, 31), 10),
        (date(2017, 3, 1), date(2027, 2, 28), 10),
        (date(2021, 3, 1), date(2026, 2, 28), 5),
        (date(2016, 2, 29), date(2026, 2, 28), 10),
        (date(2024, 1, 1), date(2024, 12, 31), 1),
    ],
)
def test_years_are_those_of_the_calendar(first: date, last: date, years: int) -> None:
    assert calendar_years(first, last) == years
    assert calendar_years(first, last - timedelta(days=1)) < years < calendar_years(first, last + timedelta(days=1))


def renamed(work: list[EvidenceItem]) -> list[EvidenceItem]:
    return [spell(f"i{place}", one.starts, one.ends) for place, one in enumerate(work)]


WORK = st.lists(ITEMS, max_size=6).map(renamed)


@given(WORK.flatmap(lambda work: st.tuples(st.just(work), st.permutations(work))))
def test_the_order_of_the_record_does_not_matter(orders: tuple[list[EvidenceItem], list[EvidenceItem]]) -> None:
    one, other = (continuity(work, ON, HALF_A_YEAR) for work in orders)
    assert replace(one, undated=()) == replace(other, undated=())
    assert sorted(one.undated) == sorted(other.undated)


@given(WORK)
def test_more_tolerance_never_shortens_the_run(work: list[EvidenceItem]) -> None:
    years = [continuity(work, ON, timedelta(days=days)).years for days in (0, 90, 183, 400, 4000)]
    assert years == sorted(years)


@given(WORK)
def test_the_run_lies_before_the_selection(work: list[EvidenceItem]) -> None:
    run = continuity(work, ON, HALF_A_YEAR)
    if run.since is None or run.until is None:
        assert not any(i.starts and i.starts <= ON for i in work)
    else:
        assert run.since <= run.until <= ON
        assert run.years == calendar_years(run.since, run.until)
