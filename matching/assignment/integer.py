"""Whole solutions where the relaxation has none: HiGHS on a core of columns, and a proof that no other column can help.

A column with reduced cost r costs any solution that uses it at least r beyond the relaxation's bound. So once the best solution of a
core with all columns up to r lies within r of the bound, it is the best of all. Nor does a later core need columns beyond the
distance of the best solution from the bound.
"""

from dataclasses import dataclass, replace

import numpy as np

from matching.assignment.highs import TOLERANCE, Matrix, Model
from matching.assignment.problem import Problem
from matching.assignment.program import Program
from matching.assignment.refinement import FINEST, refine
from matching.assignment.relaxation import RelaxedSolution, relax
from matching.assignment.scale import smallest

FIRST_CORE, CORE_PER_PLACE = 3000, 3  # columns of the first core; four times as many while it is too small
RESOLUTION = 1e-8  # of an integer program whose largest score is about 1: its tolerance for each of the few amounts that meet in a row
LARGEST_TIMED_CORE = 40_000  # columns: in a larger one HiGHS was seen to overrun its time by half a minute between two looks at the clock


@dataclass(frozen=True, eq=False)
class IntegerSolution:
    """``values`` of all columns, None when the time was over before any; cost never below ``bound``.

    ``finer``: how far they are apart where that is known more exactly than either; ``resolution``: what lies closer together than this
    was not told apart.
    """

    values: np.ndarray | None
    cost: float
    bound: float
    solver: str
    seconds: float
    resolution: float = RESOLUTION
    finer: float | None = None

    @property
    def excess(self) -> float:
        """Return the distance of cost and bound."""
        return self.cost - self.bound if self.finer is None else self.finer


def solve_program(
    problem: Problem, program: Program, hint: np.ndarray | None, seconds: float | None, cutoff: float = float("inf")
) -> IntegerSolution:
    """Return the cheapest whole solution; exact unless ``seconds`` end before. ``hint``: values of all columns to start from.

    As soon as the bound is above ``cutoff`` nobody wants a solution: then it stops with that bound and perhaps without values.
    """
    if not (program.upper > 0).any():
        return IntegerSolution(np.zeros(len(program.cost)), 0.0, 0.0, "nothing to choose", 0.0)
    matrix = Matrix.of(program)
    relaxed = relax(problem, program, matrix, seconds)
    if relaxed is None:
        cost = float("inf") if hint is None else float(program.cost @ hint)
        return IntegerSolution(hint, cost, -float("inf"), "HiGHS, linear program", seconds or 0.0)
    if relaxed.whole:
        return _whole(problem, program, matrix, relaxed)
    if relaxed.bound > cutoff:
        return IntegerSolution(hint, float("inf"), relaxed.bound, "HiGHS, linear program", relaxed.seconds)
    return _enlarge(problem, program, matrix, relaxed, hint, seconds)


def _whole(problem: Problem, program: Program, matrix: Matrix, relaxed: RelaxedSolution) -> IntegerSolution:
    values = np.rint(relaxed.values)
    values[program.continuous] = relaxed.values[program.continuous]
    cost = float(program.cost @ values)
    solved = IntegerSolution(values, cost, min(cost, relaxed.bound), "HiGHS, linear program", relaxed.seconds)
    enough = max(FINEST, min(float(problem.demand.sum()) * np.finfo(np.float64).eps, smallest(problem) / 1000))
    refined = None if len(program.continuous) else refine(program, matrix, values, relaxed.duals, enough)
    if refined is None:
        return solved
    values, excess = refined
    cost = float(program.cost @ values)
    return replace(solved, values=values, cost=cost, bound=cost - excess, resolution=enough, finer=excess)


def _enlarge(
    problem: Problem, program: Program, matrix: Matrix, relaxed: RelaxedSolution, hint: np.ndarray | None, seconds: float | None
) -> IntegerSolution:
    cost = float("inf") if hint is None else float(program.cost @ hint)
    best = IntegerSolution(hint, cost, relaxed.bound, "HiGHS, integer program", relaxed.seconds)
    usable = (program.upper > 0) | (program.lower != program.upper)
    size = max(FIRST_CORE, CORE_PER_PLACE * int(problem.demand.sum()))
    while True:
        limit = min(_limit(program, relaxed, usable, size), max(best.cost - relaxed.bound, TOLERANCE))
        left = None if seconds is None else seconds - best.seconds
        best, optimal = _core(program, matrix, relaxed, best, limit, left)
        if not optimal or best.cost - relaxed.bound <= limit:
            return best
        size *= 4
        if seconds is not None and size > LARGEST_TIMED_CORE:
            return best


def _limit(program: Program, relaxed: RelaxedSolution, usable: np.ndarray, size: int) -> float:
    """Return the reduced cost up to which ``size`` choices stand in the core; infinite when all do."""
    reduced = np.sort(relaxed.reduced[: program.choices][usable[: program.choices]])
    return float("inf") if size >= len(reduced) else max(float(reduced[size]), TOLERANCE)


def _core(
    program: Program, matrix: Matrix, relaxed: RelaxedSolution, best: IntegerSolution, limit: float, seconds: float | None
) -> tuple[IntegerSolution, bool]:
    inside = (relaxed.reduced <= limit) | (relaxed.values > 0) | (program.lower > 0)
    inside[program.choices :] = True
    if best.values is not None:
        inside |= best.values > 0
    model = Model(program, matrix, np.flatnonzero(inside & ((program.upper > 0) | (program.lower != program.upper))), whole=True)
    if best.values is not None:
        model.hint(best.values)
    spent = best.seconds + model.run(seconds)
    outside = relaxed.bound + limit
    found = replace(best, seconds=spent, bound=max(best.bound, min(outside, model.bound)))
    values = model.values
    if values is not None:
        values[: program.choices] = np.rint(values[: program.choices])
        cost = float(program.cost @ values)
        if cost < best.cost:
            found = replace(found, values=values, cost=cost)
    return replace(found, bound=min(found.bound, found.cost)), model.optimal
