"""What the addresses of pairs ask for, of the API and of the pages."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Query

from matching.pairs.pairing import Question
from models.database import ReadSession
from service.catalogue.subjects.contents import SubjectKind
from service.identity.access.guards import enforce
from service.identity.access.policies import may_see_inside
from service.identity.access.viewer import Viewer
from service.matches.pairs.answers import explanation_of
from service.matches.pairs.pairing import PairRecommendation, recommend_pairs
from service.matches.pairs.schemas import PairExplanationView
from service.matches.recommendations.recommending import Recommender

SamePerson = Annotated[bool, Query(description="Allow one person to hold both roles")]


Engineer = Annotated[str | None, Query(examples=["E000123"], description="Only pairs with this chief engineer")]


Architect = Annotated[str | None, Query(examples=["E000123"], description="Only pairs with this chief architect")]


async def _question(same_person: SamePerson = False, chief_engineer: Engineer = None, chief_architect: Architect = None) -> Question:
    return Question(chief_engineer or None, chief_architect or None, same_person)


PairQuestion = Annotated[Question, Depends(_question)]


@dataclass(frozen=True, slots=True)
class PairQuery:
    """What an address asks; ``recommend`` answers in the thread of the route, without waiting for another."""

    recommender: Recommender
    session: ReadSession
    viewer: Viewer
    kind: SubjectKind
    identifier: str
    question: Question

    def recommend(self) -> PairRecommendation:
        """Return the pairs; raises what ``recommend_pairs`` raises, and ``Forbidden`` without the clearance that they need."""
        found = recommend_pairs(self.recommender, self.session, self.kind, self.identifier, self.question)
        enforce(may_see_inside(self.viewer, found.engineers.inputs.subject.sensitivity))
        return found

    def explain(self, engineer_id: str, architect_id: str) -> PairExplanationView:
        """Explain two people against all pairs, whoever else is named."""
        return explanation_of(self.recommend(), engineer_id, architect_id, self.session)
