"""What an address or a page asks of the recommender, and for whom: candidates of something restricted need clearance."""

from dataclasses import dataclass

from models.database import ReadSession
from models.vocabulary import RoleCode
from service.access.guards import enforce
from service.access.policies import may_see_inside
from service.access.viewer import Viewer
from service.network.subjects import SubjectKind
from service.recommendations.recommending import Recommendation, Recommender


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked; ``recommend`` answers in the thread of the route, without waiting for another."""

    recommender: Recommender
    session: ReadSession
    viewer: Viewer
    kind: SubjectKind
    identifier: str
    role: RoleCode

    def recommend(self) -> Recommendation:
        """Return the ranking; raises what ``Recommender.recommend`` raises, and ``Forbidden`` without the clearance it needs."""
        found = self.recommender.recommend(self.session, self.kind, self.identifier, self.role)
        enforce(may_see_inside(self.viewer, found.inputs.subject.sensitivity))
        return found
