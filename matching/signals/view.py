"""What every signal looks at: a need before the whole network, with the relevance of every item to it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import scipy.sparse as sp
from scipy.special import expit

from matching.needs import RoleNeed, Texts
from matching.network import Network

# What a degree, a certificate or an award on the subject is worth beside work on it.
NOT_WORK = 0.3
# Nobody is surer of an item than this, so that one item does not make the field certain.
_SUREST = 0.999
# A capability counts as shown from this credit on: named itself, or by a direct part of it.
SHOWN = 0.5
# Coarser than the last bits, which depend on where in a batch an exponential is computed.
_DECIMALS = 9
_CLOSENESS_SHARE, _HALF_CLOSE, _LEAST_DEVIATION = 0.2, 1.5, 1e-3


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
        return len(self.network.ids)

    def total(self, values: np.ndarray) -> np.ndarray:
        """Return the sum of item values for every profile, shape (profiles,)."""
        return np.bincount(self.network.owners, weights=values, minlength=self.size)

    @cached_property
    def total_relevance(self) -> np.ndarray:
        """Return the summed relevance of every profile, shape (profiles,)."""
        return self.total(self.relevance)

    @cached_property
    def worth(self) -> np.ndarray:
        """Return the relevance of every item, that of degrees, certificates and awards reduced: they tell of work, they are none."""
        worth: np.ndarray = self.relevance * np.where(self.network.is_work, 1.0, NOT_WORK)
        return worth

    @cached_property
    def in_field(self) -> np.ndarray:
        """Return how surely any work of each profile is about the need, (profiles,): 1 less the product of what each item leaves open."""
        found: np.ndarray = 0.0 - np.expm1(self.total(np.log1p(-np.minimum(self.worth, _SUREST))))
        return found

    def best(self, values: np.ndarray, count: int) -> np.ndarray:
        """Return ``values`` (items,) where they are among the ``count`` greatest of their profile, else 0; of equals the first counts."""
        left, counted = values.copy(), np.zeros(len(values))
        for _ in range(count):
            rows = self._greatest(left)
            counted[rows] = values[rows]
            left[rows] = -np.inf
        return counted

    def mean_of_best(self, values: np.ndarray, count: int) -> np.ndarray:
        """Return the mean of every profile's ``count`` greatest values, missing ones as 0; ``values`` are not below zero.

        It is what ``best`` counts, summed and divided by ``count``.
        """
        starts, owners = self.network.starts_of_owners
        total, left = np.zeros(self.size), values
        for turn in range(count if len(starts) else 0):
            greatest = np.maximum.reduceat(left, starts)
            total[owners] += greatest
            if turn + 1 < count:
                left = self._without_first(left, greatest)
        return total / count

    def _without_first(self, values: np.ndarray, greatest: np.ndarray) -> np.ndarray:
        """Return ``values`` with zero for the first of every profile that is its ``greatest``."""
        starts, _ = self.network.starts_of_owners
        sizes = np.diff(starts, append=len(values))
        hits = np.flatnonzero(values == np.repeat(greatest, sizes))
        left = values.copy()
        left[hits[np.flatnonzero(np.diff(self.network.owners[hits], prepend=-1))]] = 0.0
        return left

    def _greatest(self, values: np.ndarray) -> np.ndarray:
        """Return the row of the greatest finite value of every profile that has one."""
        starts, owners = self.network.starts_of_owners
        if not len(starts):
            return np.zeros(0, dtype=int)
        greatest = np.full(self.size, -np.inf)
        greatest[owners] = np.maximum.reduceat(values, starts)
        hits = np.flatnonzero((values == greatest[self.network.owners]) & (values > -np.inf))
        first: np.ndarray = hits[np.flatnonzero(np.diff(self.network.owners[hits], prepend=-1))]
        return first

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

    @cached_property
    def must_named(self) -> np.ndarray:
        """Return what each profile names and claims of each required capability, shape (profiles, required), in [0, 1]."""
        return self._best_of_each(self.need.must, self.network.named)

    def credits(self, capabilities: Sequence[str]) -> np.ndarray:
        """Return the best credit of each profile for each capability, shape (profiles, capabilities)."""
        return self._best_of_each(capabilities, self.network.shown)

    def _best_of_each(self, capabilities: Sequence[str], by_column: sp.csc_array) -> np.ndarray:
        best = np.zeros((self.size, len(capabilities)))
        for place, capability in enumerate(capabilities):
            rows, shown = self._column(capability, by_column)
            np.maximum.at(best[:, place], self.network.owners[rows], shown)
        return best

    def shown(self, capability: str) -> tuple[np.ndarray, np.ndarray]:
        """Return the items that show ``capability``, each once, with their credits in [0, 1]; none for one that nobody knows."""
        return self._column(capability, self.network.shown)

    def _column(self, capability: str, by_column: sp.csc_array) -> tuple[np.ndarray, np.ndarray]:
        column = self.network.reader.thesaurus.column
        first, end = by_column.indptr[column[capability] : column[capability] + 2] if capability in column else (0, 0)
        return by_column.indices[first:end], by_column.data[first:end]

    def mean_by_relevance(self, values: np.ndarray) -> np.ndarray:
        """Return the mean of item values weighted by relevance; a profile without a relevant item has zero."""
        weighed = self.total(values * self.relevance)
        mean: np.ndarray = np.divide(weighed, self.total_relevance, out=np.zeros(self.size), where=self.total_relevance > 0)
        return mean


def _relevance(need: RoleNeed, network: Network) -> np.ndarray:
    if not need.subjects:
        return _of_text(need.briefs, network)
    field: np.ndarray = np.maximum.reduce([_of_subject(network, briefs) for briefs in need.subjects])
    return field * (1.0 + _closeness(need.briefs, network)) / 2.0 if need.narrows else field


def _of_subject(network: Network, briefs: Texts) -> np.ndarray:
    """Return how much every item is about a subject, shape (items,); one that the reader does not know is read as a text."""
    column = network.reader.column_of_subject.get(tuple(text for _, text in briefs))
    return _of_text(briefs, network) if column is None else network.about[:, column]


def _of_text(briefs: Texts, network: Network) -> np.ndarray:
    """Return how much every item is about a text: what it is about of each subject, as far as the text is about that one."""
    shares = network.reader.text([text for _, text in briefs]).shares
    field: np.ndarray = np.zeros(len(network.owners))
    for column in np.flatnonzero(shares):
        field += network.about[:, column] * shares[column]
    within = 1.0 - _CLOSENESS_SHARE + _CLOSENESS_SHARE * _closeness(briefs, network)
    found: np.ndarray = np.round(np.minimum(field, 1.0) * within, _DECIMALS)
    return found


def _closeness(briefs: Texts, network: Network) -> np.ndarray:
    """Return how clearly every item stands out as close to a text, in [0, 1], shape (items,): a logistic curve over deviations."""
    vector = network.reader.text([text for _, text in briefs]).vector.astype(np.float32)
    lengths = network.lengths * max(1.0, float(np.sqrt(vector @ vector)))
    cosines = (network.vectors.astype(np.float32) @ vector).astype(np.float64) / lengths
    usual, deviation = network.level.T
    close: np.ndarray = np.round(expit((cosines - usual) / np.maximum(deviation, _LEAST_DEVIATION) - _HALF_CLOSE), _DECIMALS)
    return close


def _is_excluded(need: RoleNeed, network: Network) -> np.ndarray:
    """Return which items show a capability that the need excludes and none that it asks for, shape (items,): they look alike only."""
    if not need.excluded:
        return np.zeros(len(network.owners), dtype=bool)
    wanted = _shows(network, (*need.must, *need.nice))
    excluded: np.ndarray = _shows(network, need.excluded) & ~wanted
    return excluded


def _shows(network: Network, capabilities: tuple[str, ...]) -> np.ndarray:
    column = network.reader.thesaurus.column
    known = [column[capability] for capability in capabilities if capability in column]
    shown: np.ndarray = np.asarray((network.named[:, known] >= SHOWN).sum(axis=1)).ravel() > 0
    return shown
