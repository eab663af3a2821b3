"""After somebody leaves a seat: the assignment that fills again with the fewest moves of the others, then the best total."""

from collections.abc import Iterable

from matching.assignment.objective import Objective
from matching.assignment.outcome import Outcome
from matching.assignment.problem import Choice, Problem
from matching.assignment.solving import solve


def repair(problem: Problem, outcome: Outcome, left: Iterable[Choice], seconds: float | None = None) -> Outcome:
    """Return the assignment without the choices ``left`` that changes as little else as it can; it may be incomplete.

    Pins on what was left are dropped. ``kept`` of the result counts who stayed; ``moves`` names who did not.
    """
    gone = set(left)
    rules = problem.rules
    without = problem.with_rules(
        forbidden=(*rules.forbidden, *gone),
        pins=tuple(pin for pin in rules.pins if pin not in gone),
        earlier=tuple(choice for choice in outcome.taken if choice not in gone),
    )
    return solve(without, Objective.FEWEST_CHANGES, seconds)


def moves(before: Outcome, after: Outcome) -> tuple[tuple[Choice, ...], tuple[Choice, ...]]:
    """Return the choices that ended and those that are new, each by seat and person."""
    old, new = set(before.taken), set(after.taken)
    return tuple(choice for choice in before.taken if choice not in new), tuple(choice for choice in after.taken if choice not in old)
