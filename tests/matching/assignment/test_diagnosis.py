"""An incomplete assignment names its seats, what binds them, and changes that really complete it."""

from dataclasses import replace

from hypothesis import assume, given, settings

from matching.assignment.diagnosis import diagnose, shortage_of
from matching.assignment.problem import Minimum, Person, Problem, Rules, Scores, Seat
from matching.assignment.relaxations import Kind
from matching.assignment.solving import solve
from tests.matching.assignment.examples import problem_of, problems


def test_each_restriction_is_counted() -> None:
    people = [Person("A", 0, 1), Person("B"), Person("C", 0, 1, 4), Person("D"), Person("E")]
    seats = [Seat("x", 1, 8), Seat("y", 1)]
    scores = Scores.of([("A", "x", 1.0), ("A", "y", 1.0), ("B", "x", 1.0), ("C", "x", 1.0), ("D", "x", 1.0)])
    rules = Rules(forbidden=(("B", "x"),), pins=(("A", "y"),), incompatible=((("A", "y"), ("D", "x")),))
    problem = Problem.of(people, seats, scores, rules)
    diagnosis = diagnose(problem, solve(problem))
    (seat,) = diagnosis.open_seats
    assert (seat.seat, seat.missing, seat.scored, seat.allowed, seat.able, seat.compatible, seat.free) == ("x", 1, 4, 3, 2, 1, 0)
    assert {relaxation.kind: relaxation.changes for relaxation in diagnosis.relaxations} == {
        Kind.CAPACITY: {"A": 1},
        Kind.FORBIDDEN: {"B, x": 1},
        Kind.CANDIDATES: {"x": 1},
    }
    assert all(word in " ".join(diagnosis.lines()) for word in ("Seat x", "raise max: A (1)", "lift prohibitions: B, x (1)"))


def test_seats_that_share_too_few_people_are_named_together() -> None:
    scores = {("A", "x"): 1.0, ("A", "y"): 1.0, ("B", "y"): 1.0, ("B", "z"): 1.0, ("A", "z"): 1.0, ("C", "w"): 1.0}
    shortage = shortage_of(problem_of(scores))
    assert shortage is not None
    assert (shortage.seats, shortage.needed, shortage.available, shortage.capacity) == (("x", "y", "z"), 3, 2, {"A": 1, "B": 1})


def test_a_minimum_that_cannot_be_met_is_named() -> None:
    rules = Rules(minima=(Minimum("two of B", 2, frozenset("B")),))
    problem = problem_of({("A", "x"): 1.0, ("B", "x"): 1.0}, rules=rules)
    diagnosis = diagnose(problem, solve(problem))
    assert (diagnosis.unmet, diagnosis.shortage) == ({"two of B": 1}, None)
    assert [(relaxation.kind, relaxation.changes) for relaxation in diagnosis.relaxations] == [(Kind.MINIMA, {"two of B": 1})]


@settings(deadline=None, max_examples=40)
@given(problems())
def test_a_shortage_is_short_and_a_wider_max_completes(problem: Problem) -> None:
    outcome = solve(problem)
    assume(not outcome.complete)
    diagnosis = diagnose(problem, outcome)
    if diagnosis.shortage:
        assert diagnosis.shortage.needed > diagnosis.shortage.available
    assert diagnosis.relaxations or outcome.unmet
    for relaxation in diagnosis.relaxations:
        if relaxation.kind is Kind.CAPACITY:
            wider = tuple(replace(who, maximum=who.maximum + relaxation.changes.get(who.id, 0)) for who in problem.people)
            assert solve(replace(problem, people=wider)).complete
