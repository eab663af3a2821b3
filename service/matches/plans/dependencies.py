"""What the addresses of plans ask for, of the API and of the pages."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Request, Response
from sqlmodel import Session

from models.database import ReadSession, unpooled, writing
from models.plans import Plan
from service.identity.access.acting import Acting
from service.identity.access.guards import enforce, permit
from service.identity.access.policies import Operation, may_see_inside
from service.identity.access.viewer import CurrentViewer, Viewer
from service.kit.actor import Actor
from service.kit.idempotency import IdempotentRequest, KeyHeader
from service.kit.services import services_of
from service.kit.sessions import Reading
from service.matches.plans import schemas
from service.matches.plans.making import keep, make
from service.matches.plans.people import People
from service.matches.plans.questions import open_only
from service.matches.plans.requests import PlanInput
from service.matches.plans.saved import find_plan, result_of
from service.matches.plans.views import Showing, sensitivities
from service.matches.recommendations.recommending import Recommender
from service.matches.recommendations.services import matching_of

READ, MAKE = [permit(Operation.READ_MATCHES)], [permit(Operation.MAKE_PLANS)]


JOBS = "/api/v1/jobs"


@dataclass(frozen=True)
class PlanContext:
    """What a request about plans needs; rankings and solving wait for no writer, and only the saving locks."""

    request: Request
    session: ReadSession
    viewer: Viewer
    by: Actor
    key: str | None

    @property
    def recommender(self) -> Recommender:
        """Return the recommender of the process."""
        return matching_of(self.request).recommender

    def showing(self) -> Showing:
        """Return what shows plans to this request."""
        return Showing.of(self.session, self.recommender)

    def people(self) -> People:
        """Return the people as they are today."""
        return People.now(self.session, self.recommender)

    def plan(self, identifier: str) -> Plan:
        """Return a saved plan; raises what ``visible_plan`` raises."""
        return visible_plan(self.session, self.viewer, identifier)

    def make(self, fields: PlanInput, response: Response, derived_from: str | None = None) -> schemas.PlanView | Response:
        """Make and save a plan once, and answer with it, or with the job that solves it.

        Without clearance, the list in force is what is open of it, and what is restricted and named is ``Forbidden``.
        """
        made = make(
            self.session, self.recommender, self.by, fields if self.viewer.cleared else open_only(self.session, fields), derived_from
        )
        for sensitivity in made.question.sensitivities:
            enforce(may_see_inside(self.viewer, sensitivity))
        with writing(unpooled(services_of(self.request).engine)) as session:
            once = IdempotentRequest(self.request, session, self.by, self.key)
            if earlier := once.earlier(fields):
                return earlier
            kept = keep(session, self.by, made)
            response.headers["Location"] = f"/api/v1/plans/{made.identifier}"
            if isinstance(kept, Plan):
                return once.keep(self.showing().plan(kept), response)
            job = once.keep(kept, response, status=202)
            headers = {"Location": f"{JOBS}/{job.job.id}"}
            return Response(job.model_dump_json(), 202, headers, "application/json")


def visible_plan(session: Session, viewer: Viewer, identifier: str) -> Plan:
    """Return a saved plan.

    Raises ``NotFound``, and ``Forbidden`` where it staffs something restricted and the viewer lacks the clearance.
    """
    plan = find_plan(session, identifier)
    for sensitivity in sensitivities(session, result_of(plan)):
        enforce(may_see_inside(viewer, sensitivity))
    return plan


def _plan_context(request: Request, viewer: CurrentViewer, session: Reading, by: Acting, key: KeyHeader = None) -> PlanContext:
    return PlanContext(request, session, viewer, by, key)


WithPlanContext = Annotated[PlanContext, Depends(_plan_context)]
