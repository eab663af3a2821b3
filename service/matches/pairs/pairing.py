"""The one way from a subject to its pairs: both rankings come from the recommender, so that pairs and lists cannot disagree."""

from dataclasses import dataclass

from sqlmodel import Session

from matching.pairs import phrases
from matching.pairs.pairing import Absence, Pairing, Question, pair
from matching.pairs.registry import ARCHITECT, ENGINEER
from models.vocabulary import Language, RoleCode
from service.catalogue.subjects.contents import SubjectKind
from service.kit.languages import Bilingual
from service.kit.stages import stage
from service.kit.texts import worded
from service.matches.pairs.weights import current_pair_weights
from service.matches.recommendations.recommending import NOBODY, SOME, Recommendation, Recommender

ROLES = (RoleCode.CE_PROJECT, RoleCode.CA_PROJECT)
SIDES = {RoleCode.CE_PROJECT: phrases.SIDE[ENGINEER], RoleCode.CA_PROJECT: phrases.SIDE[ARCHITECT]}


@dataclass(frozen=True)
class PairRecommendation:
    """The pairs of a subject with the two recommendations that they are made of."""

    engineers: Recommendation
    architects: Recommendation
    pairing: Pairing

    @property
    def verdict(self) -> str:
        """Return whether there is any pair."""
        return SOME if len(self.pairing.order) else NOBODY

    @property
    def verdict_reason(self) -> Bilingual:
        """Return the verdict in words: how many pairs, or which side has nobody and why."""
        if len(self.pairing.order):
            engineers, architects = self.pairing.sides.shape
            return worded(phrases.SOME, total=len(self.pairing.order), engineers=engineers, architects=architects)
        if not self.pairing.absent:
            return worded(phrases.ALL_BARRED)
        reasons = [self._absence(role, absence) for role, absence in self.pairing.absent.items()]
        return Bilingual(en=" ".join(reason.en for reason in reasons), vi=" ".join(reason.vi for reason in reasons))

    def _absence(self, role: RoleCode, absence: Absence) -> Bilingual:
        found = self.engineers if role is RoleCode.CE_PROJECT else self.architects
        reason = {Language.EN: found.verdict_reason.en, Language.VI: found.verdict_reason.vi}
        return worded(phrases.ABSENCE[absence], side=SIDES[role], reason=reason)


def recommend_pairs(
    recommender: Recommender, session: Session, kind: SubjectKind, identifier: str, question: Question
) -> PairRecommendation:
    """Pair the people of both rankings; raises what the recommender raises, and ``Unavailable`` without weights for pairs."""
    engineers, architects = recommender.recommend_each(session, kind, identifier, ROLES)
    weights = current_pair_weights(session)
    with stage("matching"):
        found = pair(engineers.ranking, architects.ranking, weights, question)
    return PairRecommendation(engineers, architects, found)
