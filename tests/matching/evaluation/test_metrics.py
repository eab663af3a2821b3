"""The metrics, counted by hand on tiny examples and recounted slowly on random ones."""

from math import log2

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.evaluation.metrics import BRIEF_METRICS, NOTHING, PAIR_METRICS, JudgedPairs, Ratio
from tests.matching.evaluation.slow_recount import BY_NAME, Row

METRICS = {**BRIEF_METRICS, **{name: metric for name, (_, metric) in PAIR_METRICS.items()}}
ROWS = st.lists(st.tuples(st.integers(0, 4).map(lambda fifth: fifth / 5), st.integers(0, 5).map(float), st.booleans()), max_size=14)


def judged(*rows: Row) -> JudgedPairs:
    scores, grades, relevant = zip(*rows, strict=True) if rows else ((), (), ())
    return JudgedPairs(np.array(scores, dtype=float), np.array(grades, dtype=float), np.array(relevant, dtype=bool))


def binary(*relevant_by_rank: int) -> JudgedPairs:
    """Return a brief whose profiles stand in this order, 1 for a relevant one."""
    return judged(*((1 - rank / 100, float(hit), bool(hit)) for rank, hit in enumerate(relevant_by_rank)))


def graded(*pairs: tuple[float, float]) -> JudgedPairs:
    """Return a profile whose briefs have these (score, grade)."""
    return judged(*((score, grade, grade >= 4) for score, grade in pairs))


@pytest.mark.parametrize(
    ("name", "ranks", "value"),
    [
        ("ap", (1, 0, 1, 0), (1 / 1 + 2 / 3) / 2),
        ("ap", (0, 0, 1), 1 / 3),
        ("mrr", (0, 1, 1), 1 / 2),
        ("r_1", (1, 0, 1), 1 / 2),
        ("r_1", (0, 1), 0),
        ("p_10", (1, 1, 0), 2 / 10),
        ("p_10", (0,) * 10 + (1,), 0),
        ("ndcg_10", (0, 1), 1 / log2(3)),
        ("ndcg_10", (0, 1, 1), (1 / log2(3) + 1 / log2(4)) / (1 + 1 / log2(3))),
        ("ndcg_10", (0,) * 10 + (1,), 0),
        ("roc_auc", (1, 0, 1, 0), 3 / 4),
        ("roc_auc", (0, 0, 1), 0),
    ],
)
def test_counted_by_hand_within_a_brief(name: str, ranks: tuple[int, ...], value: float) -> None:
    assert METRICS[name](binary(*ranks)) == (pytest.approx(value), 1.0)


@pytest.mark.parametrize(
    ("name", "pairs", "ratio"),
    [
        ("loss_within_profile", ((0.9, 5), (0.1, 1)), (0, 4)),
        ("loss_within_profile", ((0.1, 5), (0.9, 1)), (4, 4)),
        ("loss_within_profile", ((0.5, 5), (0.5, 1)), (2, 4)),
        ("loss_within_profile", ((0.5, 3), (0.9, 3)), (0, 0)),
        ("loss_within_brief", ((0.9, 5), (0.5, 3), (0.7, 1)), (2, 8)),
        ("easy_accuracy", ((0.9, 4), (0.1, 2), (0.5, 3)), (1, 1)),
        ("easy_accuracy", ((0.1, 5), (0.9, 1), (0.1, 2)), (0.5, 2)),
        ("hard_accuracy", ((0.9, 5), (0.1, 4), (0.5, 3)), (1, 1)),
        ("hard_accuracy", ((0.1, 5), (0.9, 4)), (0, 1)),
        ("hard_accuracy", ((0.1, 5), (0.9, 5)), (0, 0)),
    ],
)
def test_counted_by_hand_in_pairs(name: str, pairs: tuple[tuple[float, float], ...], ratio: Ratio) -> None:
    assert METRICS[name](graded(*pairs)) == ratio


def test_the_gain_of_a_grade_is_the_grade() -> None:
    assert METRICS["ndcg_10"](graded((0.1, 5), (0.9, 1)))[0] == pytest.approx((1 + 5 / log2(3)) / (5 + 1 / log2(3)))


def test_of_equal_scores_the_first_id_stands_first() -> None:
    assert METRICS["mrr"](judged((0.5, 0.0, False), (0.5, 1.0, True))) == (0.5, 1.0)


@pytest.mark.parametrize("name", METRICS)
def test_a_unit_that_cannot_be_measured_does_not_count(name: str) -> None:
    assert METRICS[name](judged()) == NOTHING
    assert METRICS[name](binary(0, 0)) == NOTHING


@pytest.mark.parametrize("name", METRICS)
@given(rows=ROWS)
def test_a_slow_recount_agrees(name: str, rows: list[Row]) -> None:
    assert METRICS[name](judged(*rows)) == pytest.approx(BY_NAME[name](rows))


@given(ROWS)
def test_every_metric_is_a_share(rows: list[Row]) -> None:
    for name, metric in METRICS.items():
        numerator, denominator = metric(judged(*rows))
        assert 0 <= numerator <= denominator + 1e-9, name
