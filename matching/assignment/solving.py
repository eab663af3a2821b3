"""The one way to an exact assignment, and the names of all solvers."""

import math
from collections.abc import Mapping
from typing import Protocol

import numpy as np

from matching.assignment.greedy import greedy, greedy_choices
from matching.assignment.integer import IntegerSolution, solve_program
from matching.assignment.objective import Objective
from matching.assignment.outcome import Outcome, outcome_of
from matching.assignment.problem import Problem
from matching.assignment.program import Program, program_of
from matching.assignment.scale import exponent_of, scaled
from matching.assignment.worst_first import worst_first


class Solver(Protocol):
    """A way to an assignment."""

    def __call__(self, problem: Problem, objective: Objective) -> Outcome:
        """Return an assignment that keeps every rule; ``complete`` says whether it fills all and meets every minimum."""
        ...


def solve(problem: Problem, objective: Objective = Objective.TOTAL, seconds: float | None = None) -> Outcome:
    """Return the best assignment: minima met first, then places filled, then the objective.

    Without ``seconds`` it is exact and the same for the same problem in any order. When ``seconds`` of the solver end before the proof,
    it is the best that was found, never worse than greedy, with an honest bound. It may be incomplete: ``diagnose`` then says why.
    """
    exponent = exponent_of(problem)
    unit, in_units = math.ldexp(1.0, exponent), scaled(problem, exponent)
    program = program_of(in_units, objective)
    solved = solve_program(in_units, program, values_of(in_units, program, greedy_choices(problem, objective)), seconds)
    lowest_bound = None
    if objective is Objective.WORST_FIRST:
        solved, lowest_bound = worst_first(in_units, program, solved, None if seconds is None else seconds - solved.seconds)
    return outcome_of(
        problem,
        objective,
        choices_of(program, solved),
        solved.solver,
        solved.excess * unit,
        None if lowest_bound is None else lowest_bound * unit,
        solved.resolution * unit,
    )


SOLVERS: Mapping[str, Solver] = {"greedy": greedy, "exact": solve}


def choices_of(program: Program, solved: IntegerSolution) -> np.ndarray:
    """Return the positions of the choices that a solution takes."""
    assert solved.values is not None  # noqa: S101 - it began with a hint
    return np.flatnonzero(solved.values[: program.choices] > 0.5)


def values_of(problem: Problem, program: Program, chosen: np.ndarray) -> np.ndarray:
    """Return the columns' values when ``chosen`` is taken: what it leaves empty and unmet is counted."""
    outcome = outcome_of(problem, Objective.TOTAL, chosen, "", 0.0)
    values = np.zeros(len(program.cost))
    values[chosen] = 1.0
    empty = [outcome.unfilled.get(seat.id, 0) for seat in problem.seats]
    names = [person.id for person in problem.people if person.minimum > 0] + [rule.name for rule in problem.rules.minima]
    values[program.choices :] = [*empty, *(outcome.unmet.get(name, 0) for name in names)]
    return values
