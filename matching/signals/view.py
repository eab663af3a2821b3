"""What every signal looks at: a need before the whole network, with the relevance of every item to it."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from matching.needs import RoleNeed, Texts
from matching.network import Network
from matching.space.space import Query, TextSpace

BEST_ITEMS = 5
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
        space, vectors = network.space, network.vectors
        if not need.subjects:
            return cls(need, network, space.relevance(_query(space, need.briefs), vectors))
        belonging = [space.belonging(_query(space, briefs), vectors) for briefs in need.subjects]
        return cls(need, network, np.maximum.reduce(belonging))

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

    def mean_by_relevance(self, values: np.ndarray) -> np.ndarray:
        """Return the mean of item values weighted by relevance; a profile without a relevant item has zero."""
        weighed = self.total(values * self.relevance)
        mean: np.ndarray = np.divide(weighed, self.total_relevance, out=np.zeros(self.size), where=self.total_relevance > 0)
        return mean


def _query(space: TextSpace, briefs: Texts) -> Query:
    return space.query([text for _, text in briefs])


def saturating(amount: np.ndarray, half: float) -> np.ndarray:
    """Map an amount to [0, 1): ``half`` gives one half, and each further item counts less (x / (x + half))."""
    return amount / (amount + half)
