"""An assignment and what is known about it: values, bound, gap, and what stayed open."""

import math
from dataclasses import dataclass

import numpy as np

from matching.assignment.objective import Objective
from matching.assignment.problem import Choice, Problem


@dataclass(frozen=True, slots=True)
class Outcome:
    """``taken`` by seat and person, with ``scores`` beside; values are summed exactly and rounded once (``math.fsum``).

    ``unfilled``: places that stay empty, per seat; ``unmet``: what is missing of minima, per person id or name of the rule.
    ``lowest``: value of the lowest seat whose places are all filled, None without such a seat; ``bound`` and ``lowest_bound``:
    no assignment that fills as much can have more (the total: given the lowest seat or the kept choices that stand before it).
    ``largest``: the largest score that may be taken, by its amount. ``resolution``: how much two totals, or two lowest seats, must
    differ for the solver to tell them apart; ``unresolved``: scores other than 0 that are smaller than this, in seats that take such.
    """

    objective: Objective
    taken: tuple[Choice, ...]
    scores: tuple[float, ...]
    unfilled: dict[str, int]
    unmet: dict[str, int]
    total: float
    bound: float
    lowest: float | None
    lowest_seat: str | None
    lowest_bound: float | None
    kept: int
    solver: str
    largest: float
    resolution: float
    unresolved: int

    @property
    def complete(self) -> bool:
        """Return whether every place is filled and every minimum met."""
        return not self.unfilled and not self.unmet

    @property
    def gap(self) -> float:
        """Return how far bound and total are apart, as a share of the bound or of the largest score, whichever is more."""
        apart = max(0.0, self.bound - self.total)
        return apart / max(abs(self.bound), self.largest) if apart else 0.0

    @property
    def proven(self) -> bool:
        """Return whether nothing better exists: bounds within the resolution, and no score too small for it."""
        lowest_open = self.lowest_bound is not None and self.lowest is not None and self.lowest_bound - self.lowest > self.resolution
        rounding = math.ulp(self.total)
        return self.bound - self.total <= self.resolution + rounding and not lowest_open and not self.unresolved

    def people(self, seat: str) -> tuple[str, ...]:
        """Return who takes ``seat``."""
        return tuple(person for person, taken in self.taken if taken == seat)


def seat_values(problem: Problem, taken: np.ndarray) -> dict[int, float]:
    """Return the value of every seat (by position) whose places are all filled; ``taken`` holds positions of choices."""
    members: dict[int, list[float]] = {}
    for at in taken:
        members.setdefault(int(problem.seat[at]), []).append(float(problem.score[at]))
    return {seat: math.fsum(scores) for seat, scores in sorted(members.items()) if len(scores) == problem.demand[seat]}


def outcome_of(
    problem: Problem,
    objective: Objective,
    taken: np.ndarray,
    solver: str,
    excess: float,
    lowest_bound: float | None = None,
    resolution: float = 0.0,
) -> Outcome:
    """Return the outcome of the choices at ``taken``; the bound lies ``excess`` above the total."""
    taken = np.sort(taken)
    scores = tuple(float(score) for score in problem.score[taken])
    values = seat_values(problem, taken)
    seat = min(values, key=lambda at: (values[at], at)) if values else None
    total = math.fsum(scores)
    return Outcome(
        objective,
        tuple(problem.choice(int(at)) for at in taken),
        scores,
        _unfilled(problem, taken),
        _unmet(problem, taken),
        total,
        total + max(0.0, excess),
        None if seat is None else values[seat],
        None if seat is None else problem.seats[seat].id,
        lowest_bound,
        int(problem.mask(problem.rules.earlier)[taken].sum()),
        solver,
        float(np.abs(problem.score[problem.open]).max(initial=0.0)),
        resolution,
        _unresolved(problem, taken, resolution),
    )


def _unresolved(problem: Problem, taken: np.ndarray, resolution: float) -> int:
    """Return how many scores other than 0 are below ``resolution`` in seats where such a score, or none, is what was taken."""
    small = np.abs(problem.score) < resolution
    seats = problem.seat[taken[small[taken]]]
    return int((small & problem.open & (problem.score != 0) & np.isin(problem.seat, seats)).sum())


def _unfilled(problem: Problem, taken: np.ndarray) -> dict[str, int]:
    short = problem.demand - np.bincount(problem.seat[taken], minlength=len(problem.seats))
    return {problem.seats[at].id: int(short[at]) for at in np.flatnonzero(short > 0)}


def _unmet(problem: Problem, taken: np.ndarray) -> dict[str, int]:
    short = problem.minimum - np.bincount(problem.person[taken], minlength=len(problem.people))
    missing = {problem.people[at].id: int(short[at]) for at in np.flatnonzero(short > 0)}
    chosen = [problem.choice(int(at)) for at in taken] if problem.rules.minima else []
    for rule in problem.rules.minima:
        have = sum(person in rule.people and (rule.seats is None or seat in rule.seats) for person, seat in chosen)
        if have < rule.least:
            missing[rule.name] = rule.least - have
    return missing
