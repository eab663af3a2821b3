"""Solves a plan: first who takes the seats, then, among people with capacity left, who stands by for each."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace

from matching.assignment.greedy import greedy
from matching.assignment.objective import Objective
from matching.assignment.outcome import Outcome
from matching.assignment.problem import Choice, Person, Problem, Rules, Seat
from matching.assignment.solving import solve
from matching.plan.building import Field, problem_of


@dataclass(frozen=True, eq=False)
class Draft:
    """A problem to solve, with the alternates wanted per seat; it pickles, so that a child process may solve it."""

    problem: Problem
    objective: Objective
    alternates: Mapping[str, int]

    @classmethod
    def of(cls, field: Field) -> "Draft":
        """Return the draft of what was asked; raises what ``problem_of`` raises."""
        return cls(problem_of(field), field.request.objective, {seat.id: seat.alternates for seat in field.request.seats})


@dataclass(frozen=True, eq=False)
class Staffing:
    """Who takes the seats and who stands by; alternates that are missing are no fault of the plan."""

    outcome: Outcome
    alternates: Outcome


def staff(draft: Draft, seconds: float | None = None) -> Staffing:
    """Return the plan; exact without ``seconds``, which bound either of the two solutions."""
    outcome = solve(draft.problem, draft.objective, seconds)
    return Staffing(outcome, solve(standby(draft, outcome), Objective.TOTAL, seconds))


def staff_at_once(draft: Draft) -> Staffing:
    """Return the greedy plan: the instant first answer, with an open bound."""
    outcome = greedy(draft.problem, draft.objective)
    return Staffing(outcome, greedy(standby(draft, outcome)))


def standby(draft: Draft, outcome: Outcome) -> Problem:
    """Return the problem of the alternates.

    Its people are those with seats and hours left; everybody stands by for as many seats as they could still take, and only where they
    could stand beside whoever holds the other seats. Minima and pins are done with.
    """
    problem, held = draft.problem, set(outcome.taken)
    counts, hours = Counter(person for person, _ in held), _hours_spent(problem, outcome)
    people = tuple(
        Person(one.id, 0, max(0, one.maximum - counts[one.id]), None if one.hours is None else max(0, one.hours - hours[one.id]))
        for one in problem.people
    )
    seats = tuple(Seat(seat.id, draft.alternates.get(seat.id, 0), seat.hours) for seat in problem.seats)
    rules = Rules(
        forbidden=tuple({*problem.rules.forbidden, *held, *_against(problem.rules, held)}), incompatible=problem.rules.incompatible
    )
    return replace(problem, people=people, seats=seats, rules=Rules(tuple(sorted(rules.forbidden)), (), rules.incompatible))


def _hours_spent(problem: Problem, outcome: Outcome) -> Counter[str]:
    needs = {seat.id: seat.hours for seat in problem.seats}
    spent: Counter[str] = Counter()
    for person, seat in outcome.taken:
        spent[person] += needs[seat]
    return spent


def _against(rules: Rules, held: set[Choice]) -> list[Choice]:
    return [other for pair in rules.incompatible for one, other in (pair, pair[::-1]) if one in held]
