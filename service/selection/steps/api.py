"""Addresses of the steps of the procedure and of candidates."""

from fastapi import Request, Response

from service.identity.access.acting import Acting
from service.identity.access.once import OnlyOnce
from service.identity.access.policies import Operation
from service.kit.late_routes import APIRouter
from service.kit.problems import responses
from service.kit.services import services_of
from service.kit.sessions import Reading
from service.selection.requests.guards import VisibleRequests, permit_request, permit_request_change
from service.selection.requests.queries import find_request, lock_request
from service.selection.steps import operations
from service.selection.steps.schemas import CandidateView, StepInput, StepView
from service.selection.steps.views import candidate_view, step_view

router = APIRouter(prefix="/requests/{request_id}", tags=["shortlists"], responses=responses(401, 403, 404))


@router.get("/steps", dependencies=[permit_request(Operation.READ_DRAFTS)])
def list_steps(request_id: str, visible: VisibleRequests, session: Reading) -> list[StepView]:
    """List the recorded steps, oldest first."""
    request = find_request(session, visible, request_id)
    return [step_view(request, step) for step in operations.steps_of(session, request.id)]


@router.post(
    "/steps",
    dependencies=[permit_request_change(Operation.RECORD_STEPS)],
    status_code=201,
    response_model=StepView,
    responses=responses(409),
)
def record_step(
    request_id: str, visible: VisibleRequests, step: StepInput, request: Request, response: Response, by: Acting, once: OnlyOnce
) -> StepView | Response:
    """Record a step that was taken. ENDED closes a request and starts the terms of those who were not chosen."""
    if earlier := once.earlier(step):
        return earlier
    asked = lock_request(once.session, visible, request_id)
    noted = operations.record_step(once.session, by, asked, step, services_of(request).settings)
    return once.keep(step_view(asked, noted), response, noted.expert_id)


@router.get("/candidates", dependencies=[permit_request(Operation.READ_DRAFTS)])
def list_candidates(request_id: str, visible: VisibleRequests, session: Reading) -> list[CandidateView]:
    """List the people of the signed shortlists and how far the procedure has come with each."""
    request = find_request(session, visible, request_id)
    return [candidate_view(request, candidate) for candidate in operations.candidates_of(session, request.id)]
