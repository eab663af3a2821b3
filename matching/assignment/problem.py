"""An assignment problem: people, seats, scores and rules, in one canonical order, so that the order of the input cannot matter."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

import numpy as np

from matching.assignment.checks import Fault, faults_of

Choice = tuple[str, str]  # person, seat


class InvalidProblem(ValueError):
    """The rows contradict themselves or one another; ``faults`` name the table and the position of each."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("; ".join(str(fault) for fault in faults))

    def __reduce__(self) -> tuple[type["InvalidProblem"], tuple[tuple[Fault, ...]]]:
        """Pickle with the faults, not with their text."""
        return type(self), (self.faults,)


@dataclass(frozen=True, slots=True)
class Person:
    """Takes ``minimum`` to ``maximum`` seats, together of at most ``hours`` whole hours (None: as many as it takes)."""

    id: str
    minimum: int = 0
    maximum: int = 1
    hours: int | None = None


@dataclass(frozen=True, slots=True)
class Seat:
    """Needs ``demand`` different people, each for ``hours`` whole hours."""

    id: str
    demand: int = 1
    hours: int = 0


@dataclass(frozen=True, slots=True)
class Minimum:
    """At least ``least`` places of ``seats`` (None: of all) go to ``people``."""

    name: str
    least: int
    people: frozenset[str]
    seats: frozenset[str] | None = None


class Scores(NamedTuple):
    """Columns of one length: a person may take a seat only when the pair stands here; values may be zero or negative."""

    people: Sequence[str]
    seats: Sequence[str]
    values: Sequence[float] | np.ndarray

    @classmethod
    def of(cls, rows: Iterable[tuple[str, str, float]]) -> "Scores":
        """Return the columns of ``rows`` (person, seat, score)."""
        people, seats, values = tuple(zip(*rows, strict=True)) or ((), (), ())
        return cls(people, seats, values)


@dataclass(frozen=True, slots=True)
class Rules:
    """What may not, must and should be; ``incompatible`` holds pairs of choices of which at most one is taken."""

    forbidden: tuple[Choice, ...] = ()
    pins: tuple[Choice, ...] = ()
    incompatible: tuple[tuple[Choice, Choice], ...] = ()
    minima: tuple[Minimum, ...] = ()
    earlier: tuple[Choice, ...] = ()


@dataclass(frozen=True, eq=False)
class Problem:
    """``people`` and ``seats`` by id; a choice is a scored pair, choices stand by seat, then person.

    ``person`` and ``seat``: position of either in its tuple, shape (choices,); ``score``: float64, shape (choices,).
    """

    people: tuple[Person, ...]
    seats: tuple[Seat, ...]
    person: np.ndarray
    seat: np.ndarray
    score: np.ndarray
    rules: Rules = Rules()

    @classmethod
    def of(cls, people: Iterable[Person], seats: Iterable[Seat], scores: Scores, rules: Rules = Rules()) -> "Problem":
        """Return the problem in canonical order; raises ``InvalidProblem`` naming every fault."""
        people, seats = tuple(people), tuple(seats)
        if faults := faults_of(people, seats, scores, rules):
            raise InvalidProblem(faults)
        people, seats = tuple(sorted(people, key=_id)), tuple(sorted(seats, key=_id))
        person_at, seat_at = _positions(people), _positions(seats)
        person = np.array([person_at[name] for name in scores.people], dtype=np.int64)
        seat = np.array([seat_at[name] for name in scores.seats], dtype=np.int64)
        order = np.argsort(seat * len(people) + person)
        values = np.asarray(scores.values, dtype=np.float64)
        return cls(people, seats, person[order], seat[order], values[order] + 0.0, _canonical(rules))  # + 0.0: no negative zero

    def with_rules(self, **changed: tuple[object, ...]) -> "Problem":
        """Return the problem with other rules; raises ``InvalidProblem`` when pins contradict them."""
        rules = _canonical(replace(self.rules, **changed))  # type: ignore[arg-type]
        if faults := faults_of(self.people, self.seats, self.scores, rules):
            raise InvalidProblem(faults)
        return replace(self, rules=rules)

    @property
    def scores(self) -> Scores:
        """Return the scores as columns."""
        people, seats = [person.id for person in self.people], [seat.id for seat in self.seats]
        return Scores([people[at] for at in self.person], [seats[at] for at in self.seat], self.score)

    @cached_property
    def demand(self) -> np.ndarray:
        """Return the places of each seat, shape (seats,)."""
        return np.array([seat.demand for seat in self.seats], dtype=np.int64)

    @cached_property
    def minimum(self) -> np.ndarray:
        """Return the fewest seats of each person, shape (people,)."""
        return np.array([person.minimum for person in self.people], dtype=np.int64)

    @cached_property
    def maximum(self) -> np.ndarray:
        """Return the most seats of each person, shape (people,)."""
        return np.array([person.maximum for person in self.people], dtype=np.int64)

    @cached_property
    def person_hours(self) -> np.ndarray:
        """Return the hours of each person, shape (people,); where there is no limit, more than all seats need."""
        without_limit = int(self.seat_hours.sum()) + 1
        return np.array([without_limit if person.hours is None else person.hours for person in self.people], dtype=np.int64)

    @cached_property
    def seat_hours(self) -> np.ndarray:
        """Return the hours of one place of each seat, shape (seats,)."""
        return np.array([seat.hours for seat in self.seats], dtype=np.int64)

    @cached_property
    def pinned(self) -> np.ndarray:
        """Return which choices are pinned, shape (choices,)."""
        return self.mask(self.rules.pins)

    @cached_property
    def open(self) -> np.ndarray:
        """Return which choices may be taken: not forbidden, and the seat's hours are at hand, shape (choices,)."""
        fits = self.seat_hours[self.seat] <= self.person_hours[self.person]
        return np.asarray(~self.mask(self.rules.forbidden) & fits & (self.maximum[self.person] > 0))

    @cached_property
    def _person_at(self) -> dict[str, int]:
        return _positions(self.people)

    @cached_property
    def _seat_at(self) -> dict[str, int]:
        return _positions(self.seats)

    def index(self, choices: Iterable[Choice]) -> np.ndarray:
        """Return the position of each choice, -1 where the pair has no score or is unknown."""
        keys = self.seat * len(self.people) + self.person
        wanted = np.array(
            [self._seat_at.get(seat, len(self.seats)) * len(self.people) + self._person_at.get(person, -1) for person, seat in choices],
            dtype=np.int64,
        )
        found = np.minimum(np.searchsorted(keys, wanted), max(len(keys) - 1, 0))
        known = np.array([person in self._person_at and seat in self._seat_at for person, seat in choices], dtype=bool)
        return np.where(known & (keys[found] == wanted), found, -1) if len(keys) else np.full(len(wanted), -1)

    def mask(self, choices: Iterable[Choice]) -> np.ndarray:
        """Return which choices are named, shape (choices,)."""
        found = np.zeros(len(self.score), dtype=bool)
        choices = tuple(choices)
        if choices:
            at = self.index(choices)
            found[at[at >= 0]] = True
        return found

    def choice(self, position: int) -> Choice:
        """Return the person and the seat of a choice."""
        return self.people[self.person[position]].id, self.seats[self.seat[position]].id


def _id(row: Person | Seat) -> str:
    return row.id


def _positions(rows: Iterable[Person | Seat]) -> dict[str, int]:
    return {row.id: position for position, row in enumerate(rows)}


def _canonical(rules: Rules) -> Rules:
    return Rules(
        tuple(sorted(set(rules.forbidden))),
        tuple(sorted(set(rules.pins))),
        tuple(sorted({(min(pair), max(pair)) for pair in rules.incompatible})),
        tuple(sorted(rules.minima, key=lambda minimum: minimum.name)),
        tuple(sorted(set(rules.earlier))),
    )
