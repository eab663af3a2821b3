"""The measurement of planted worlds: counts by hand, and one small world whose gates cannot be wrong."""

import pytest

from models.vocabulary import RoleCode
from seed.planted.measure import CellResult, figures, measure_world, parse_seeds
from seed.planted.report import BenchmarkRun, report
from seed.planted.world import build


def cell(
    seed: int = 1, *, empty: bool = False, ndcg: float | None = 1.0, below: tuple[int, int] = (1, 1), answered: bool = True
) -> CellResult:
    return CellResult(seed, "P01", RoleCode.CE_PROJECT, empty, ndcg, below, below, answered, (1, 1), (1, 1), (1, 1))


def test_figures_count_each_kind_of_cell_for_itself() -> None:
    found = figures([cell(), cell(ndcg=0.5, below=(1, 3), answered=False), cell(empty=True, ndcg=None, below=(0, 0), answered=False)])
    assert (found.ndcg_10.value, found.ndcg_10.cases) == (0.75, 2)
    assert (found.hard_negatives_below.value, found.hard_negatives_below.cases) == (0.5, 4)
    assert (found.refused_empty.value, found.refused_empty.cases) == (1.0, 1)
    assert (found.refused_filled.value, found.refused_filled.cases) == (0.5, 2)


def test_an_interval_holds_its_figure_and_is_a_point_where_all_worlds_agree() -> None:
    apart = figures([cell(1, ndcg=0.2), cell(2, ndcg=0.8)]).ndcg_10
    alike = figures([cell(1, ndcg=0.6), cell(2, ndcg=0.6)]).ndcg_10
    assert apart.low <= apart.value <= apart.high
    assert apart.low < apart.high
    assert alike.low == pytest.approx(alike.high) == pytest.approx(0.6)


def test_a_figure_without_a_case_is_not_a_number() -> None:
    found = figures([cell()]).refused_empty
    assert found.cases == 0
    assert found.value != found.value


@pytest.mark.long
def test_gated_people_of_a_small_world_are_never_proposed_and_always_told_why() -> None:
    results = measure_world(build(2, 200), "tuning")
    found = figures(results)
    assert {result.product for result in results} <= {f"P{number:02d}" for number in range(1, 31)}
    assert len(results) == 30
    assert found.gated_right.cases > 0
    assert found.gated_right.value == 1.0
    assert found.adds_up.value == 1.0
    assert found.deletion_lowers.value == 1.0


def test_the_report_says_what_is_reached_and_what_is_not() -> None:
    text = report(figures([cell(ndcg=0.95), cell(ndcg=0.95, below=(0, 1))]), BenchmarkRun("1-2", "tuning", 200, None))
    rows = {line.split(" | ")[0]: line for line in text.splitlines() if line.startswith("| ")}
    assert next(row for name, row in rows.items() if "nDCG" in name).endswith("| yes |")
    assert next(row for name, row in rows.items() if "hard negatives that" in name).endswith("| no |")
    assert "words alone" in text


@pytest.mark.parametrize(("text", "seeds"), [("3", [3]), ("3-5", [3, 4, 5]), ("1,7-8", [1, 7, 8])])
def test_seeds_are_read_as_written(text: str, seeds: list[int]) -> None:
    assert list(parse_seeds(text)) == seeds


@pytest.mark.parametrize("text", ["", "a", "1-b"])
def test_other_seeds_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match="invalid literal"):
        list(parse_seeds(text))
