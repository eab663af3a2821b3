"""The two sides that are paired: who of each ranking, and on which day their work begins."""

from collections.abc import Container, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import numpy as np

from matching.gate.conflicts import conflicts_between
from matching.identity.works import tellers
from matching.pairs.weights import PairWeights
from matching.profiles import Profile, Relation
from matching.ranking.ranking import Ranking

Shape = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Tie:
    """A relation between the engineer in ``row`` and the architect in ``column`` that counts."""

    row: int
    column: int
    relation: Relation


@dataclass(frozen=True)
class Sides:
    """``rows`` are positions of chief engineers in the network, ``columns`` those of chief architects; both rankings share the network."""

    engineers: Ranking
    architects: Ranking
    rows: np.ndarray
    columns: np.ndarray
    weights: PairWeights

    @property
    def shape(self) -> Shape:
        """Return (engineers, architects)."""
        return len(self.rows), len(self.columns)

    @cached_property
    def engineer_profiles(self) -> list[Profile]:
        """Return the profiles of the rows."""
        return [self.engineers.network.profiles[position] for position in self.rows]

    @cached_property
    def architect_profiles(self) -> list[Profile]:
        """Return the profiles of the columns."""
        return [self.architects.network.profiles[position] for position in self.columns]

    @property
    def selection_date(self) -> date:
        """Return the day up to which everything is counted."""
        return self.engineers.need.selection_date

    @property
    def first_day(self) -> date:
        """Return the day on which both are needed: the start, or the selection where the work has begun before it."""
        return max(self.selection_date, self.engineers.need.starts or self.selection_date)

    @cached_property
    def same_person(self) -> np.ndarray:
        """Return where one person would hold both roles, shape (engineers, architects)."""
        same: np.ndarray = self.rows[:, None] == self.columns[None, :]
        return same

    @cached_property
    def ties(self) -> tuple[Tie, ...]:
        """Return every relation between somebody of one side and somebody of the other that counts, whoever of the two has recorded it.

        A person's judgement wins over the record. An employer of both is no relation here: it is the concentration of the pair.
        """
        policy = self.engineers.gatekeeper.policy.conflicts
        return tuple(
            Tie(row, column, conflict.relation)
            for row, column in self._acquainted()
            for conflict in conflicts_between(self.engineer_profiles[row], self.architect_profiles[column], policy, self.selection_date)
            if conflict.organisation_id is None
        )

    def _acquainted(self) -> list[tuple[int, int]]:
        """Return who is named by the other in a relation or a judgement, or tells of the same work, by row and column."""
        rows = {profile.id: row for row, profile in enumerate(self.engineer_profiles)}
        columns = {profile.id: column for column, profile in enumerate(self.architect_profiles)}
        by_engineers = {(row, columns[other]) for row in rows.values() for other in _named(self.engineer_profiles[row], columns)}
        by_architects = {(rows[other], column) for column in columns.values() for other in _named(self.architect_profiles[column], rows)}
        return sorted(by_engineers | by_architects | self._telling_of_the_same())

    def _telling_of_the_same(self) -> set[tuple[int, int]]:
        rows, columns = tellers(self.engineer_profiles), tellers(self.architect_profiles)
        return {(row, column) for mark in rows.keys() & columns.keys() for row in rows[mark] for column in columns[mark]}

    def marked(self, ties: Sequence[Tie]) -> np.ndarray:
        """Return where one of ``ties`` stands, shape (engineers, architects)."""
        marks = np.zeros(self.shape, dtype=bool)
        for tie in ties:
            marks[tie.row, tie.column] = True
        return marks


def _named(profile: Profile, people: Container[str]) -> list[str]:
    """Return those of ``people`` whom ``profile`` names in a relation or a judgement."""
    if not profile.relations and not profile.judgements:
        return []
    named = [relation.other_expert_id for relation in profile.relations] + [judged.other_expert_id for judged in profile.judgements]
    return [other for other in named if other is not None and other in people]
