"""Which of a person's work shows which dimension of the role, in the field: what is told first, and the one reason of a list."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from matching.ranking.ranking import Ranking
from matching.readers.roles import DIMENSIONS
from matching.signals.dimensions import OF_FAMILY
from matching.signals.recency import freshness
from models.vocabulary import RoleDimension, RoleFamily

# Relevance times what an item shows of a dimension: both at least likely.
PLAIN = 0.25
IN_FIELD = 0.2


@dataclass(frozen=True)
class DimensionEvidence:
    """The item at ``row`` shows ``dimensions`` plainly, the plainest first."""

    row: int
    dimensions: tuple[RoleDimension, ...]


@dataclass(frozen=True)
class RoleInField:
    """What everybody's work shows of the role that ``ranking`` asks for; where a text asks for none, of the role that is shown better."""

    ranking: Ranking

    def shown(self, position: int) -> list[DimensionEvidence]:
        """Return the item that shows each dimension best, fresher work before older, items with more of the role first."""
        rows, asked = self.ranking.network.rows_of(position), self.asked(position)
        values = self._values(rows, asked)
        if not values.size:
            return []
        chosen = (np.where(values >= PLAIN, values, 0.0) * self._standing[rows.start : rows.stop, None]).argmax(axis=0)
        plain = {column: int(best) for column, best in enumerate(chosen) if values[best, column] >= PLAIN}
        found = [self._of(index, values[index], asked, plain, rows.start) for index in sorted(set(plain.values()))]
        return sorted(found, key=lambda shown: (-len(shown.dimensions), -float(values[shown.row - rows.start].max()), shown.row))

    def _of(self, index: int, values: np.ndarray, asked: Sequence[RoleDimension], plain: dict[int, int], first: int) -> DimensionEvidence:
        columns = sorted((column for column, best in plain.items() if best == index), key=lambda column: -float(values[column]))
        return DimensionEvidence(first + index, tuple(asked[column] for column in columns))

    def missing(self, position: int) -> tuple[RoleDimension, ...]:
        """Return the dimensions that no work in the field shows plainly."""
        asked = self.asked(position)
        values = self._values(self.ranking.network.rows_of(position), asked)
        best = values.max(axis=0, initial=0.0)
        return tuple(dimension for dimension, value in zip(asked, best, strict=True) if value < PLAIN)

    def closest(self, position: int) -> int | None:
        """Return the row of the item that is most about the need, work before other items; None where nothing is in the field."""
        rows, view = self.ranking.network.rows_of(position), self.ranking.view
        in_field = [row for row in rows if view.relevance[row] >= IN_FIELD]
        is_work = view.network.is_work
        return max(in_field, key=lambda row: (bool(is_work[row]), float(view.relevance[row]), -row), default=None)

    def asked(self, position: int) -> tuple[RoleDimension, ...]:
        """Return the dimensions of the role."""
        need = self.ranking.need
        if not need.text_only:
            return OF_FAMILY[need.role.family]
        rows = self.ranking.network.rows_of(position)
        best = {family: float(self._values(rows, OF_FAMILY[family]).max(axis=0, initial=0.0).sum()) for family in RoleFamily}
        return OF_FAMILY[max(RoleFamily, key=lambda family: best[family])]

    def _values(self, rows: range, asked: Sequence[RoleDimension]) -> np.ndarray:
        """Return relevance times what is shown, 0 for what is no work, shape (items of the person, dimensions)."""
        network, here = self.ranking.network, slice(rows.start, rows.stop)
        columns = [DIMENSIONS.index(dimension) for dimension in asked]
        counted = self.ranking.view.relevance[here] * network.is_work[here]
        values: np.ndarray = network.strengths[here][:, columns] * counted[:, None]
        return values

    @cached_property
    def _standing(self) -> np.ndarray:
        """Return what the age of each item leaves of it: between one half and all, shape (items,)."""
        left: np.ndarray = (1.0 + freshness(self.ranking.view)) / 2.0
        return left
