"""What a plan over all products needs of the pairs of one product: the best of them, and who must not be combined."""

from dataclasses import dataclass

from matching.pairs.pairing import DEPTH, ForbiddenPair, Question, pair
from matching.pairs.weights import PairWeights
from matching.ranking.ranking import Ranking

BEST = 50


@dataclass(frozen=True, slots=True)
class ScoredPair:
    """Two people and the score of the pair they are."""

    engineer_id: str
    architect_id: str
    score: float


@dataclass(frozen=True, slots=True)
class PairsForPlan:
    """``best`` in the order of the list of pairs; ``forbidden`` in the order of the ids, over everybody who was paired."""

    best: tuple[ScoredPair, ...]
    forbidden: tuple[ForbiddenPair, ...]


def pairs_for_plan(
    engineers: Ranking, architects: Ranking, weights: PairWeights, *, best: int = BEST, depth: int = DEPTH, same_person: bool = False
) -> PairsForPlan:
    """Return the ``best`` pairs of the ``depth`` best people of both rankings, and every combination of these people that is barred."""
    found = pair(engineers, architects, weights, Question(same_person=same_person, depth=depth))
    shown = tuple(ScoredPair(entry.engineer_id, entry.architect_id, entry.score) for entry in found.entries(0, best))
    return PairsForPlan(shown, tuple(found.forbidden()))
