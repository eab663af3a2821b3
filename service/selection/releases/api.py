"""Addresses of releases: the coordinator opens a list, the lead reads it and says what they think."""

from fastapi import Response

from service.identity.access.acting import Acting
from service.identity.access.once import OnlyOnce
from service.identity.access.policies import Operation
from service.kit.late_routes import APIRouter
from service.kit.problems import responses
from service.kit.sessions import Reading, Writing
from service.selection.drafts.guards import LockedShortlist, permit_shortlist, permit_shortlist_change
from service.selection.drafts.queries import feedback_of, find_shortlist
from service.selection.releases import operations
from service.selection.releases.leads import seen_as
from service.selection.releases.queries import feedback_view, released_last, released_view
from service.selection.releases.schemas import FeedbackInput, FeedbackRecord, FeedbackView, ReleasedView, ReleaseView
from service.selection.requests.guards import VisibleRequests, permit_request, permit_request_change
from service.selection.requests.queries import find_request

router = APIRouter(tags=["shortlists"], responses=responses(401, 403, 404))
lead_router = APIRouter(prefix="/requests/{request_id}/released", tags=["shortlists"], responses=responses(401, 403, 404))


@router.post(
    "/shortlists/{shortlist_id}/release",
    dependencies=[permit_shortlist_change(Operation.RELEASE)],
    status_code=201,
    responses=responses(409),
)
def release_shortlist(locked: LockedShortlist, session: Writing, by: Acting) -> ReleaseView:
    """Open a signed shortlist to the leads of its subject."""
    _, shortlist = locked
    return ReleaseView.model_validate(operations.release(session, by, shortlist))


@router.get("/shortlists/{shortlist_id}/feedback", dependencies=[permit_shortlist(Operation.READ_DRAFTS)])
def list_feedback(shortlist_id: str, visible: VisibleRequests, session: Reading) -> list[FeedbackRecord]:
    """List what leads said of a list, oldest first."""
    return [FeedbackRecord.model_validate(one) for one in feedback_of(session, find_shortlist(session, visible, shortlist_id).id)]


@lead_router.get("", dependencies=[permit_request(Operation.READ_RELEASED)])
def get_released(request_id: str, visible: VisibleRequests, session: Reading, by: Acting) -> ReleasedView:
    """Show the released shortlist with people under pseudonyms; who they are is shown once they accepted."""
    found = find_request(session, visible, request_id)
    return released_view(session, found.id, seen_as(session, by.actor, found.id)[0])


@lead_router.post(
    "/feedback",
    dependencies=[permit_request_change(Operation.GIVE_FEEDBACK)],
    status_code=201,
    response_model=FeedbackView,
    responses=responses(409),
)
def give_feedback(
    request_id: str, visible: VisibleRequests, fields: FeedbackInput, response: Response, by: Acting, once: OnlyOnce
) -> FeedbackView | Response:
    """Say what one thinks of a person, or ask for more or different people."""
    if earlier := once.earlier(fields):
        return earlier
    shortlist, _ = released_last(once.session, find_request(once.session, visible, request_id).id)
    feedback = operations.give_feedback(once.session, by, shortlist, fields)
    return once.keep(feedback_view(once.session, feedback), response, feedback.expert_id)
