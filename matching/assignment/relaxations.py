"""The least change of one kind that would make an assignment complete: more seats per person, prohibitions or pins lifted, more people."""

from dataclasses import dataclass, replace
from enum import StrEnum

import numpy as np

from matching.assignment.integer import solve_program
from matching.assignment.objective import Objective
from matching.assignment.outcome import Outcome
from matching.assignment.problem import Problem
from matching.assignment.program import Program, program_of
from matching.assignment.solving import choices_of, solve


class Kind(StrEnum):
    """What is changed."""

    CAPACITY = "raise max"
    FORBIDDEN = "lift prohibitions"
    PINS = "drop pins"
    CANDIDATES = "add people"
    MINIMA = "lower minima"


@dataclass(frozen=True, slots=True)
class Relaxation:
    """``changes`` by what is changed: units of max per person, 1 for each "person, seat", people needed per seat, units per minimum."""

    kind: Kind
    changes: dict[str, int]

    @property
    def size(self) -> int:
        """Return how many single changes these are."""
        return sum(self.changes.values())

    @property
    def words(self) -> str:
        """Return the changes in plain words."""
        return f"{self.kind.value}: " + "; ".join(f"{name} ({amount})" for name, amount in self.changes.items())


def relaxations(problem: Problem, outcome: Outcome) -> tuple[Relaxation, ...]:
    """Return for each kind of change the smallest that makes every place filled and every minimum met, where that kind alone can."""
    found = (_capacity(problem), _forbidden(problem), _pins(problem), _lacking(outcome))
    return tuple(sorted((relaxation for relaxation in found if relaxation), key=lambda relaxation: (relaxation.size, relaxation.kind)))


def _completed(problem: Problem, allowed: Problem, price: np.ndarray) -> np.ndarray | None:
    """Return the choices that complete ``allowed`` at the least ``price`` per choice, shape (choices,), or None."""
    cheapest = solve(replace(allowed, score=-price), Objective.TOTAL)
    return problem.mask(cheapest.taken) if cheapest.complete else None


def _capacity(problem: Problem) -> Relaxation | None:
    """Whatever somebody takes beyond the max costs one."""
    program = program_of(problem, Objective.TOTAL)
    beyond = np.flatnonzero(np.bincount(problem.person, minlength=len(problem.people)) > problem.maximum)
    elastic = (1.0 + float(problem.demand.sum())) * program.cost[program.choices :]  # above all extra seats together
    upper = program.upper.copy()
    fits = problem.seat_hours[problem.seat] <= problem.person_hours[problem.person]
    upper[: program.choices] = ~problem.mask(problem.rules.forbidden) & fits
    program = replace(program, cost=np.concatenate([np.zeros(program.choices), elastic]), upper=upper)
    program = _with_extra_seats(program, beyond)
    solved = solve_program(problem, program, None, None)
    rest = slice(program.choices, len(program.cost) - len(beyond))
    if solved.values is None or solved.values[rest].any():
        return None
    taken = np.bincount(problem.person[choices_of(program, solved)], minlength=len(problem.people))
    extra = taken - problem.maximum
    return Relaxation(Kind.CAPACITY, {problem.people[at].id: int(extra[at]) for at in np.flatnonzero(extra > 0)})


def _with_extra_seats(program: Program, people: np.ndarray) -> Program:
    """Return the program with a column for what each of ``people`` takes beyond the max; the second block holds the rows of people."""
    columns = len(program.cost) + np.arange(len(people))
    limits = program.blocks[1]
    row, column = np.concatenate([limits.row, people]), np.concatenate([limits.column, columns])
    wider = limits._replace(row=row, column=column, value=np.concatenate([limits.value, -np.ones(len(people))]))
    return replace(
        program,
        cost=np.concatenate([program.cost, np.ones(len(people))]),
        lower=np.concatenate([program.lower, np.zeros(len(people))]),
        upper=np.concatenate([program.upper, np.full(len(people), float(program.choices))]),
        blocks=(program.blocks[0], wider, *program.blocks[2:]),
    )


def _forbidden(problem: Problem) -> Relaxation | None:
    forbidden = problem.mask(problem.rules.forbidden)
    taken = _completed(problem, replace(problem, rules=replace(problem.rules, forbidden=())), forbidden.astype(np.float64))
    return None if taken is None or not forbidden.any() else _choices(problem, Kind.FORBIDDEN, taken & forbidden)


def _pins(problem: Problem) -> Relaxation | None:
    pinned = problem.pinned
    taken = _completed(problem, replace(problem, rules=replace(problem.rules, pins=())), -pinned.astype(np.float64))
    return None if taken is None or not pinned.any() else _choices(problem, Kind.PINS, pinned & ~taken)


def _choices(problem: Problem, kind: Kind, mask: np.ndarray) -> Relaxation:
    return Relaxation(kind, {", ".join(problem.choice(int(at))): 1 for at in np.flatnonzero(mask)})


def _lacking(outcome: Outcome) -> Relaxation | None:
    """Return the people to find, or the minima to lower first, as the fullest assignment lacks them."""
    if outcome.unmet:
        return Relaxation(Kind.MINIMA, dict(outcome.unmet)) if not outcome.unfilled else None
    return Relaxation(Kind.CANDIDATES, dict(outcome.unfilled)) if outcome.unfilled else None
