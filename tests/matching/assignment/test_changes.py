"""Prices and repairs: exact by an independent recount."""

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from matching.assignment.prices import price
from matching.assignment.problem import Problem, Rules
from matching.assignment.repair import moves, repair
from matching.assignment.solving import solve
from tests.matching.assignment.brute_force import all_assignments, key_of
from tests.matching.assignment.examples import problem_of, problems

SCORES = {("A", "x"): 1.0, ("B", "x"): 0.9, ("C", "x"): 0.3, ("A", "y"): 0.8, ("B", "y"): 0.75}


def test_a_price_counts_what_happens_elsewhere() -> None:
    problem = problem_of(SCORES)
    plan = solve(problem)
    assert plan.taken == (("A", "x"), ("B", "y"))
    swap = price(problem, plan, "x", "A", "B")
    assert swap is not None
    assert (swap.cost, swap.places, swap.proven) == (pytest.approx(0.05), 0, True)
    assert (swap.ended, swap.new) == ((("A", "x"), ("B", "y")), (("B", "x"), ("A", "y")))
    other = price(problem, plan, "x", "A", "C")
    assert other is not None
    assert other.cost == pytest.approx(1.75 - (0.3 + 0.8))


def test_a_swap_that_no_rule_allows_has_no_price() -> None:
    problem = problem_of(SCORES, rules=Rules(forbidden=(("C", "x"),)))
    plan = solve(problem)
    assert [price(problem, plan, "x", "A", coming) for coming in ("A", "C", "Z")] == [None] * 3


def test_a_repair_moves_as_few_as_it_can() -> None:
    problem = problem_of(SCORES | {("D", "x"): 0.2})
    plan = solve(problem)
    mended = repair(problem, plan, [("A", "x")])
    assert (mended.taken, mended.kept) == ((("C", "x"), ("B", "y")), 1)  # B to x and A to y would be worth more, and move B
    assert moves(plan, mended) == ((("A", "x"),), (("C", "x"),))


@settings(deadline=None, max_examples=40)
@given(problems(), st.integers(0, 10))
def test_no_repair_that_fills_as_much_keeps_more(problem: Problem, which: int) -> None:
    plan = solve(problem)
    assume(plan.taken)
    left = plan.taken[which % len(plan.taken)]
    stayed = set(plan.taken) - {left}
    mended = repair(problem, plan, [left])
    without = problem.with_rules(pins=tuple(pin for pin in problem.rules.pins if pin != left), forbidden=(*problem.rules.forbidden, left))
    keys = [(*key_of(without, plan.objective, taken)[:2], len(taken & stayed)) for taken in all_assignments(without)]
    assert (*key_of(without, plan.objective, frozenset(mended.taken))[:2], mended.kept) == max(keys)
