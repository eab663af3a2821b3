"""Relevance: to a subject of the space, to a part of one, and never through what the need excludes."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from matching.signals.view import View
from tests.matching.examples import BATTERY, RADAR, RADAR_BRIEF, RICE, item, person, view

PEOPLE = (person("E1", item("a", RADAR[0]), item("b", RADAR[1])), person("E2", item("c", BATTERY[0])), person("E3", item("d", RICE[0])))


def of_radar(**changes: object) -> View:
    return view(*PEOPLE, subjects=(RADAR_BRIEF,), **changes)


def test_work_on_a_subject_counts_and_work_on_another_does_not() -> None:
    relevance = of_radar().relevance
    assert relevance[0] > 0.5
    assert relevance[:2].min() > 2 * relevance[2:].max()


def test_what_a_need_excludes_does_not_count() -> None:
    assert of_radar(must=("battery",), nice=(), excluded=("radar",)).relevance[0] == 0.0


def test_an_excluded_capability_beside_a_wanted_one_is_no_harm() -> None:
    assert of_radar(must=("array",), nice=(), excluded=("sensing",)).relevance[0] == of_radar().relevance[0]


def test_excluding_what_nobody_knows_changes_nothing() -> None:
    assert of_radar(excluded=("unheard_of",)).relevance.tolist() == of_radar().relevance.tolist()


def test_a_part_of_a_subject_counts_what_is_near_to_it_double() -> None:
    tracking = ((RADAR_BRIEF[1][0], RADAR[1]),)
    whole, narrow = of_radar().relevance, of_radar(briefs=tracking, narrows=True).relevance
    assert (narrow <= whole).all()
    assert (narrow >= whole / 2).all()
    shares = np.divide(narrow, whole, out=np.zeros(len(whole)), where=whole > 0)
    assert shares[1] > shares[0]


@given(st.lists(st.lists(st.sampled_from([0.0, 0.25, 0.5, 1.0]), max_size=5), max_size=4), st.integers(1, 4))
def test_the_mean_of_the_best_is_that_of_the_items_that_count(of_people: list[list[float]], count: int) -> None:
    people = [person(f"E{place}", *(item(f"{place}-{one}") for one in range(len(values)))) for place, values in enumerate(of_people)]
    seen, values = view(*people), np.array([value for values in of_people for value in values])
    expected = [sum(sorted(values, reverse=True)[:count]) / count for values in of_people]
    assert seen.mean_of_best(values, count).tolist() == expected
    assert (seen.total(seen.best(values, count)) / count).tolist() == expected
