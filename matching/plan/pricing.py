"""What it would cost to have somebody else in a seat, and what it frees the first one for."""

from collections.abc import Iterator

from matching.assignment.outcome import Outcome
from matching.assignment.prices import Price, price
from matching.assignment.problem import Choice, Problem

OTHERS = 5


def prices(problem: Problem, outcome: Outcome, seat: str, others: int = OTHERS, seconds: float | None = None) -> Iterator[Price]:
    """Yield for everybody in ``seat`` the price of each of the ``others`` best people in their place, where the rules allow it.

    Every price is exact: the plan is solved again with one person out and the other set.
    """
    holders = outcome.people(seat)
    scored = [(-score, person) for (person, of), score in _scores(problem) if of == seat and person not in holders]
    for leaving in holders:
        for _, coming in sorted(scored)[:others]:
            found = price(problem, outcome, seat, leaving, coming, seconds)
            if found is not None:
                yield found


def freed_for(found: Price) -> tuple[str, ...]:
    """Return the seats that the person who leaves takes instead."""
    return tuple(seat for person, seat in found.new if person == found.leaving)


def _scores(problem: Problem) -> Iterator[tuple[Choice, float]]:
    for at, score in enumerate(problem.score.tolist()):
        yield problem.choice(at), score
