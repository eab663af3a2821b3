"""Worst-first: the lowest value of a filled seat as high as possible, then the total; minima and filled places stand before both.

Where places must stay empty, the total has decided which; a seat with an empty place has no value to compare.

A floor below all seats is tried where it can lie at best, which is often reached; else it is searched, by bisection over the scores
where every seat takes one person, by an integer program with the floor as a column where values are sums. Floors are compared with
exact sums: a solution that keeps a floor only within the solver's tolerance is cut off and solved anew.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from matching.assignment.integer import IntegerSolution, solve_program
from matching.assignment.outcome import seat_values
from matching.assignment.problem import Problem
from matching.assignment.program import INFINITE, Block, Program, row_of


@dataclass(eq=False)
class _Search:
    """The best floor so far with its solution, the height that no floor exceeds, and the seconds left."""

    problem: Problem
    program: Program
    best: IntegerSolution
    floor: float
    ceiling: float
    seconds: float | None

    def spend(self, solved: IntegerSolution) -> None:
        """Count the time of a solution."""
        self.seconds = None if self.seconds is None else max(0.0, self.seconds - solved.seconds)

    def reach(self, floor: float) -> bool | None:
        """Solve above ``floor`` and keep the solution; return whether it fills as much as before, None when the time is over."""
        program = _above(self.problem, self.program, floor, self.counted)
        cuts: list[Block] = []
        while True:
            solved = solve_program(self.problem, program.with_blocks(*cuts), None, self.seconds, self._cutoff)
            self.spend(solved)
            if solved.bound > self._cutoff:
                return False
            if solved.values is None or solved.cost > self._cutoff:
                return None
            found = list(_below(self.problem, _taken(program, solved), floor))
            if not found:
                self.best, self.floor = solved, _lowest(self.problem, _taken(program, solved))
                return True
            cuts += found

    def settle(self, values: np.ndarray, floor: float) -> None:
        """Keep a solution with a higher floor, whose total is not yet the best above it."""
        self.best, self.floor = replace(self.best, values=values, cost=float(self.program.cost @ values), finer=None), floor

    @property
    def counted(self) -> np.ndarray:
        """Return which seats have a value, because all their places are filled, shape (seats,)."""
        empty = _found(self.best)[self.program.choices : self.program.choices + len(self.problem.seats)]
        return np.asarray((empty < 0.5) & (self.problem.demand > 0))

    @property
    def fixed(self) -> float:
        """Return what is paid for empty places and missing minima, which stand before everything here."""
        return float(self.program.cost[self.program.choices :] @ _found(self.best)[self.program.choices : len(self.program.cost)])

    @property
    def _cutoff(self) -> float:
        """Return the cost above which a solution fills less or misses more than the best so far."""
        return self.fixed + 0.5 + float(self.problem.demand.sum()) * max(0.0, -float(self.problem.score.min(initial=0.0)))


def worst_first(problem: Problem, program: Program, first: IntegerSolution, seconds: float | None) -> tuple[IntegerSolution, float | None]:
    """Return the solution and the bound of its lowest seat; ``first``, the solution by total, tells how much can be filled."""
    empty = slice(program.choices, program.choices + len(problem.seats))
    lower = program.lower.copy()
    lower[empty] = np.rint(_found(first)[empty])
    search = _Search(problem, replace(program, lower=lower), first, _lowest(problem, _taken(program, first)), INFINITE, seconds)
    search.ceiling = _ceiling(problem, search.counted)
    if search.floor < search.ceiling and search.reach(search.ceiling) is not True:
        if problem.demand.max(initial=0) <= 1:
            _bisect(search)
        else:
            _raise_floor(search)
    return search.best, search.ceiling if math.isfinite(search.floor) else None


def _bisect(search: _Search) -> None:
    """Find the highest floor among the scores; ``ceiling`` becomes that floor, unless the time ends before."""
    score = search.problem.score[search.problem.open]
    levels = np.unique(score[(score > search.floor) & (score < search.ceiling)])
    low, high = 0, len(levels)  # levels below low are reached, those from high on are not
    while low < high:
        middle = (low + high) // 2
        reached = search.reach(float(levels[middle]))
        if reached is None:
            search.ceiling = float(levels[high - 1])
            return
        low, high = (int(np.searchsorted(levels, search.floor, side="right")), high) if reached else (low, middle)
    search.ceiling = search.floor


def _raise_floor(search: _Search) -> None:
    """Maximise the floor as a column, then the total above what was found."""
    problem, cost = search.problem, search.program.cost.copy()
    cost[: search.program.choices] = 0.0
    program = replace(search.program, cost=cost).with_column(-1.0, search.floor, search.ceiling)
    program = program.with_blocks(_floor_rows(problem, search.ceiling, column=len(cost)))
    program = program.without(_hopeless(problem, search.floor, search.counted))
    solved = solve_program(problem, program, np.append(_found(search.best), search.floor), search.seconds)
    search.spend(solved)
    search.ceiling = max(search.floor, min(search.ceiling, search.fixed - solved.bound))
    floor = _lowest(problem, _taken(program, solved))
    if floor > search.floor:
        search.settle(_found(solved)[:-1], floor)
        search.reach(floor)


def _found(solved: IntegerSolution) -> np.ndarray:
    assert solved.values is not None  # noqa: S101 - a search begins with a solution
    return solved.values


def _taken(program: Program, solved: IntegerSolution) -> np.ndarray:
    return np.flatnonzero(_found(solved)[: program.choices] > 0.5)


def _lowest(problem: Problem, taken: np.ndarray) -> float:
    return min(seat_values(problem, taken).values(), default=INFINITE)


def _ranked(problem: Problem, counted: np.ndarray) -> Iterator[tuple[int, np.ndarray]]:
    """Yield the demand of each seat that counts and its open choices, pins first, then by score from high to low."""
    order = np.lexsort((-problem.score, ~problem.pinned, problem.seat))
    order = order[problem.open[order]]
    limits = np.searchsorted(problem.seat[order], np.arange(len(problem.seats) + 1))
    for seat in np.flatnonzero(counted).tolist():
        yield int(problem.demand[seat]), order[limits[seat] : limits[seat + 1]]


def _ceiling(problem: Problem, counted: np.ndarray) -> float:
    """Return what no floor exceeds: the best that the poorest seat could have."""
    return min((math.fsum(problem.score[choices[:demand]]) for demand, choices in _ranked(problem, counted)), default=INFINITE)


def _hopeless(problem: Problem, floor: float, counted: np.ndarray) -> np.ndarray:
    """Return the choices with which their seat stays below ``floor`` even beside the best others, shape (choices,)."""
    hopeless = np.zeros(len(problem.score), dtype=bool)
    for demand, choices in _ranked(problem, counted):
        others = problem.score[choices[: demand - 1]].sum()
        slack = 1e-9 if demand > 1 else 0.0
        hopeless[choices[demand - 1 :]] = problem.score[choices[demand - 1 :]] + others < floor - slack
    return np.asarray(hopeless & ~problem.pinned)


def _above(problem: Problem, program: Program, floor: float, counted: np.ndarray) -> Program:
    """Return the program in which a seat has at least ``floor`` or an empty place."""
    program = program.without(_hopeless(problem, floor, counted))
    return program if (problem.demand <= 1).all() else program.with_blocks(_floor_rows(problem, floor))


def _floor_rows(problem: Problem, floor: float, column: int | None = None) -> Block:
    """Return rows: value of a seat + what an empty place excuses >= ``floor``, or >= the value of ``column``, at most ``floor``."""
    choices = np.flatnonzero(problem.demand[problem.seat] > (1 if column is None else 0))
    seats = np.unique(problem.seat[choices])
    at = np.searchsorted(seats, problem.seat[choices])
    least = np.full(len(seats), 0.0)
    np.minimum.at(least, at, problem.score[choices])
    excuse = max(0.0, floor) - problem.demand[seats] * least
    row, columns = [at, np.arange(len(seats))], [choices, len(problem.score) + seats]
    values = [problem.score[choices], excuse]
    if column is not None:
        row, columns, values = [*row, row[1]], [*columns, np.full(len(seats), column)], [*values, np.full(len(seats), -1.0)]
    lower = np.full(len(seats), floor if column is None else 0.0)
    return Block(lower, np.full(len(seats), INFINITE), np.concatenate(row), np.concatenate(columns), np.concatenate(values))


def _below(problem: Problem, taken: np.ndarray, floor: float) -> Iterator[Block]:
    """Yield a row against the people together on each filled seat whose exact value is below ``floor``."""
    for seat, value in seat_values(problem, taken).items():
        if value < floor:
            members = taken[problem.seat[taken] == seat]
            yield row_of(members, np.ones(len(members)), -INFINITE, len(members) - 1.0)
