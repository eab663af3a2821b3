"""What a change of weights, rules or needs does to one list: who comes, who leaves, and whose place changes.

Told is what a reader of the list sees: people who fit or stand among the first ``FIRST``, before or after. Farther down hardly anybody
keeps a place exactly, and nobody reads it.
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from matching.gate.result import Tier
from matching.ranking.ranking import Ranking
from matching.ranking.weights import Band

FIRST = 10
_ELIGIBLE = tuple(Tier).index(Tier.ELIGIBLE)


@dataclass(frozen=True, slots=True)
class Place:
    """Where somebody stands among all who may be proposed; ``rank`` counts from 1."""

    rank: int
    score: float
    band: Band
    tier: Tier
    fits: bool


@dataclass(frozen=True, slots=True)
class Move:
    """One person whose place, band or tier changed; None where they may not be proposed."""

    profile_id: str
    before: Place | None
    after: Place | None

    @property
    def distance(self) -> float:
        """Return by how many places the person moved, infinity for coming or leaving altogether."""
        return abs(self.before.rank - self.after.rank) if self.before and self.after else np.inf


@dataclass(frozen=True)
class RankingDifference:
    """Two rankings of the same people for the same subject and role."""

    before: Ranking
    after: Ranking

    def __post_init__(self) -> None:
        if self.before.network is not self.after.network:
            raise ValueError("both rankings must be of one network")

    @cached_property
    def moves(self) -> tuple[Move, ...]:
        """Return who moved, the farthest first, ties by id."""
        seen = sorted(_seen(self.before) | _seen(self.after))
        moves = [Move(self.before.network.ids[position], *self._places(position)) for position in seen]
        told = [move for move in moves if _visible(move.before) != _visible(move.after)]
        return tuple(sorted(told, key=lambda move: (-move.distance, move.profile_id)))

    @property
    def entered_fitting(self) -> tuple[str, ...]:
        """Return who fits now and did not, by id."""
        return self._entered(_fitting(self.before), _fitting(self.after))

    @property
    def left_fitting(self) -> tuple[str, ...]:
        """Return who fitted and does not now, by id."""
        return self._entered(_fitting(self.after), _fitting(self.before))

    @property
    def entered_first(self) -> tuple[str, ...]:
        """Return who is among the first now and was not, by id."""
        return self._entered(_first(self.before), _first(self.after))

    @property
    def left_first(self) -> tuple[str, ...]:
        """Return who was among the first and is not now, by id."""
        return self._entered(_first(self.after), _first(self.before))

    @property
    def became_eligible(self) -> tuple[str, ...]:
        """Return who has shown every hard rule now and had not, by id."""
        return self._entered(_eligible(self.before), _eligible(self.after))

    @property
    def ceased_eligible(self) -> tuple[str, ...]:
        """Return who had shown every hard rule and has not now, by id."""
        return self._entered(_eligible(self.after), _eligible(self.before))

    @property
    def is_empty(self) -> bool:
        """Return whether a reader sees no difference and nobody's eligibility changed."""
        return not (self.moves or self.became_eligible or self.ceased_eligible)

    def _entered(self, before: set[int], after: set[int]) -> tuple[str, ...]:
        return tuple(sorted(self.before.network.ids[position] for position in after - before))

    def _places(self, position: int) -> tuple[Place | None, Place | None]:
        return _place(self.before, self._ranks[0], position), _place(self.after, self._ranks[1], position)

    @cached_property
    def _ranks(self) -> tuple[np.ndarray, np.ndarray]:
        return _ranks(self.before), _ranks(self.after)


def _seen(ranking: Ranking) -> set[int]:
    return _fitting(ranking) | _first(ranking)


def _fitting(ranking: Ranking) -> set[int]:
    return set(ranking.fitting.tolist())


def _first(ranking: Ranking) -> set[int]:
    return set(ranking.order[:FIRST].tolist())


def _eligible(ranking: Ranking) -> set[int]:
    return set(np.flatnonzero(ranking.tiers == _ELIGIBLE).tolist())


def _ranks(ranking: Ranking) -> np.ndarray:
    """Return everybody's place, 0 for who may not be proposed, shape (profiles,)."""
    ranks = np.zeros(len(ranking.tiers), dtype=np.int64)
    ranks[ranking.order] = np.arange(1, len(ranking.order) + 1)
    return ranks


def _place(ranking: Ranking, ranks: np.ndarray, position: int) -> Place | None:
    if not ranks[position]:
        return None
    total = float(ranking.scores.total[position])
    tier = tuple(Tier)[int(ranking.tiers[position])]
    return Place(int(ranks[position]), total, ranking.band(position), tier, bool(ranking.fits[position]))


def _visible(place: Place | None) -> tuple[int, Band, Tier] | None:
    return None if place is None else (place.rank, place.band, place.tier)
