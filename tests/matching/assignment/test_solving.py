"""Exact solutions: equal to trying all on small problems, the planted plan on larger ones, the same in any order."""

import pickle
import random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matching.assignment.objective import Objective
from matching.assignment.problem import Minimum, Person, Problem, Rules, Scores, Seat
from matching.assignment.solving import SOLVERS, solve
from tests.matching.assignment.brute_force import best_key, broken_rules, key_of_outcome
from tests.matching.assignment.examples import problem_of, problems

OBJECTIVES = st.sampled_from(list(Objective))


@settings(deadline=None, max_examples=80)
@given(problems(), OBJECTIVES)
def test_an_assignment_is_as_good_as_the_best_of_all(problem: Problem, objective: Objective) -> None:
    outcome = solve(problem, objective)
    empty = solve(problem).unfilled if objective is Objective.WORST_FIRST else None  # the total decides what stays empty
    assert key_of_outcome(problem, outcome) == pytest.approx(best_key(problem, objective, empty), abs=1e-9)
    assert outcome.proven
    assert outcome.bound >= outcome.total
    assert 0 <= outcome.gap < 1e-9


@settings(deadline=None, max_examples=60)
@given(problems(), OBJECTIVES, st.sampled_from(sorted(SOLVERS)))
def test_every_solver_keeps_every_rule(problem: Problem, objective: Objective, solver: str) -> None:
    outcome = SOLVERS[solver](problem, objective)
    assert broken_rules(problem, frozenset(outcome.taken)) == []
    assert outcome.complete == (not outcome.unfilled and not outcome.unmet)


@settings(deadline=None, max_examples=40)
@given(problems(), OBJECTIVES, st.randoms(use_true_random=False))
def test_the_order_of_the_input_does_not_matter(problem: Problem, objective: Objective, shuffle: random.Random) -> None:
    def mixed(rows: object) -> list[object]:
        rows = list(rows)  # type: ignore[call-overload]
        shuffle.shuffle(rows)
        return rows

    rules = problem.rules
    again = Rules(*(tuple(mixed(getattr(rules, name))) for name in ("forbidden", "pins", "incompatible", "minima", "earlier")))
    other = Problem.of(mixed(problem.people), mixed(problem.seats), Scores.of(mixed(zip(*problem.scores, strict=True))), again)
    assert solve(other, objective) == solve(problem, objective)


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("objective", list(Objective))
def test_a_planted_plan_is_found(seed: int, objective: Objective) -> None:
    """Everybody is worth 1 in the planted seats and less elsewhere, so that the planted plan is the only best one."""
    random = np.random.default_rng(seed)
    people, seats, demand = int(random.integers(10, 60)), int(random.integers(4, 20)), int(random.integers(1, 4))
    planted = {(f"p{person:02}", f"s{seat:02}") for seat in range(seats) for person in random.choice(people, demand, replace=False)}
    load = {f"p{person:02}": sum(who == f"p{person:02}" for who, _ in planted) for person in range(people)}
    scores = {(who, f"s{seat:02}"): 0.99 * float(random.random()) for who in load for seat in range(seats)} | dict.fromkeys(planted, 1.0)
    problem = Problem.of(
        [Person(who, 0, count) for who, count in load.items()],
        [Seat(f"s{seat:02}", demand) for seat in range(seats)],
        Scores.of((*pair, score) for pair, score in scores.items()),
        Rules(earlier=tuple(planted)),
    )
    outcome = solve(problem, objective)
    assert set(outcome.taken) == planted
    assert (outcome.total, outcome.lowest, outcome.proven) == (len(planted), demand, True)


def test_ties_everywhere_give_one_answer() -> None:
    problem = problem_of({(person, seat): 0.0 for person in "ABCD" for seat in "xyz"})
    assert [solve(problem, objective).complete for objective in Objective] == [True] * 3
    assert solve(problem).taken == solve(problem).taken


def test_places_are_filled_before_scores_count() -> None:
    problem = problem_of({("A", "x"): 10.0, ("A", "y"): 1.0, ("B", "x"): -5.0})
    assert solve(problem).taken == (("B", "x"), ("A", "y"))


def test_minima_stand_before_scores() -> None:
    scores = {("A", "x"): 1.0, ("B", "x"): 0.1, ("A", "y"): 1.0, ("B", "y"): 0.2}
    assert solve(problem_of(scores, people="A:0-2 B:1-1")).taken == (("A", "x"), ("B", "y"))
    rules = Rules(minima=(Minimum("B on x", 1, frozenset("B"), frozenset("x")),))
    assert solve(problem_of(scores, people="A:0-2", rules=rules)).taken == (("B", "x"), ("A", "y"))


def test_hours_and_conflicts_hold() -> None:
    people, seats = [Person("A", 0, 2, 10), Person("B", 0, 2, 20)], [Seat("x", 1, 8), Seat("y", 1, 8)]
    scores = Scores.of([("A", "x", 1.0), ("A", "y", 1.0), ("B", "x", 0.5), ("B", "y", 0.4)])
    assert solve(Problem.of(people, seats, scores)).taken == (("B", "x"), ("A", "y"))
    rules = Rules(incompatible=((("A", "y"), ("B", "x")),))
    assert solve(Problem.of(people, seats, scores, rules)).taken == (("A", "x"), ("B", "y"))


def test_nobody_and_nothing_are_answers() -> None:
    nobody = solve(problem_of({}, seats="x:2"), Objective.WORST_FIRST)
    assert (nobody.taken, nobody.unfilled, nobody.lowest) == ((), {"x": 2}, None)
    assert solve(problem_of({}, people="A:0-1")).complete
    assert solve(problem_of({("A", "x"): 0.0})).taken == (("A", "x"),)


def test_worst_first_raises_the_lowest_seat_and_then_the_total() -> None:
    scores = {("A", "x"): 1.0, ("A", "y"): 0.6, ("B", "x"): 0.5, ("B", "y"): 0.0, ("C", "x"): 0.5, ("C", "y"): 0.1}
    assert solve(problem_of(scores)).taken == (("A", "x"), ("C", "y"))
    fair = solve(problem_of(scores), Objective.WORST_FIRST)
    assert (fair.taken, fair.lowest, fair.lowest_seat, fair.lowest_bound) == ((("B", "x"), ("A", "y")), 0.5, "x", 0.5)


def test_a_floor_is_not_lost_to_the_tolerance_of_the_solver() -> None:
    """A seat of two people just below the floor, by less than any solver sees, would bring a far higher total."""
    scores = {("A", "x"): 0.5, ("B", "x"): 0.5, ("C", "x"): 0.5 - 1e-12, ("A", "y"): 2.0, ("B", "y"): 9.0, ("C", "y"): 2.0}
    outcome = solve(problem_of(scores, seats="x:2 y:1"), Objective.WORST_FIRST)
    assert (outcome.lowest, set(outcome.people("x"))) == (1.0, {"A", "B"})


def test_problems_and_outcomes_travel_between_processes() -> None:
    problem = problem_of({("A", "x"): 1.0}, rules=Rules(pins=(("A", "x"),)))
    outcome = solve(problem)
    assert solve(pickle.loads(pickle.dumps(problem))) == pickle.loads(pickle.dumps(outcome)) == outcome
