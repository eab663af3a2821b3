"""The instant answer: pins, then minima, then the best choices that still fit, ties by seat and person; not optimal, always the same."""

import numpy as np

from matching.assignment.objective import Objective
from matching.assignment.outcome import Outcome, outcome_of
from matching.assignment.problem import Problem


def greedy(problem: Problem, objective: Objective = Objective.TOTAL) -> Outcome:
    """Return an assignment that keeps every rule but perhaps leaves places empty and minima unmet; its bound is open."""
    return outcome_of(problem, objective, greedy_choices(problem, objective), "greedy", float("inf"))


def greedy_choices(problem: Problem, objective: Objective) -> np.ndarray:
    """Return the positions of the choices taken, in the order of taking."""
    room = _Room(problem)
    order = _order(problem, objective)
    for choice in np.flatnonzero(problem.pinned).tolist():
        room.take(choice)
    if problem.minimum.any():
        wanted = problem.minimum.copy()
        np.subtract.at(wanted, problem.person[room.taken], 1)
        for choice in order[wanted[problem.person[order]] > 0].tolist():
            if wanted[problem.person[choice]] > 0 and room.take(choice):
                wanted[problem.person[choice]] -= 1
    for choice in order.tolist():
        if not room.places:
            break
        room.take(choice)
    return np.array(room.taken, dtype=np.int64)


def _order(problem: Problem, objective: Objective) -> np.ndarray:
    kept = problem.mask(problem.rules.earlier) & (objective is Objective.FEWEST_CHANGES)
    order = np.lexsort((-problem.score, ~kept))  # stable: ties stay in the order of seat and person
    return np.asarray(order[problem.open[order] & ~problem.pinned[order]])


class _Room:
    """What is left of places, seats per person and hours while choices are taken."""

    def __init__(self, problem: Problem) -> None:
        self.taken: list[int] = []
        self._member: set[int] = set()
        self._seat, self._person = problem.seat, problem.person
        self._demand, self._maximum = problem.demand.tolist(), problem.maximum.tolist()
        self._needs, self._hours = problem.seat_hours.tolist(), problem.person_hours.tolist()
        self.places = sum(self._demand)
        self._rivals: dict[int, list[int]] = {}
        for one, other in problem.rules.incompatible:
            ends = problem.index((one, other)).tolist()
            for choice, rival in (ends, ends[::-1]):
                self._rivals.setdefault(choice, []).append(rival)

    def take(self, choice: int) -> bool:
        """Take ``choice`` if it fits; return whether it did."""
        seat, person = int(self._seat[choice]), int(self._person[choice])
        fits = self._demand[seat] > 0 and self._maximum[person] > 0 and self._needs[seat] <= self._hours[person]
        if not fits or choice in self._member or not self._member.isdisjoint(self._rivals.get(choice, ())):
            return False
        self.taken.append(choice)
        self._member.add(choice)
        self._demand[seat] -= 1
        self._maximum[person] -= 1
        self._hours[person] -= self._needs[seat]
        self.places -= 1
        return True
