"""The linear relaxation, solved on few columns to which others are added as their reduced costs ask for them (sifting).

Rows of seats and people alone form a network, whose relaxation has whole corners: then it is the optimum itself.
"""

from dataclasses import dataclass

import numpy as np

from matching.assignment.highs import TOLERANCE, Matrix, Model
from matching.assignment.problem import Problem
from matching.assignment.program import Program

FIRST_CHOICES = 8  # a seat's best choices in the first round, beyond twice its demand


@dataclass(frozen=True, eq=False)
class RelaxedSolution:
    """``values`` and ``reduced`` costs of all columns, ``duals`` of all rows and their ``bound`` on the cost; ``seconds`` spent."""

    values: np.ndarray
    duals: np.ndarray
    reduced: np.ndarray
    bound: float
    seconds: float

    @property
    def whole(self) -> bool:
        """Return whether every value is a whole number."""
        return bool(np.abs(self.values - np.rint(self.values)).max(initial=0.0) < 1e-6)


def first_columns(problem: Problem, program: Program) -> np.ndarray:
    """Return the mask of the columns to begin with: the best choices of each seat, pins, earlier choices and all that is no choice."""
    order = np.lexsort((program.cost[: program.choices], program.upper[: program.choices] == 0, problem.seat))
    seats = problem.seat[order]
    rank = np.empty(program.choices, dtype=np.int64)
    rank[order] = np.arange(program.choices) - np.searchsorted(seats, seats)
    taken = np.ones(len(program.cost), dtype=bool)
    taken[: program.choices] = (rank < FIRST_CHOICES + 2 * problem.demand[problem.seat]) | problem.pinned
    return taken


def relax(problem: Problem, program: Program, matrix: Matrix, seconds: float | None) -> RelaxedSolution | None:
    """Return the relaxation's optimum over all columns, or None when the time is over before."""
    taken = first_columns(problem, program) & ((program.upper > 0) | (program.lower != program.upper))
    model, spent = Model(program, matrix, np.flatnonzero(taken), whole=False), 0.0
    while True:
        spent += model.run(None if seconds is None else seconds - spent)
        if not model.optimal:
            return None
        duals, values = model.duals, model.values
        assert values is not None  # noqa: S101 - an optimum has values
        reduced = program.cost - matrix.priced(duals)
        wanted = np.flatnonzero(~taken & (program.upper > 0) & (reduced < -TOLERANCE))
        if not len(wanted):
            return RelaxedSolution(values, duals, reduced, _bound(program, matrix, duals, reduced), spent)
        model.add(wanted)
        taken[wanted] = True


def _bound(program: Program, matrix: Matrix, duals: np.ndarray, reduced: np.ndarray) -> float:
    """Return what the duals prove by weak duality; a price of the wrong sign, which rounding may leave, counts as none."""
    rows = np.where(duals > 0, matrix.row_lower, matrix.row_upper)
    columns = np.where(reduced > 0, program.lower, program.upper)
    row_part = np.where(np.isfinite(rows), rows, 0.0) * duals
    column_part = np.where(np.isfinite(columns), columns, 0.0) * reduced
    return float(row_part.sum() + column_part.sum())
