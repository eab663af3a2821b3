"""What it costs to have B instead of A in a seat: exactly, by solving again with B set and A out."""

from dataclasses import dataclass

from matching.assignment.outcome import Outcome
from matching.assignment.problem import Choice, InvalidProblem, Problem
from matching.assignment.repair import moves
from matching.assignment.solving import solve


@dataclass(frozen=True, slots=True)
class Price:
    """``coming`` instead of ``leaving`` in ``seat``: ``cost`` is the total given up, ``lowest_cost`` what the lowest seat loses.

    Both may be negative where an objective puts something else before them. ``places``: places that then stay empty beyond those
    that do already. ``ended`` and ``new`` are all choices that change, the swap itself among them: what it frees A for, and who moves.
    """

    seat: str
    leaving: str
    coming: str
    cost: float
    lowest_cost: float
    places: int
    ended: tuple[Choice, ...]
    new: tuple[Choice, ...]
    proven: bool


def price(problem: Problem, outcome: Outcome, seat: str, leaving: str, coming: str, seconds: float | None = None) -> Price | None:
    """Return the price against ``outcome``, solved by its objective; None where the rules do not allow the swap."""
    rules = problem.rules
    at = int(problem.index([(coming, seat)])[0])
    if leaving == coming or at < 0 or not problem.open[at] or (coming, seat) in outcome.taken:
        return None
    try:
        swapped = problem.with_rules(
            forbidden=(*rules.forbidden, (leaving, seat)),
            pins=(*(pin for pin in rules.pins if pin != (leaving, seat)), (coming, seat)),
        )
    except InvalidProblem:
        return None
    after = solve(swapped, outcome.objective, seconds)
    ended, new = moves(outcome, after)
    places = sum(after.unfilled.values()) - sum(outcome.unfilled.values())
    lowest = (outcome.lowest or 0.0) - (after.lowest or 0.0)
    return Price(seat, leaving, coming, outcome.total - after.total, lowest, places, ended, new, after.proven and outcome.proven)
