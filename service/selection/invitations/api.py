"""Addresses of invitations. Who holds the link of one answers it without signing in."""

from fastapi import Request, Response

from service.identity.access.acting import Acting
from service.identity.access.once import OnlyOnce
from service.identity.access.policies import Operation
from service.kit.late_routes import APIRouter
from service.kit.problems import responses
from service.kit.services import services_of
from service.kit.sessions import Reading, Writing
from service.selection.invitations import operations
from service.selection.invitations.dependencies import Invited, Token
from service.selection.invitations.queries import invitations_of, invited_view
from service.selection.invitations.schemas import AnswerInput, InvitationCreate, InvitationView, InvitedView
from service.selection.requests.guards import VisibleRequests, permit_request, permit_request_change
from service.selection.requests.queries import find_request, lock_request

router = APIRouter(prefix="/requests/{request_id}/invitations", tags=["shortlists"], responses=responses(401, 403, 404))
answer_router = APIRouter(prefix="/invited/{token}", tags=["shortlists"], responses=responses(404))


@router.get("", dependencies=[permit_request(Operation.READ_DRAFTS)])
def list_invitations(request_id: str, visible: VisibleRequests, session: Reading) -> list[InvitationView]:
    """List the invitations of a request, oldest first."""
    return [InvitationView.model_validate(one) for one in invitations_of(session, find_request(session, visible, request_id).id)]


@router.post(
    "", dependencies=[permit_request_change(Operation.INVITE)], status_code=201, response_model=InvitationView, responses=responses(409)
)
def invite(
    request_id: str, visible: VisibleRequests, fields: InvitationCreate, request: Request, response: Response, by: Acting, once: OnlyOnce
) -> InvitationView | Response:
    """Invite a candidate. Quota, consent, conflicts and earlier refusals are checked now; the link is in the outbox's message alone."""
    if earlier := once.earlier(fields):
        return earlier
    asked = lock_request(once.session, visible, request_id)
    invitation = operations.invite(once.session, by, asked, fields, services_of(request).settings)
    return once.keep(InvitationView.model_validate(invitation), response, invitation.expert_id)


@answer_router.get("")
def get_invitation(token: Token, session: Reading) -> InvitedView:
    """Show an invitation to whoever holds its link."""
    return invited_view(session, token)


@answer_router.post("/answers", responses=responses(403, 409))
def answer_invitation(token: Token, fields: AnswerInput, request: Request, by: Invited, session: Writing) -> InvitedView:
    """Accept, decline with a reason, or ask."""
    operations.answer(session, by, token, fields, services_of(request).settings)
    return invited_view(session, token)
