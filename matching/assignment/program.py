"""A problem as an integer program: a column for every choice, for the empty places of a seat and for what is missing of a minimum.

Lexicographic order becomes weights: one unit of what stands first costs more than everything after it together can bring.
"""

from dataclasses import dataclass, field, replace
from typing import NamedTuple

import numpy as np

from matching.assignment.objective import Objective
from matching.assignment.problem import Problem

INFINITE = float("inf")


class Block(NamedTuple):
    """Rows of one kind; ``row`` counts inside the block, ``column`` in the program; entries have one shape."""

    lower: np.ndarray
    upper: np.ndarray
    row: np.ndarray
    column: np.ndarray
    value: np.ndarray


@dataclass(frozen=True, eq=False)
class Program:
    """Minimise ``cost`` times columns within ``lower`` and ``upper``, every row of ``blocks`` within its own limits.

    The first ``choices`` columns are the choices of the problem in its order; all columns are whole numbers but for ``continuous``.
    """

    choices: int
    cost: np.ndarray
    lower: np.ndarray
    upper: np.ndarray
    blocks: tuple[Block, ...]
    continuous: np.ndarray = field(default_factory=lambda: np.zeros(0, dtype=np.int64))

    def with_blocks(self, *blocks: Block) -> "Program":
        """Return the program with more rows."""
        return replace(self, blocks=(*self.blocks, *blocks))

    def with_column(self, cost: float, lower: float, upper: float) -> "Program":
        """Return the program with a continuous column more, the last."""
        return replace(
            self,
            cost=np.append(self.cost, cost),
            lower=np.append(self.lower, lower),
            upper=np.append(self.upper, upper),
            continuous=np.append(self.continuous, len(self.cost)),
        )

    def without(self, choices: np.ndarray) -> "Program":
        """Return the program in which the choices of the mask, shape (choices,), stay out."""
        upper = self.upper.copy()
        upper[: self.choices][choices] = 0.0
        return replace(self, upper=upper)


class Weights(NamedTuple):
    """Costs of one unit, each above all that follows: a missing minimum, an empty place, an earlier choice given up; a score counts 1."""

    unmet: float
    unfilled: float
    change: float


def weights_of(problem: Problem, objective: Objective) -> Weights:
    """Return weights under which one unit outweighs the widest difference of everything after it."""
    places = float(problem.demand.sum())
    widest = max(0.0, float(problem.score.max(initial=0.0))) - min(0.0, float(problem.score.min(initial=0.0)))
    beyond = 1.0 + places * widest
    change = beyond if objective is Objective.FEWEST_CHANGES else 0.0
    unfilled = 1.0 + places * (widest + change)
    return Weights(1.0 + places * (widest + change + unfilled), unfilled, change)


def program_of(problem: Problem, objective: Objective) -> Program:
    """Return the program of ``problem``; worst-first adds its own rows (``matching/assignment/worst_first.py``)."""
    weights, choices = weights_of(problem, objective), len(problem.score)
    with_minimum = np.flatnonzero(problem.minimum > 0)
    fills, misses = choices, choices + len(problem.seats)
    sizes = (len(problem.seats), len(with_minimum) + len(problem.rules.minima))
    earlier = problem.mask(problem.rules.earlier) if weights.change else np.zeros(choices)
    return Program(
        choices,
        np.concatenate([-problem.score - weights.change * earlier, np.full(sizes[0], weights.unfilled), np.full(sizes[1], weights.unmet)]),
        np.concatenate([problem.pinned.astype(np.float64), np.zeros(sum(sizes))]),
        np.concatenate([problem.open.astype(np.float64), problem.demand.astype(np.float64), np.full(sizes[1], INFINITE)]),
        (
            _seats(problem, fills),
            _people(problem),
            _person_minima(problem, with_minimum, misses),
            *_group_minima(problem, misses + len(with_minimum)),
            *_hours(problem),
            *_incompatible(problem),
        ),
    )


def _seats(problem: Problem, fills: int) -> Block:
    choices, seats = np.arange(len(problem.score)), np.arange(len(problem.seats))
    row, column = np.concatenate([problem.seat, seats]), np.concatenate([choices, fills + seats])
    demand = problem.demand.astype(np.float64)
    return Block(demand, demand, row, column, np.ones(len(row)))


def _people(problem: Problem) -> Block:
    limits = problem.maximum.astype(np.float64)
    return Block(np.full(len(limits), -INFINITE), limits, problem.person, np.arange(len(problem.score)), np.ones(len(problem.score)))


def _person_minima(problem: Problem, people: np.ndarray, misses: int) -> Block:
    row_of = np.full(len(problem.people), -1)
    row_of[people] = np.arange(len(people))
    choices = np.flatnonzero(row_of[problem.person] >= 0)
    row = np.concatenate([row_of[problem.person[choices]], np.arange(len(people))])
    column = np.concatenate([choices, misses + np.arange(len(people))])
    return Block(problem.minimum[people].astype(np.float64), np.full(len(people), INFINITE), row, column, np.ones(len(row)))


def _group_minima(problem: Problem, misses: int) -> list[Block]:
    blocks = []
    for at, rule in enumerate(problem.rules.minima):
        people = np.array([person.id in rule.people for person in problem.people], dtype=bool)
        seats = np.array([rule.seats is None or seat.id in rule.seats for seat in problem.seats], dtype=bool)
        choices = np.flatnonzero(people[problem.person] & seats[problem.seat])
        blocks.append(row_of(np.append(choices, misses + at), np.ones(len(choices) + 1), float(rule.least), INFINITE))
    return blocks


def _hours(problem: Problem) -> list[Block]:
    """Return what hours allow: their sum, and for each length of a seat what is tighter for whole choices.

    With ``least`` up to half of somebody's hours, a seat that leaves less than ``least`` counts as all of them and one below ``least``
    as nothing; seats that take more than half exclude one another (dual feasible functions; Fekete and Schepers, 2001).
    """
    hours, limit = problem.seat_hours[problem.seat], problem.person_hours
    scarce = np.bincount(problem.person, weights=hours, minlength=len(limit)) > limit
    choices = np.flatnonzero(scarce[problem.person] & (hours > 0))
    if not len(choices):
        return []
    person, needed = problem.person[choices], hours[choices]
    of = limit[person]
    blocks = [_within(problem, choices, needed, limit), _within(problem, choices, (2 * needed > of).astype(np.int64), np.ones_like(limit))]
    for least in np.unique(needed):
        all_of_them = (needed > of - least) & (2 * least <= of)
        counted = np.where(all_of_them, of, np.where(needed < least, 0, needed))
        raised = np.bincount(person, weights=all_of_them & (needed < of), minlength=len(limit)) > 0
        if raised.any():
            blocks.append(_within(problem, choices[raised[person]], counted[raised[person]], limit))
    return blocks


def _within(problem: Problem, choices: np.ndarray, amounts: np.ndarray, limits: np.ndarray) -> Block:
    """Return a row per person: the amounts of the choices taken stay within the limit."""
    person, some = problem.person[choices], amounts > 0
    free = np.full(len(limits), -INFINITE)
    return Block(free, limits.astype(np.float64), person[some], choices[some], amounts[some].astype(np.float64))


def _incompatible(problem: Problem) -> list[Block]:
    """Return a row for each choice with all its rivals in one seat: of a seat with one place at most one is taken anyway."""
    pairs = problem.rules.incompatible
    if not pairs:
        return []
    ends = np.stack([problem.index([one for one, _ in pairs]), problem.index([other for _, other in pairs])], axis=1)
    rows: dict[tuple[int, int], list[int]] = {}
    for one, other in ends[(ends >= 0).all(axis=1)].tolist():
        seat = int(problem.seat[other])
        rows.setdefault((one, seat if problem.demand[seat] == 1 else -1 - other), []).append(other)
    members = [[one, *others] for (one, _), others in rows.items()]
    row = np.repeat(np.arange(len(members)), [len(member) for member in members])
    column = np.array([choice for member in members for choice in member], dtype=np.int64)
    return [Block(np.full(len(members), -INFINITE), np.ones(len(members)), row, column, np.ones(len(column)))]


def row_of(columns: np.ndarray, values: np.ndarray, lower: float, upper: float) -> Block:
    """Return a block of one row."""
    return Block(np.array([lower]), np.array([upper]), np.zeros(len(columns), dtype=np.int64), columns, values)
