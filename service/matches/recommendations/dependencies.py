"""What an address or a page asks of the recommender, and for whom: candidates of something restricted need clearance."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Path, Request

from models.database import ReadSession
from models.vocabulary import RoleCode
from service.catalogue.subjects.contents import SubjectKind
from service.identity.access.guards import enforce
from service.identity.access.policies import may_see_inside
from service.identity.access.viewer import Viewer
from service.matches.recommendations.recommending import Recommendation, Recommender
from service.matches.recommendations.services import matching_of


@dataclass(frozen=True, slots=True)
class RecommendationQuery:
    """What is asked; ``recommend`` answers in the thread of the route, without waiting for another."""

    recommender: Recommender
    session: ReadSession
    viewer: Viewer
    kind: SubjectKind
    identifier: str
    role: RoleCode

    def recommend(self) -> Recommendation:
        """Return the ranking; raises what ``Recommender.recommend`` raises, and ``Forbidden`` without the clearance it needs."""
        return self._seen(self.recommender.recommend(self.session, self.kind, self.identifier, self.role))

    def about(self, expert_id: str) -> Recommendation:
        """Return what an explanation of one person is read from; raises what ``recommend`` raises."""
        return self._seen(self.recommender.explain_from(self.session, self.kind, self.identifier, self.role, expert_id))

    def listed(self, *, everybody: bool) -> Recommendation:
        """Return what a list is made from: of who fits alone the engine of the settings chooses; raises what ``recommend`` raises."""
        if everybody:
            return self.recommend()
        return self._seen(self.recommender.list_fitting(self.session, self.kind, self.identifier, self.role))

    def _seen(self, found: Recommendation) -> Recommendation:
        enforce(may_see_inside(self.viewer, found.inputs.subject.sensitivity))
        return found


ProductId = Annotated[str, Path(examples=["P01"], description="Product of the list in force, or of an older list")]


ProjectId = Annotated[str, Path(description="Project")]


ExpertId = Annotated[str, Path(examples=["E000123"])]


def recommender_of(request: Request) -> Recommender:
    """Return the recommender of the process."""
    return matching_of(request).recommender


FromRecommender = Annotated[Recommender, Depends(recommender_of)]
