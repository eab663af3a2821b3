"""Evaluation as a whole: perfect, constant, random and spoilt scores on planted judgements."""

from itertools import combinations, permutations

import numpy as np
import pytest

from matching.evaluation.evaluate import Measured, baselines, measure, text_scores
from matching.evaluation.exchange import Brief, Exchange
from matching.evaluation.metrics import BRIEF_METRICS, PAIR_METRICS
from matching.profiles import Profile
from tests.matching.examples import item, person
from tests.matching.space.shipped.examples import space

SPACE = space(encoded=False)
NAMES = {*BRIEF_METRICS, *PAIR_METRICS}
LOSSES = {"loss_within_brief", "loss_within_profile"}


def planted(briefs: int = 8, profiles: int = 40) -> Exchange:
    """Return judgements from 1 to 5, twelve of the forty relevant to each brief."""
    grades = np.array([np.roll(np.resize([5, 1, 2, 4, 3, 1, 2, 5, 1, 2], profiles), 3 * row) for row in range(briefs)], dtype=float)
    return Exchange(tuple(Brief(f"b{n}", "") for n in range(briefs)), tuple(Profile(f"e{n:02d}", "") for n in range(profiles)), grades)


def values(exchange: Exchange, scores: np.ndarray) -> dict[str, float]:
    """Return every metric so that more is better."""
    return {name: 1 - found.value if name in LOSSES else found.value for name, found in measure(exchange, scores).items()}


def test_every_metric_has_its_name() -> None:
    assert set(measure(planted(), planted().grades)) == NAMES
    assert {"ap", "ndcg_10", "p_10", "r_1", "mrr", "roc_auc", *LOSSES, "easy_accuracy", "hard_accuracy"} == NAMES


def test_perfect_scores_are_perfect() -> None:
    found = values(planted(), planted().grades)
    assert found.pop("r_1") == pytest.approx(1 / 12)
    assert set(found.values()) == {1.0}


def test_a_constant_score_is_worth_a_toss() -> None:
    found = measure(planted(), np.full((8, 40), 0.3))
    for name in ("roc_auc", *LOSSES, "easy_accuracy", "hard_accuracy"):
        assert found[name] == Measured(0.5, 0.5, 0.5), name


def test_reversed_scores_are_as_wrong_as_can_be() -> None:
    found = values(planted(), -planted().grades)
    for name in ("roc_auc", *LOSSES, "easy_accuracy", "hard_accuracy", "p_10", "r_1"):
        assert found[name] == 0.0, name


@pytest.mark.parametrize("name", sorted(NAMES))
def test_the_worse_the_scorer_the_lower_every_metric(name: str) -> None:
    exchange, noise = planted(60), np.random.default_rng(3).normal(size=(60, 40))
    scorers = (exchange.grades, exchange.grades + 2.5 * noise, exchange.grades + 10 * noise, -exchange.grades)
    worth = [values(exchange, scores)[name] for scores in scorers]
    assert worth == sorted(set(worth), reverse=True)
    assert len(worth) == len(scorers)


def test_only_the_order_of_scores_matters() -> None:
    scores = np.random.default_rng(5).random((8, 40))
    assert measure(planted(), scores) == measure(planted(), np.exp(3 * scores))


def test_pairs_that_nobody_judged_do_not_count() -> None:
    exchange = planted()
    unjudged = Exchange(exchange.briefs, exchange.profiles, np.where(np.arange(40) < 25, exchange.grades, np.nan))
    spoilt = np.where(np.arange(40) < 25, exchange.grades, 99.0)
    assert measure(unjudged, spoilt) == measure(unjudged, exchange.grades)


def test_without_judgements_nothing_is_measured() -> None:
    nothing = Exchange(planted().briefs, planted().profiles, np.full((8, 40), np.nan))
    assert all(np.isnan(found.value) for found in measure(nothing, np.zeros((8, 40))).values())
    assert set(measure(Exchange((), (), np.zeros((0, 0))), np.zeros((0, 0)))) == NAMES


def test_an_interval_holds_its_value_and_is_the_same_each_time() -> None:
    scores = planted().grades + np.random.default_rng(1).normal(size=(8, 40))
    found = measure(planted(), scores)
    assert all(one.low <= one.value <= one.high for one in found.values())
    assert found["ap"].low < found["ap"].high
    assert found == measure(planted(), scores)


def test_more_briefs_make_the_interval_narrower() -> None:
    widths = []
    for briefs in (5, 80):
        exchange = planted(briefs)
        found = measure(exchange, exchange.grades + 2 * np.random.default_rng(2).normal(size=(briefs, 40)))["ap"]
        widths.append(found.high - found.low)
    assert widths[1] < widths[0]


def test_both_baselines_are_worth_nothing() -> None:
    worthless = baselines(planted())
    assert set(worthless) == {"constant", "random"}
    assert worthless["constant"]["roc_auc"].value == 0.5
    assert worthless["random"]["roc_auc"].value == pytest.approx(0.5, abs=0.1)
    assert worthless["random"] == baselines(planted())["random"]
    assert worthless["random"] != baselines(planted(), seed=1)["random"]


def judged_by_subject(order: tuple[int, ...] = (0, 1, 2)) -> Exchange:
    """Return three people, each with papers on one subject, and a brief on each subject."""
    subjects = ("radar signal target antenna", "battery cell thermal grid", "rice breeding drought soil")
    papers = [[item(title=" ".join(pair)) for pair in combinations(subject.split(), 2)] for subject in subjects]
    briefs = tuple(Brief(f"b{number}", subject) for number, subject in enumerate(subjects))
    people = tuple(person(f"e{number}", *papers[subject]) for number, subject in enumerate(order))
    return Exchange(briefs, people, np.array([[float(subject == brief) for subject in order] for brief in range(3)]))


def test_words_find_the_people_of_the_subject() -> None:
    exchange = judged_by_subject()
    found = measure(exchange, text_scores(exchange, SPACE))
    assert all(found[name].value == 1.0 for name in ("ap", "ndcg_10", "r_1", "mrr", "roc_auc"))
    assert found["loss_within_profile"].value == 0.0


def test_text_scores_follow_the_people_not_their_ids() -> None:
    for order in permutations(range(3)):
        scores = text_scores(judged_by_subject(order), SPACE)
        assert [order[place] for place in scores.argmax(axis=1)] == [0, 1, 2]


def test_text_scores_lie_at_nothing_or_above_and_do_not_look_at_the_judgements() -> None:
    exchange = judged_by_subject()
    blind = Exchange(exchange.briefs, exchange.profiles, np.full((3, 3), np.nan))
    scores = text_scores(blind, SPACE)
    assert (scores >= 0).all()
    assert scores.tobytes() == text_scores(exchange, SPACE).tobytes()


def test_a_folder_without_people_has_no_scores() -> None:
    assert text_scores(Exchange((Brief("b1", "Radar"),), (), np.zeros((1, 0))), SPACE).shape == (1, 0)
    assert text_scores(Exchange((), (person("e1", item()),), np.zeros((0, 1))), SPACE).shape == (0, 1)
    assert text_scores(Exchange((), (), np.zeros((0, 0))), SPACE).shape == (0, 0)


def graded_by_record(shift: int = 0) -> Exchange:
    """Return people graded by how many of their four papers are on a subject; ``shift`` hands every record to another person."""
    subjects = ("radar signal target antenna", "battery cell thermal grid", "rice breeding drought soil", "turbine blade wind rotor")
    papers = [[item(title=" ".join(pair)) for pair in combinations(subject.split(), 2)] for subject in subjects]
    mixes = [(first, second, count) for first, second in permutations(range(len(subjects)), 2) for count in (4, 3, 2)]
    records = [[*papers[first][:count], *papers[second][: 4 - count]] for first, second, count in mixes]
    people = tuple(person(f"e{number:02d}", *records[number - shift]) for number in range(len(mixes)))
    grade = (1, 4, 4, 5, 5)
    grades = [[grade[{first: count, second: 4 - count}.get(subject, 0)] for first, second, count in mixes] for subject in range(4)]
    return Exchange(tuple(Brief(f"b{number}", subject) for number, subject in enumerate(subjects)), people, np.array(grades, dtype=float))


@pytest.mark.parametrize("name", sorted(NAMES))
def test_spoiling_the_matcher_lowers_every_metric(name: str) -> None:
    exchange = graded_by_record()
    scores = text_scores(exchange, SPACE)
    worth = values(exchange, scores)[name]
    noise = np.random.default_rng(11).normal(size=scores.shape)
    assert values(exchange, scores + 3 * noise)[name] < worth
    assert values(exchange, -scores)[name] < worth
    assert values(exchange, text_scores(graded_by_record(shift=5), SPACE))[name] < worth
