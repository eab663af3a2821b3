"""What counts when two people are paired: weights, costs and the word on every kind of relation, as data with a version."""

from collections.abc import Mapping
from dataclasses import dataclass

from models.vocabulary import PairEffect, RelationKind


@dataclass(frozen=True, slots=True)
class PairWeights:
    """One version.

    ``of_term`` maps a term to its weight: those above zero add up to 1, those below are what a term costs. ``of_relation`` says what
    a relation between the two does to the pair; a kind that is not named does nothing. Pairs closer than ``tie`` are tied.
    """

    version: str
    of_term: Mapping[str, float]
    of_relation: Mapping[RelationKind, PairEffect]
    tie: float = 0.01

    def effect(self, kind: RelationKind) -> PairEffect:
        """Return what a relation of ``kind`` does."""
        return self.of_relation.get(kind, PairEffect.NOTHING)
