"""One scale for three similarities: standardised by frozen constants, weighed, and mapped to relevance in [0, 1].

What a block is worth depends on whether the query speaks the document's language: words and pairs of words say little across languages,
an encoder says much. So there are two sets of shares and constants, for pairs of one language and for pairs across languages.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

BLOCKS = ("lexical", "capability", "semantic")
FULL_RELEVANCE_QUANTILE = 0.9999
# Lexical and capability similarities are mostly zero: one shared rare word must not outweigh everything else.
_MOST_DEVIATIONS = 5.0
_CORRECTION = 0.5
# Rows of whole numbers leave noise of this size between texts that have nothing in common; to standardise it would make it a signal.
_ROUNDING = 1e-3
Shares = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Scale:
    """Frozen for one kind of pair: share, mean and deviation of each block, and the blended value that is full relevance."""

    shares: Shares
    means: tuple[float, ...]
    deviations: tuple[float, ...]
    full: float

    @classmethod
    def fit(cls, shares: Shares, similarities: Mapping[str, np.ndarray]) -> "Scale":
        """Learn the constants from the similarities of reference pairs, arrays of shape (pairs,)."""
        means = tuple(float(similarities[block].mean()) for block in BLOCKS)
        deviations = tuple(float(similarities[block].std()) for block in BLOCKS)
        blended = cls(shares, means, deviations, 1.0).blended(similarities)
        return cls(shares, means, deviations, max(float(np.quantile(blended, FULL_RELEVANCE_QUANTILE)), 1e-6))

    def blended(self, similarities: Mapping[str, np.ndarray]) -> np.ndarray:
        """Return the weighed sum of the standardised similarities, shape (pairs,)."""
        total = np.zeros(len(similarities["lexical"]))
        for block, share in zip(BLOCKS, self.shares, strict=True):
            total += share * self.standardised(block, similarities[block])
        return total

    def standardised(self, block: str, similarity: np.ndarray) -> np.ndarray:
        """Return the similarities of one block in deviations from the average pair, bounded; zeros for a block that tells nothing apart."""
        mean, deviation = self.means[BLOCKS.index(block)], self.deviations[BLOCKS.index(block)]
        if deviation <= _ROUNDING:
            return np.zeros(len(similarity))
        bounded: np.ndarray = np.clip((similarity - mean) / deviation, -_MOST_DEVIATIONS, _MOST_DEVIATIONS)
        return bounded


@dataclass(frozen=True, slots=True)
class Blend:
    """The scale of pairs of one language (``within``) and of pairs across languages (``across``)."""

    within: Scale
    across: Scale

    def closeness(self, similarities: Mapping[str, np.ndarray], same_language: np.ndarray) -> np.ndarray:
        """Return how close each pair is, in deviations from the average pair, shape (pairs,)."""
        if same_language.all():
            return self.within.blended(similarities)
        return np.where(same_language, self.within.blended(similarities), self.across.blended(similarities))

    def relevance(self, closeness: np.ndarray, same_language: np.ndarray, rivalry: np.ndarray) -> np.ndarray:
        """Return relevance in [0, 1], shape (pairs,): 0 at the average pair or below, 1 at the very best of the reference.

        Across languages some documents are near to every query. There, half of what a document is closer, or less close, than to its
        nearest subjects (``rivalry``) is added (the document's part of CSLS, halved; Conneau et al., 2018).
        """
        corrected = (closeness + _CORRECTION * (closeness - rivalry)) / (1.0 + _CORRECTION / 2.0)
        relevance: np.ndarray = np.where(same_language, closeness / self.within.full, corrected / self.across.full)
        bounded: np.ndarray = np.clip(relevance, 0.0, 1.0)
        return bounded


def fit_blend(shares: tuple[Shares, Shares], similarities: Mapping[str, np.ndarray], same_language: np.ndarray) -> Blend:
    """Learn both scales; a kind of pair that the reference lacks takes the constants of the other, with its own shares."""
    scales = []
    for of_kind, chosen in zip(shares, (same_language, ~same_language), strict=True):
        rows = chosen if chosen.any() else ~chosen
        scales.append(Scale.fit(of_kind, {block: similarities[block][rows] for block in BLOCKS}))
    return Blend(*scales)
