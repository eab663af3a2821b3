"""What differs between two plans, person by person, each with its cause as far as requests and plans tell it."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from matching.assignment.problem import Choice
from matching.plan.request import PlanRequest


class Cause(StrEnum):
    """Why somebody came or left; the first that applies is named. ``FOLLOWS``: other changes of the plan led to it."""

    SEAT = "seat"
    WITHDRAWN = "withdrawn"
    EXCLUSION = "exclusion"
    PIN = "pin"
    MOVE = "move"
    REPLACEMENT = "replacement"
    CAPACITY = "capacity"
    MINIMUM = "minimum"
    OBJECTIVE = "objective"
    DATA = "data"
    FOLLOWS = "follows"


@dataclass(frozen=True, slots=True)
class Side:
    """One of two plans: what was asked, and who takes which seat."""

    request: PlanRequest
    taken: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """``person`` came to ``seat`` or left it; ``other`` names the seat of a move or the person who was replaced."""

    seat: str
    person: str
    came: bool
    cause: Cause
    other: str | None = None


@dataclass(frozen=True, slots=True)
class Comparison:
    """``withdrawn`` holds ids of people who may no longer be shown; ``data_changed``: the two rest on different data or weights."""

    before: Side
    after: Side
    withdrawn: frozenset[str] = frozenset()
    data_changed: bool = False

    def differences(self) -> tuple[Difference, ...]:
        """Return every difference by seat; who left stands before who came."""
        return tuple(sorted((*self._left(), *self._came()), key=lambda one: (one.seat, one.came, one.person)))

    def _left(self) -> Iterator[Difference]:
        for person, seat in self.before.taken:
            if (person, seat) not in self.after.taken:
                yield Difference(seat, person, False, *self._why_left(person, seat))

    def _why_left(self, person: str, seat: str) -> tuple[Cause, str | None]:
        asked = self.after.request
        if asked.seat(seat) is None:
            return Cause.SEAT, None
        if person in self.withdrawn:
            return Cause.WITHDRAWN, None
        if asked.excludes(person, seat):
            return Cause.EXCLUSION, None
        if self._pinned_anew(seat):
            return Cause.PIN, None
        moved = _only_in(self.after, self.before, person)
        return (Cause.MOVE, moved) if moved else (self._in_general(), None)

    def _came(self) -> Iterator[Difference]:
        for person, seat in self.after.taken:
            if (person, seat) not in self.before.taken:
                yield Difference(seat, person, True, *self._why_came(person, seat))

    def _why_came(self, person: str, seat: str) -> tuple[Cause, str | None]:
        if self.before.request.seat(seat) is None:
            return Cause.SEAT, None
        if (person, seat) in self.after.request.pins:
            return Cause.PIN, None
        if self.before.request.excludes(person, seat):
            return Cause.EXCLUSION, None
        leavers = [other for other, of in self.before.taken if of == seat and (other, seat) not in self.after.taken]
        if leavers:
            return Cause.REPLACEMENT, leavers[0]
        moved = _only_in(self.before, self.after, person)
        return (Cause.MOVE, moved) if moved else (self._in_general(), None)

    def _pinned_anew(self, seat: str) -> bool:
        return any(pin not in self.before.request.pins for pin in self.after.request.pins if pin[1] == seat)

    def _in_general(self) -> Cause:
        one, other = self.before.request, self.after.request
        checks = {
            Cause.CAPACITY: (one.seats_per_person, one.capacities) != (other.seats_per_person, other.capacities),
            Cause.MINIMUM: one.quotas != other.quotas,
            Cause.OBJECTIVE: one.objective is not other.objective,
            Cause.DATA: self.data_changed,
        }
        return next((cause for cause, holds in checks.items() if holds), Cause.FOLLOWS)


def _only_in(plan: Side, not_in: Side, person: str) -> str | None:
    return next((seat for other, seat in plan.taken if other == person and (person, seat) not in not_in.taken), None)
