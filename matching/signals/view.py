"""What every signal looks at: a need before the whole network, with the relevance of every item to it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from matching.needs import RoleNeed, Texts
from matching.network import Network
from matching.space.space import TextSpace
from matching.space.vectors import Query

BEST_ITEMS = 5
# A capability counts as shown from this credit on: named itself, or by a direct part of it.
SHOWN = 0.5
# Coarse enough to survive the sum with the largest position, so that the choice does not depend on who else is in the network.
_DECIMALS = 9


@dataclass(frozen=True)
class View:
    """``relevance`` (items,) in [0, 1] says how much each item is about the need."""

    need: RoleNeed
    network: Network
    relevance: np.ndarray

    @classmethod
    def of(cls, need: RoleNeed, network: Network) -> "View":
        """Compare the briefs of ``need``, in all their languages together, with every item of ``network``."""
        return cls(need, network, np.where(_is_excluded(need, network), 0.0, _relevance(need, network)))

    @property
    def size(self) -> int:
        """Return the number of profiles."""
        return len(self.network.profiles)

    def total(self, values: np.ndarray) -> np.ndarray:
        """Return the sum of item values for every profile, shape (profiles,)."""
        return np.bincount(self.network.owners, weights=values, minlength=self.size)

    @cached_property
    def total_relevance(self) -> np.ndarray:
        """Return the summed relevance of every profile, shape (profiles,)."""
        return self.total(self.relevance)

    @cached_property
    def best_rows(self) -> np.ndarray:
        """Return the rows of every profile's ``BEST_ITEMS`` most relevant items; equal relevance is decided by the order of the record."""
        owners = self.network.owners
        order = np.argsort(owners * 2.0 - np.round(self.relevance, _DECIMALS), kind="stable")
        rank = np.arange(len(order)) - self.network.first_row[owners[order]]
        best: np.ndarray = order[rank < BEST_ITEMS]
        return best

    @cached_property
    def must_credits(self) -> np.ndarray:
        """Return what each profile shows of each required capability, shape (profiles, required), in [0, 1]."""
        return self.credits(self.need.must)

    @cached_property
    def group_credits(self) -> np.ndarray:
        """Return what each profile shows of each group of required capabilities: its best member's, shape (profiles, groups), in [0, 1]."""
        place = {capability: position for position, capability in enumerate(self.need.must)}
        members = [[place[capability] for capability in group] for group in self.need.groups]
        best = [self.must_credits[:, columns].max(axis=1) for columns in members]
        return np.column_stack(best) if best else np.zeros((self.size, 0))

    def credits(self, capabilities: Sequence[str]) -> np.ndarray:
        """Return the best credit of each profile for each capability, shape (profiles, capabilities)."""
        best = np.zeros((self.size, len(capabilities)))
        for place, capability in enumerate(capabilities):
            rows, shown = self.shown(capability)
            np.maximum.at(best[:, place], self.network.owners[rows], shown)
        return best

    def shown(self, capability: str) -> tuple[np.ndarray, np.ndarray]:
        """Return the items that show ``capability``, each once, with their credits in [0, 1]; none for one that the space does not know."""
        column, by_column = self.network.space.thesaurus.column, self.network.capability_columns
        first, end = by_column.indptr[column[capability] : column[capability] + 2] if capability in column else (0, 0)
        return by_column.indices[first:end], by_column.data[first:end]

    def mean_by_relevance(self, values: np.ndarray) -> np.ndarray:
        """Return the mean of item values weighted by relevance; a profile without a relevant item has zero."""
        weighed = self.total(values * self.relevance)
        mean: np.ndarray = np.divide(weighed, self.total_relevance, out=np.zeros(self.size), where=self.total_relevance > 0)
        return mean


def _relevance(need: RoleNeed, network: Network) -> np.ndarray:
    space, vectors = network.space, network.vectors
    if not need.subjects:
        return space.relevance(_query(space, need.briefs), vectors)
    field: np.ndarray = np.maximum.reduce([_share(network, briefs) for briefs in need.subjects])
    if need.narrows:
        field = field * (1.0 + space.aboutness(_query(space, need.briefs), vectors)) / 2.0
    return field


def _is_excluded(need: RoleNeed, network: Network) -> np.ndarray:
    """Return which items show a capability that the need excludes and none that it asks for, shape (items,): they look alike only."""
    if not need.excluded:
        return np.zeros(len(network.owners), dtype=bool)
    wanted = _shows(network, (*need.must, *need.nice))
    excluded: np.ndarray = _shows(network, need.excluded) & ~wanted
    return excluded


def _shows(network: Network, capabilities: tuple[str, ...]) -> np.ndarray:
    column = network.space.thesaurus.column
    known = [column[capability] for capability in capabilities if capability in column]
    shown: np.ndarray = np.asarray((network.capability_columns[:, known] >= SHOWN).sum(axis=1)).ravel() > 0
    return shown


def _share(network: Network, briefs: Texts) -> np.ndarray:
    """Return how much every item is about a subject, shape (items,); one that is younger than the text space is compared by its brief."""
    space = network.space
    column = space.column_of_subject.get(tuple(text for _, text in briefs))
    if column is None or space.words is None:
        return space.belonging(_query(space, briefs), network.vectors)
    share: np.ndarray = network.shares[:, column]
    return share


def _query(space: TextSpace, briefs: Texts) -> Query:
    return space.query([text for _, text in briefs])


def saturating(amount: np.ndarray, half: float) -> np.ndarray:
    """Map an amount to [0, 1): ``half`` gives one half, and each further item counts less (x / (x + half))."""
    return amount / (amount + half)
