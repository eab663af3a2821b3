"""Scores of any scale: as good as the best of all, with right bound and gap, and nothing called optimal that is not."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matching.assignment.objective import Objective
from matching.assignment.problem import InvalidProblem, Person, Problem, Scores, Seat
from matching.assignment.solving import solve
from tests.matching.assignment.brute_force import best_key, key_of_outcome
from tests.matching.assignment.examples import problem_of, problems

OBJECTIVES = st.sampled_from(list(Objective))
SCALES = (1e-300, 1e-12, 1e-6, 1.0, 1e6, 1e200)


def emptied(problem: Problem, objective: Objective) -> dict[str, int] | None:
    """Return what the total leaves empty, which stands before the lowest seat."""
    return solve(problem).unfilled if objective is Objective.WORST_FIRST else None


@settings(deadline=None, max_examples=40)
@given(problems(), OBJECTIVES, st.sampled_from(SCALES))
def test_an_assignment_is_the_best_at_every_scale(problem: Problem, objective: Objective, scale: float) -> None:
    problem = replace(problem, score=problem.score * scale)
    outcome = solve(problem, objective)
    assert key_of_outcome(problem, outcome) == pytest.approx(best_key(problem, objective, emptied(problem, objective)), abs=1e-12 * scale)
    assert outcome.proven
    assert outcome.total <= outcome.bound <= outcome.total + 1e-9 * scale


@settings(deadline=None, max_examples=60)
@given(problems(), OBJECTIVES, st.data())
def test_what_is_called_optimal_beside_scores_of_other_scales_is(problem: Problem, objective: Objective, data: st.DataObject) -> None:
    scales = data.draw(st.lists(st.sampled_from((1e-12, 1e-6, 1.0, 1e6)), min_size=len(problem.score), max_size=len(problem.score)))
    problem = replace(problem, score=problem.score * np.array(scales))
    outcome = solve(problem, objective)
    found, best = key_of_outcome(problem, outcome), best_key(problem, objective, emptied(problem, objective))
    assert found[:2] == best[:2]
    if outcome.proven:
        assert found[2:] == pytest.approx(best[2:], abs=max(2 * outcome.resolution, 1e-300), rel=1e-15)
    else:
        assert outcome.unresolved
        assert outcome.resolution <= 1e-7 * outcome.largest


@pytest.mark.parametrize("scale", SCALES)
def test_crossed_pairs_are_told_apart_at_every_scale(scale: float) -> None:
    crossed = {("A", "x"): 1.0, ("A", "y"): 2.0, ("B", "x"): 3.0, ("B", "y"): 1.0}
    outcome = solve(problem_of({pair: score * scale for pair, score in crossed.items()}))
    assert (outcome.taken, outcome.proven, outcome.gap) == ((("B", "x"), ("A", "y")), True, 0.0)
    assert outcome.total == outcome.bound == pytest.approx(5 * scale)


@pytest.mark.parametrize("objective", [Objective.TOTAL, Objective.FEWEST_CHANGES])
@pytest.mark.parametrize("small", [1e-3, 1e-9, 1e-12, 1e-18, 1e-24])
def test_small_scores_are_told_apart_beside_large_ones(small: float, objective: Objective) -> None:
    """Crossed pairs 10 to 24 digits below a third one: the solver alone, with its tolerance of nine digits, takes any."""
    crossed = {("A", "x"): 1.0, ("A", "y"): 2.0, ("B", "x"): 3.0, ("B", "y"): 1.0}
    outcome = solve(problem_of({pair: score * small for pair, score in crossed.items()} | {("C", "z"): 1.0}), objective)
    assert (outcome.taken, outcome.proven) == ((("B", "x"), ("A", "y"), ("C", "z")), True)


def test_nearly_equal_scores_are_told_apart() -> None:
    random = np.random.default_rng(5)
    scores = 1 + 1e-12 * random.random((6, 6))
    names = [(f"p{person}", f"s{seat}") for person in range(6) for seat in range(6)]
    fine = {pair: float(score) for pair, score in zip(names, 1e12 * (scores.ravel() - 1), strict=True)}
    assert solve(problem_of(dict(zip(names, scores.ravel().tolist(), strict=True)))).taken == solve(problem_of(fine)).taken


def test_what_cannot_be_told_apart_is_named_and_not_called_optimal() -> None:
    """Hours are amounts other than one, for which the tolerance of the solver stays."""
    people = [Person(name, 0, 2, 20) for name in "ABCD"]
    scores = [(person, "y", 0.5) for person in "ABCD"] + [("A", "x", 1e-12), ("B", "x", 2e-12)]
    problem = Problem.of(people, [Seat("x", 1, 9), Seat("y", 1, 13)], Scores.of(scores))
    outcome = solve(problem)
    assert (outcome.proven, outcome.unresolved, outcome.total) == (False, 2, pytest.approx(0.5))
    assert outcome.resolution == pytest.approx(1e-8, rel=0.01)
    assert solve(replace(problem, score=np.maximum(problem.score, 1e-3))).proven


def test_a_small_score_that_nobody_needs_hides_no_optimum() -> None:
    people = [Person(name, 0, 2, 20) for name in "ABCD"]
    scores = [(person, seat, 0.5) for person in "ABCD" for seat in "xy" if (person, seat) != ("A", "x")] + [("A", "x", 1e-12)]
    outcome = solve(Problem.of(people, [Seat("x", 1, 9), Seat("y", 1, 13)], Scores.of(scores)))
    assert (outcome.proven, outcome.unresolved, outcome.total) == (True, 0, 1.0)


def test_scores_that_cannot_be_summed_are_refused() -> None:
    with pytest.raises(InvalidProblem, match="beyond 1e\\+290; divide all scores"):
        problem_of({("A", "x"): 1e300})


def test_a_forbidden_giant_does_not_set_the_scale() -> None:
    scores = {("A", "x"): 1e-12, ("A", "y"): 2e-12, ("B", "x"): 3e-12, ("B", "y"): 1e-12, ("C", "x"): 1e12}
    problem = problem_of(scores, people="C:0-0")
    outcome = solve(problem)
    assert (outcome.taken, outcome.largest) == ((("B", "x"), ("A", "y")), 3e-12)
