"""The two sides that are paired: who of each ranking, and on which day their work begins."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import chain

import numpy as np

from matching.pairs.weights import PairWeights
from matching.profiles import Profile, Relation
from matching.ranking.ranking import Ranking
from models.vocabulary import RelationStatus

Shape = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Tie:
    """A relation between the engineer in ``row`` and the architect in ``column`` that counts: not dismissed, not too long ago."""

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
        """Return every relation between somebody of one side and somebody of the other, whoever of the two has recorded it."""
        rows = {profile.id: row for row, profile in enumerate(self.engineer_profiles)}
        columns = {profile.id: column for column, profile in enumerate(self.architect_profiles)}
        of_engineers = (
            Tie(row, columns[str(relation.other_expert_id)], relation)
            for row, profile in enumerate(self.engineer_profiles)
            for relation in self._counting(profile, columns)
        )
        of_architects = (
            Tie(rows[str(relation.other_expert_id)], column, relation)
            for column, profile in enumerate(self.architect_profiles)
            for relation in self._counting(profile, rows)
        )
        return tuple(chain(of_engineers, of_architects))

    def _counting(self, profile: Profile, others: dict[str, int]) -> list[Relation]:
        if not profile.relations:
            return []
        policy = self.engineers.gatekeeper.policy.conflicts
        return [
            relation
            for relation in profile.relations
            if relation.other_expert_id in others
            and relation.status is not RelationStatus.DISMISSED
            and policy.still_counts(relation, self.selection_date)
        ]

    def marked(self, ties: Sequence[Tie]) -> np.ndarray:
        """Return where one of ``ties`` stands, shape (engineers, architects)."""
        marks = np.zeros(self.shape, dtype=bool)
        for tie in ties:
            marks[tie.row, tie.column] = True
        return marks
