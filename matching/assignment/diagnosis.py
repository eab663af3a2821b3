"""Why an assignment is not complete: who is left for each open seat, what binds, and the least that would have to change."""

from dataclasses import dataclass, replace

import numpy as np

from matching.assignment.outcome import Outcome
from matching.assignment.problem import Person, Problem, Rules, Seat
from matching.assignment.relaxations import Relaxation, relaxations
from matching.assignment.solving import solve


@dataclass(frozen=True, slots=True)
class OpenSeat:
    """A seat with ``missing`` places; the counts are people left after each restriction, one after the other.

    ``scored`` have a score; ``allowed`` are not forbidden; ``able`` have the hours and may take a seat at all;
    ``compatible`` have no pin against them; ``free`` have, in this assignment, a seat less than they may take, and hours for this one.
    """

    seat: str
    missing: int
    scored: int
    allowed: int
    able: int
    compatible: int
    free: int


@dataclass(frozen=True, slots=True)
class Shortage:
    """Seats that together need more than all their people can give: ``needed`` places, of which ``available`` at most can be filled.

    ``capacity``: for each person how many of these seats (by Hall's theorem, with the max of each person counted).
    """

    seats: tuple[str, ...]
    needed: int
    available: int
    capacity: dict[str, int]


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """``shortage`` is None when seats, max and scores alone would do, so that other rules bind; ``unmet``: missing of each minimum."""

    open_seats: tuple[OpenSeat, ...]
    unmet: dict[str, int]
    shortage: Shortage | None
    relaxations: tuple[Relaxation, ...]

    def lines(self) -> list[str]:
        """Return the diagnosis in plain words, a fact a line."""
        told = ["No assignment fills every place and meets every minimum."]
        told += [f"Minimum {name}: {short} short." for name, short in self.unmet.items()]
        told += [
            f"Seat {seat.seat}: {seat.missing} empty; people scored {seat.scored}, not forbidden {seat.allowed}, able {seat.able}, "
            f"compatible with pins {seat.compatible}, still free {seat.free}."
            for seat in self.open_seats
        ]
        if self.shortage:
            told.append(f"Seats {', '.join(self.shortage.seats)} need {self.shortage.needed}; their people give {self.shortage.available}.")
        return told + [f"Would do: {relaxation.words}." for relaxation in self.relaxations]


def diagnose(problem: Problem, outcome: Outcome) -> Diagnosis:
    """Return why ``outcome``, an incomplete assignment of ``problem``, fills no more."""
    seats = tuple(_open_seat(problem, outcome, seat) for seat in outcome.unfilled)
    return Diagnosis(seats, dict(outcome.unmet), shortage_of(problem), relaxations(problem, outcome))


def _open_seat(problem: Problem, outcome: Outcome, name: str) -> OpenSeat:
    seat = next(at for at, seat in enumerate(problem.seats) if seat.id == name)
    scored = problem.seat == seat
    allowed = scored & ~problem.mask(problem.rules.forbidden)
    able = allowed & problem.open
    compatible = able & ~problem.mask(_against_pins(problem.rules))
    taken = problem.mask(outcome.taken)
    seats_taken = np.bincount(problem.person[taken], minlength=len(problem.people))
    hours_taken = np.bincount(problem.person[taken], weights=problem.seat_hours[problem.seat[taken]], minlength=len(problem.people))
    room = (seats_taken < problem.maximum) & (hours_taken + problem.seat_hours[seat] <= problem.person_hours)
    free = compatible & room[problem.person] & ~taken
    counts = (int(mask.sum()) for mask in (scored, allowed, able, compatible, free))
    return OpenSeat(name, outcome.unfilled[name], *counts)


def _against_pins(rules: Rules) -> list[tuple[str, str]]:
    pins = set(rules.pins)
    return [other for pair in rules.incompatible for one, other in (pair, pair[::-1]) if one in pins]


def shortage_of(problem: Problem) -> Shortage | None:
    """Return the seats that cannot all be filled with the max of their people, None when that alone does not prevent it.

    A flow that is as large as possible fills the places; whatever an open place can still reach by moving people is short together.
    """
    flow = _largest_flow(problem)
    seats = _reached(problem, flow)
    if not seats:
        return None
    inside = np.isin(problem.seat, list(seats)) & problem.open
    usable = np.bincount(problem.person[inside], minlength=len(problem.people))
    capacity = np.minimum(usable, problem.maximum)
    named = {problem.people[at].id: int(capacity[at]) for at in np.flatnonzero(capacity > 0)}
    needed = int(problem.demand[list(seats)].sum())
    return Shortage(tuple(problem.seats[at].id for at in sorted(seats)), needed, int(capacity.sum()), named)


def _largest_flow(problem: Problem) -> np.ndarray:
    """Return which choices a largest flow takes when only demand and max count, shape (choices,)."""
    people = tuple(Person(person.id, 0, person.maximum) for person in problem.people)
    seats = tuple(Seat(seat.id, seat.demand) for seat in problem.seats)
    score = np.zeros(len(problem.score))
    closed = tuple(problem.choice(int(at)) for at in np.flatnonzero(~problem.open))
    flow = solve(replace(problem, people=people, seats=seats, score=score, rules=Rules(forbidden=closed)))
    return problem.mask(flow.taken)


def _reached(problem: Problem, flow: np.ndarray) -> set[int]:
    """Return the seats on paths from open places: a seat reaches people that it does not have, they the seats that they fill."""
    used = np.bincount(problem.seat[flow], minlength=len(problem.seats))
    waiting = np.flatnonzero(used < problem.demand).tolist()
    seats, people = set(waiting), set[int]()
    while waiting:
        seat = waiting.pop()
        for person in problem.person[(problem.seat == seat) & problem.open & ~flow].tolist():
            if person not in people:
                people.add(person)
                new = set(problem.seat[flow & (problem.person == person)].tolist()) - seats
                seats |= new
                waiting += sorted(new)
    return seats
