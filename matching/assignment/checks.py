"""Finds every row of a problem that is wrong in itself or contradicts another one, with the cure."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from matching.assignment.problem import Choice, Person, Rules, Scores, Seat

LARGEST = 1e290  # of a score, so that sums of all stay finite


class Fault(NamedTuple):
    """One fault: ``table`` and ``position`` (from 0, in the order given) name the row, ``field`` the column."""

    table: str
    position: int
    field: str
    message: str

    def __str__(self) -> str:
        """Return ``table[position]: field: message``."""
        return f"{self.table}[{self.position}]: {self.field}: {self.message}"


def faults_of(people: "Sequence[Person]", seats: "Sequence[Seat]", scores: "Scores", rules: "Rules") -> list[Fault]:
    """Return the faults of people and seats; of scores when those are sound; of rules when all before are sound."""
    steps: tuple[Callable[[], Iterator[Fault]], ...] = (
        lambda: _people(people),
        lambda: _seats(seats),
        lambda: _scores(people, seats, scores),
        lambda: _rules(people, seats, scores, rules),
    )
    found = [*steps[0](), *steps[1]()]
    for step in steps[2:]:
        found = found or list(step())
    return found


def _people(people: "Sequence[Person]") -> Iterator[Fault]:
    yield from _repeated("people", "person", [person.id for person in people])
    for at, person in enumerate(people):
        if person.minimum < 0:
            yield Fault("people", at, "min", f"{person.minimum} is negative; write 0 or more")
        if person.maximum < person.minimum:
            yield Fault("people", at, "max", f"max {person.maximum} is below min {person.minimum}; raise max or lower min")
        if person.hours is not None and person.hours < 0:
            yield Fault("people", at, "hours", f"{person.hours} is negative; write 0 or more")


def _seats(seats: "Sequence[Seat]") -> Iterator[Fault]:
    yield from _repeated("seats", "seat", [seat.id for seat in seats])
    for at, seat in enumerate(seats):
        if seat.demand < 0:
            yield Fault("seats", at, "demand", f"{seat.demand} is negative; write 0 or more")
        if seat.hours < 0:
            yield Fault("seats", at, "hours", f"{seat.hours} is negative; write 0 or more")


def _repeated(table: str, field: str, ids: Sequence[object]) -> Iterator[Fault]:
    if len(set(ids)) == len(ids):
        return
    first: dict[object, int] = {}
    for at, name in enumerate(ids):
        if first.setdefault(name, at) != at:
            shown = " and ".join(map(repr, name)) if isinstance(name, tuple) else repr(name)
            yield Fault(table, at, field, f"{shown} stands more than once; keep one row")


def _unknown(table: str, field: str, given: Sequence[str], known: set[str], listed: str) -> Iterator[Fault]:
    if known.issuperset(given):
        return
    for at, name in enumerate(given):
        if name not in known:
            yield Fault(table, at, field, f"{name!r} is not among the {listed}; add it there or remove this row")


def _scores(people: "Sequence[Person]", seats: "Sequence[Seat]", scores: "Scores") -> Iterator[Fault]:
    yield from _unknown("scores", "person", scores.people, {person.id for person in people}, "people")
    yield from _unknown("scores", "seat", scores.seats, {seat.id for seat in seats}, "seats")
    values = np.asarray(scores.values, dtype=np.float64)
    for at in np.flatnonzero(~np.isfinite(values)).tolist():
        yield Fault("scores", at, "score", f"{values[at]} is not a finite number; leave the row out if the pair cannot be assigned")
    for at in np.flatnonzero(np.isfinite(values) & (np.abs(values) > LARGEST)).tolist():
        yield Fault("scores", at, "score", f"{values[at]} is beyond {LARGEST:g}; divide all scores by the same number")
    yield from _repeated("scores", "seat", list(zip(scores.people, scores.seats, strict=True)))


def _rules(people: "Sequence[Person]", seats: "Sequence[Seat]", scores: "Scores", rules: "Rules") -> Iterator[Fault]:
    known = ({person.id for person in people}, {seat.id for seat in seats})
    for table, choices in (("forbidden", rules.forbidden), ("pins", rules.pins)):
        yield from _unknown(table, "person", [person for person, _ in choices], known[0], "people")
        yield from _unknown(table, "seat", [seat for _, seat in choices], known[1], "seats")
        yield from _repeated(table, "seat", choices)
    for at, minimum in enumerate(rules.minima):
        if minimum.least < 0:
            yield Fault("minima", at, "least", f"{minimum.least} is negative; write 0 or more")
        if minimum.name in known[0]:
            yield Fault("minima", at, "name", f"{minimum.name!r} is the id of a person; give the minimum another name")
    yield from _repeated("minima", "name", [minimum.name for minimum in rules.minima])
    if rules.pins:
        yield from _pins(people, seats, scores, rules)


def _pins(people: "Sequence[Person]", seats: "Sequence[Seat]", scores: "Scores", rules: "Rules") -> Iterator[Fault]:
    pairs, forbidden = set(zip(scores.people, scores.seats, strict=True)), set(rules.forbidden)
    for at, (person, seat) in enumerate(rules.pins):
        if (person, seat) in forbidden:
            yield Fault("pins", at, "seat", f"{person!r} is forbidden for {seat!r}; remove the pin or the prohibition")
        if (person, seat) not in pairs:
            yield Fault("pins", at, "seat", f"{person!r} has no score for {seat!r}; add the score or remove the pin")
    yield from _pins_beyond(people, seats, rules.pins)
    pinned = set(rules.pins)
    for one, other in rules.incompatible:
        if one in pinned and other in pinned:
            yield Fault("pins", rules.pins.index(other), "seat", f"{other} cannot stand together with the pin {one}; remove one of them")


def _pins_beyond(people: "Sequence[Person]", seats: "Sequence[Seat]", pins: "Sequence[Choice]") -> Iterator[Fault]:
    maximum, hours = {person.id: person.maximum for person in people}, {person.id: person.hours for person in people}
    demand, needed = {seat.id: seat.demand for seat in seats}, {seat.id: seat.hours for seat in seats}
    of_person: Counter[str] = Counter()
    of_seat: Counter[str] = Counter()
    spent: defaultdict[str, int] = defaultdict(int)
    for at, (person, seat) in enumerate(pins):
        of_person[person] += 1
        of_seat[seat] += 1
        spent[person] += needed.get(seat, 0)
        if of_seat[seat] > demand.get(seat, at + 1):
            yield Fault("pins", at, "seat", f"more pins than the demand {demand[seat]} of {seat!r}; remove a pin or raise the demand")
        if of_person[person] > maximum.get(person, at + 1):
            yield Fault("pins", at, "person", f"more pins than the max {maximum[person]} of {person!r}; remove a pin or raise the max")
        limit = hours.get(person)
        if limit is not None and spent[person] > limit:
            yield Fault("pins", at, "person", f"the pins need more than the {limit} hours of {person!r}; remove a pin or raise the hours")
