"""The page of a request: its shortlists, candidates, invitations, messages and steps. Every form works without a script."""

from typing import Annotated

from fastapi import Depends, Response

from service.identity.access.policies import Operation
from service.kit.addresses import led_to
from service.kit.forms import Fields, Submitted, filled, refusal
from service.kit.late_routes import APIRouter
from service.kit.problems import Problem
from service.kit.validation import validated
from service.selection.drafts import operations as drafts
from service.selection.drafts.queries import shortlists_of
from service.selection.drafts.showing import AsShortlistViewer, ShortlistViewer, row_of
from service.selection.invitations import operations as invitations
from service.selection.invitations.schemas import InvitationCreate
from service.selection.messages.operations import mark_sent, try_again
from service.selection.requests.context import SelectionContext, WithSelectionContext
from service.selection.requests.guards import permit_request, permit_request_change
from service.selection.requests.queries import lock_request
from service.selection.showing import NOTHING_SAID, DoneOfRequest, RequestNotice, messages_of, show_request
from service.selection.steps import operations as steps
from service.selection.steps.schemas import StepInput

router = APIRouter(prefix="/requests/{request_id}", include_in_schema=False)
DRAFT_LENGTH = 10


@router.get("", dependencies=[permit_request(Operation.READ_SELECTIONS)])
def request_page(request_id: str, looker: AsShortlistViewer, said: Annotated[RequestNotice, Depends()]) -> Response:
    """Show a request; to whoever may read names also its shortlists, candidates, messages and steps."""
    return show_request(looker, request_id, notice=said)


@router.post("/shortlists", dependencies=[permit_request_change(Operation.EDIT_DRAFTS)])
def draft(request_id: str, context: WithSelectionContext) -> Response:
    """Draft a shortlist."""
    asked = lock_request(context.session, context.visible, request_id)
    problem = refusal(context.session, lambda: drafts.draft(context.session, context.by, asked, context.recommender, DRAFT_LENGTH))
    if problem is not None:
        return _answered(context, request_id, {}, problem)
    return led_to(context.request, f"/shortlists/{shortlists_of(context.session, request_id)[-1].id}")


@router.post("/steps", dependencies=[permit_request_change(Operation.RECORD_STEPS)])
def record_step(request_id: str, form: Submitted, context: WithSelectionContext) -> Response:
    """Record a step from the form."""
    asked, typed = lock_request(context.session, context.visible, request_id), filled(form)
    own = {name: value for name, value in typed.items() if name != "about"}
    role, _, expert_id = str(typed.get("about", "")).partition(":")
    about = {"role": role, "expert_id": expert_id} if expert_id else {}

    def change() -> None:
        steps.record_step(context.session, context.by, asked, validated(StepInput, own | about), context.settings)

    notice = RequestNotice(DoneOfRequest.STEPPED, "steps")
    return _answered(context, request_id, typed, refusal(context.session, change), notice)


@router.post("/invitations", dependencies=[permit_request_change(Operation.INVITE)])
def invite(request_id: str, form: Submitted, context: WithSelectionContext) -> Response:
    """Invite a candidate."""
    asked, typed = lock_request(context.session, context.visible, request_id), filled(form)

    def change() -> None:
        invitations.invite(context.session, context.by, asked, validated(InvitationCreate, typed), context.settings)

    notice = RequestNotice(DoneOfRequest.INVITED, row_of(str(typed.get("role")), str(typed.get("expert_id"))))
    return _answered(context, request_id, typed, refusal(context.session, change), notice)


@router.post("/messages/{message_id}/sent", dependencies=[permit_request_change(Operation.INVITE)])
def message_sent(request_id: str, message_id: str, context: WithSelectionContext) -> Response:
    """Note that a message was copied and sent."""
    visible = messages_of(context.viewer.owner, request_id)
    problem = refusal(context.session, lambda: mark_sent(context.session, context.by, visible, message_id))
    return _answered(context, request_id, {}, problem, RequestNotice(DoneOfRequest.SENT, "letters"))


@router.post("/messages/{message_id}/again", dependencies=[permit_request_change(Operation.INVITE)])
def message_again(request_id: str, message_id: str, context: WithSelectionContext) -> Response:
    """Hand a message that was given up to the mail server once more."""
    visible = messages_of(context.viewer.owner, request_id)
    problem = refusal(context.session, lambda: try_again(context.session, context.by, visible, message_id))
    return _answered(context, request_id, {}, problem, RequestNotice(DoneOfRequest.TRIED, "letters"))


def _answered(
    context: SelectionContext, request_id: str, typed: Fields, problem: Problem | None, notice: RequestNotice = NOTHING_SAID
) -> Response:
    if problem is None:
        return led_to(context.request, f"/requests/{request_id}{notice.address}")
    looker = ShortlistViewer(context.viewer, context.reader, context.session, context.by)
    return show_request(looker, request_id, typed, problem)
