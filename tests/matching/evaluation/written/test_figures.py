"""Figures of written people, counted by hand on two cells and three people."""

import math

import pytest

from matching.evaluation.written.figures import FIGURES, Figure, Measured
from matching.evaluation.written.intervals import exact, resampled
from matching.evaluation.written.people import Benchmark, ItemLabels, Judgements, WrittenBrief, WrittenPerson
from matching.evaluation.written.results import ABSENT, BenchmarkResult, BriefResult, Place
from matching.profiles import Profile
from models.vocabulary import RoleCode

CE = ("P01", RoleCode.CE_PROJECT)
LABELS = ItemLabels({"P01": 3}, {"coordination": 2}, frozenset({"lasers", "optics"}), frozenset())
NONE = ItemLabels({}, {}, frozenset(), frozenset())


def person(name: str, writer: str, labels: ItemLabels) -> WrittenPerson:
    return WrittenPerson(Profile(name, name), writer, "official", (labels,))


def place(rank: int, band: str, coordination: float = 0.0) -> Place:
    return Place(rank, 0.5, band, band != "weak", frozenset({"lasers", "masers"}), frozenset({"optics"}), {"coordination": coordination})


BENCHMARK = Benchmark(
    (person("A", "w1", LABELS), person("B", "w2", NONE), person("C", "w2", NONE)),
    (WrittenBrief("w1", "P01", "wanted", "somebody"), WrittenBrief("w1", None, "cook", "somebody else")),
    (Judgements("P01", CE[1], {"A": 3, "B": 0}), Judgements(None, None, {"C": 0})),
)


def figures(place_a: Place, place_b: Place, place_c: Place = ABSENT, found: str = "AB", fit: str = "A") -> dict[str, Figure]:
    seen = BenchmarkResult(
        {CE: {"A": place_a, "B": place_b, "C": place_c}}, [BriefResult(found, frozenset(fit)), BriefResult("", frozenset())]
    )
    return Measured.of(BENCHMARK, seen).figures()


def test_the_right_person_before_the_trap_gets_everything_right() -> None:
    found = figures(place(1, "strong", 0.9), place(2, "weak", 0.1))
    assert all(
        found[name].value == 1.0 for name in ("right_first", "right_top3", "trap_below", "right_fits", "right_strong", "fit_precision")
    )
    assert all(
        found[name].value == 1.0 for name in ("brief_first", "brief_both", "brief_trap", "brief_fits", "brief_outside", "dimension_auc")
    )
    assert found["traps_fit"].value == found["outsiders_fit"].value == 0.0
    assert not any(figure.failures for name, figure in found.items() if not name.startswith("capability"))


def test_a_trap_that_fits_and_stands_first_is_told_by_name() -> None:
    found = figures(place(2, "weak", 0.1), place(1, "good", 0.9), found="BA", fit="B")
    assert all(
        found[name].value == 0.0 for name in ("right_first", "trap_below", "right_fits", "fit_precision", "brief_first", "brief_trap")
    )
    assert found["traps_fit"].value == 1.0
    assert found["traps_fit"].failures == ("P01 CE_PROJECT: trap B fits (rank 1, good 0.50)",)
    assert "first is B (grade 0, rank 1, good 0.50); right A rank 2, weak 0.50" in found["right_first"].failures[0]


def test_who_is_held_back_is_neither_first_nor_above_a_trap() -> None:
    found = figures(ABSENT, ABSENT)
    assert found["right_first"].value == found["trap_below"].value == found["right_top3"].value == 0.0
    assert found["capability_f1"].of == 0


def test_an_outsider_who_fits_anywhere_counts_once() -> None:
    assert figures(place(1, "good"), place(3, "weak"), place(2, "possible"))["outsiders_fit"].value == 1.0


def test_capabilities_are_compared_with_the_labels() -> None:
    found = figures(place(1, "good"), place(2, "weak"))
    assert (found["capability_precision"].value, found["capability_recall"].value, found["capability_f1"].value) == (0.5, 0.5, 0.5)


def test_figures_of_a_writer_count_the_people_of_this_writer() -> None:
    seen = BenchmarkResult(
        {CE: {"A": place(1, "good"), "B": place(2, "good")}}, [BriefResult("A", frozenset("A")), BriefResult("", frozenset())]
    )
    by_writer = Measured.of(BENCHMARK, seen).by_writer()
    assert (by_writer["w1"]["right_fits"].of, by_writer["w2"]["right_fits"].of) == (1, 0)
    assert (by_writer["w1"]["traps_fit"].of, by_writer["w2"]["traps_fit"].of) == (0, 1)


def test_reached_asks_the_end_of_the_interval_that_is_worse() -> None:
    assert Figure("right_fits", 0.90, 0.86, 0.94, 100).reached
    assert not Figure("right_fits", 0.90, 0.84, 0.94, 100).reached
    assert Figure("traps_fit", 0.02, 0.01, 0.06, 100).reached
    assert not Figure("traps_fit", 0.02, 0.01, 0.08, 100).reached
    assert Figure("capability_recall", 0.9, 0.9, 0.9, 100).reached is None
    assert FIGURES["capability_recall"].wanted is None


@pytest.mark.parametrize(("right", "of", "low", "high"), [(50, 51, 0.8955, 0.9995), (0, 10, 0.0, 0.3085), (10, 10, 0.6915, 1.0)])
def test_exact_intervals_are_those_of_the_tables(right: int, of: int, low: float, high: float) -> None:
    assert exact(right, of) == (pytest.approx(low, abs=1e-4), pytest.approx(high, abs=1e-4))


def test_no_case_has_no_interval() -> None:
    assert all(math.isnan(end) for end in exact(0, 0))


def test_cases_of_one_person_are_drawn_together() -> None:
    import numpy as np

    counts = np.array([[1.0, 1.0]] * 4 + [[0.0, 1.0]] * 4)
    together = resampled(counts, [["a"] * 4 + ["b"] * 4], lambda rows: float(rows[:, 0].mean()))
    apart = resampled(counts, [[str(number) for number in range(8)]], lambda rows: float(rows[:, 0].mean()))
    assert together == (0.0, 1.0)
    assert apart[0] > 0.0
