"""The pairs: everybody of one side with everybody of the other, scored and ordered once; lists, explanations and plans read from it."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

import numpy as np

from matching.gate.result import Tier
from matching.pairs import acquaintance, coverage
from matching.pairs.registry import TERMS
from matching.pairs.sides import Sides
from matching.pairs.weights import PairWeights
from matching.ranking.ranking import Part, Ranking
from models.vocabulary import RoleCode

DEPTH = 200
_GATED = tuple(Tier).index(Tier.GATED)


class Absence(StrEnum):
    """Why a side has nobody to pair."""

    NOBODY_FITS = "nobody_fits"
    NOT_PROPOSED = "not_proposed"


class Barrier(StrEnum):
    """Why two people are not a pair."""

    SAME_PERSON = "same_person"
    RELATION = "relation"


@dataclass(frozen=True, slots=True)
class Question:
    """Which pairs are asked for.

    A person who is named stays in every pair, even below the threshold for a fit, as long as they may be proposed; of a side where
    nobody is named, the ``depth`` best people who fit are paired. One person holds both roles only where ``same_person`` allows it.
    """

    chief_engineer: str | None = None
    chief_architect: str | None = None
    same_person: bool = False
    depth: int = DEPTH


@dataclass(frozen=True, slots=True)
class PairEntry:
    """Two people; ``rank`` counts from 1 and is None for two who are barred; ``tier`` is the lower of theirs.

    ``groups_shown`` of the ``groups_asked`` of capabilities that either role requires are shown by at least one of the two.
    """

    engineer_id: str
    architect_id: str
    rank: int | None
    tie_group: int | None
    tier: Tier
    score: float
    parts: tuple[Part, ...]
    groups_shown: int
    groups_asked: int


@dataclass(frozen=True, slots=True)
class ForbiddenPair:
    """Two people who must not be a pair, with the reason."""

    engineer_id: str
    architect_id: str
    barrier: Barrier


@dataclass(frozen=True)
class Pairing:
    """``values`` and ``parts`` (terms, engineers, architects) in the order of ``TERMS``; ``total`` is the sum of the parts."""

    sides: Sides
    question: Question
    absent: dict[RoleCode, Absence]
    values: np.ndarray
    parts: np.ndarray
    total: np.ndarray

    @cached_property
    def related(self) -> np.ndarray:
        """Return where a relation between the two forbids the pair."""
        return acquaintance.forbidding(self.sides)

    @cached_property
    def barred(self) -> np.ndarray:
        """Return who must not be a pair, shape (engineers, architects)."""
        barred: np.ndarray = self.related if self.question.same_person else self.related | self.sides.same_person
        return barred

    @cached_property
    def tiers(self) -> np.ndarray:
        """Return the lower tier of the two as its position in ``Tier``."""
        engineers, architects = self.sides.engineers.tiers[self.sides.rows], self.sides.architects.tiers[self.sides.columns]
        lower: np.ndarray = np.maximum(engineers[:, None], architects[None, :])
        return lower

    @cached_property
    def order(self) -> np.ndarray:
        """Return all pairs that are not barred as places in the flattened table, best first.

        As on a list of people, the score decides, then the ids.
        """
        allowed = np.flatnonzero(~self.barred)
        row, column = np.divmod(allowed, max(self.sides.shape[1], 1))
        keys = (self.sides.columns[column], self.sides.rows[row], -self.total.ravel()[allowed])
        order: np.ndarray = allowed[np.lexsort(keys)]
        return order

    @cached_property
    def tie_groups(self) -> np.ndarray:
        """Return the group of every pair in ``order``: closer to the group's first than the tie."""
        totals = self.total.ravel()[self.order]
        groups = np.zeros(len(totals), dtype=int)
        start, group = 0, 0
        while start < len(totals):
            group += 1
            beyond = totals[start] - totals[start:] >= self.sides.weights.tie
            beyond[0] = False
            end = start + int(beyond.argmax()) if beyond.any() else len(totals)
            groups[start:end] = group
            start = end
        return groups

    @cached_property
    def must(self) -> coverage.CoverageBySide:
        """Return what everybody shows of the capabilities that either role requires."""
        return coverage.must(self.sides)

    @cached_property
    def groups(self) -> coverage.CoverageBySide:
        """Return what everybody shows of the groups of capabilities that either role requires."""
        return coverage.groups(self.sides)

    @cached_property
    def nice(self) -> coverage.CoverageBySide:
        """Return what everybody shows of the capabilities that either role welcomes."""
        return coverage.nice(self.sides)

    def entries(self, start: int = 0, stop: int | None = None) -> list[PairEntry]:
        """Return the pairs from ``start`` to ``stop``, best first."""
        return [self._entry(int(self.order[index]), index) for index in range(len(self.order))[start:stop]]

    def place(self, engineer_id: str, architect_id: str) -> tuple[int, int] | None:
        """Return row and column of two people, or None when they are not both here."""
        position = self.sides.engineers.network.position
        row = np.flatnonzero(self.sides.rows == position.get(engineer_id, -1))
        column = np.flatnonzero(self.sides.columns == position.get(architect_id, -1))
        return (int(row[0]), int(column[0])) if row.size and column.size else None

    def division(self, entry: PairEntry) -> coverage.Division:
        """Return who of a pair of this list shows which required capability."""
        row, column = self.place(entry.engineer_id, entry.architect_id) or (0, 0)
        return coverage.divide(self.must, row, column)

    def entry(self, row: int, column: int) -> PairEntry:
        """Return the pair in ``row`` and ``column``, also one that is barred."""
        flat = row * self.sides.shape[1] + column
        found = np.flatnonzero(self.order == flat)
        return self._entry(flat, int(found[0]) if found.size else None)

    def value(self, term: str, row: int, column: int) -> float:
        """Return the value of one term, in [0, 1]."""
        return float(self.values[[one.code for one in TERMS].index(term), row, column])

    def barrier(self, row: int, column: int) -> Barrier | None:
        """Return why two people are not a pair, or None."""
        if not self.barred[row, column]:
            return None
        return Barrier.SAME_PERSON if self.sides.same_person[row, column] else Barrier.RELATION

    def forbidden(self) -> list[ForbiddenPair]:
        """Return every pair that is barred, in the order of the ids, with its reason."""
        found = [
            ForbiddenPair(self.sides.engineer_profiles[row].id, self.sides.architect_profiles[column].id, barrier)
            for row, column in np.argwhere(self.barred).tolist()
            if (barrier := self.barrier(row, column)) is not None
        ]
        return sorted(found, key=lambda pair: (pair.engineer_id, pair.architect_id))

    def _entry(self, flat: int, index: int | None) -> PairEntry:
        row, column = divmod(flat, self.sides.shape[1])
        groups = coverage.divide(self.groups, row, column)
        return PairEntry(
            engineer_id=self.sides.engineer_profiles[row].id,
            architect_id=self.sides.architect_profiles[column].id,
            rank=None if index is None else index + 1,
            tie_group=None if index is None else int(self.tie_groups[index]),
            tier=tuple(Tier)[int(self.tiers[row, column])],
            score=float(self.total[row, column]),
            parts=self._parts(row, column),
            groups_shown=groups.shown,
            groups_asked=groups.asked,
        )

    def _parts(self, row: int, column: int) -> tuple[Part, ...]:
        values, parts = self.values[:, row, column].tolist(), self.parts[:, row, column].tolist()
        weights = self.sides.weights.of_term
        return tuple(
            Part(term.code, value, weights.get(term.code, 0.0), part) for term, value, part in zip(TERMS, values, parts, strict=True)
        )


def pair(engineers: Ranking, architects: Ranking, weights: PairWeights, question: Question | None = None) -> Pairing:
    """Pair the people of two rankings of one subject, which must share their network: the one way to a pair of any kind."""
    if engineers.network is not architects.network:
        raise ValueError("both rankings must be of the same network")
    question = question or Question()
    chosen = {
        engineers.need.role: _chosen(engineers, question.chief_engineer, question.depth),
        architects.need.role: _chosen(architects, question.chief_architect, question.depth),
    }
    absent = {role: found for role, found in chosen.items() if isinstance(found, Absence)}
    rows, columns = (np.zeros(0, dtype=int) if isinstance(found, Absence) else found for found in chosen.values())
    return _scored(Sides(engineers, architects, rows, columns, weights), question, absent)


def _chosen(ranking: Ranking, named: str | None, depth: int) -> np.ndarray | Absence:
    if named is None:
        fitting: np.ndarray = ranking.fitting[:depth]
        return Absence.NOBODY_FITS if ranking.nobody_fits else fitting
    position = ranking.network.position.get(named)
    if position is None or ranking.tiers[position] == _GATED:
        return Absence.NOT_PROPOSED
    return np.array([position])


def _scored(sides: Sides, question: Question, absent: dict[RoleCode, Absence]) -> Pairing:
    values = np.stack([term.measure(sides) for term in TERMS])
    parts = values * np.array([sides.weights.of_term.get(term.code, 0.0) for term in TERMS])[:, None, None]
    total = np.zeros(sides.shape)
    for part in parts:
        total = total + part
    return Pairing(sides, question, absent, values, parts, total)
