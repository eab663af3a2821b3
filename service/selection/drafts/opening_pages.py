"""From a form straight to a draft: a request is opened and its shortlist drafted in one transaction."""

from fastapi import Response

from service.identity.access.guards import permit_part
from service.identity.access.policies import Operation, may
from service.kit.addresses import led_to
from service.kit.forms import refusal
from service.kit.late_routes import APIRouter
from service.selection.drafts.operations import draft
from service.selection.requests.context import WithSelectionContext
from service.selection.requests.pages import RequestForm, open_from_form
from service.selection.requests.queries import lock_request

router = APIRouter(prefix="/requests", include_in_schema=False)
LENGTH = 10


@router.post("/drafts", dependencies=[permit_part(Operation.OPEN_SELECTIONS)])
def open_and_draft(form: RequestForm, context: WithSelectionContext) -> Response:
    """Open a request from the form and lead to its draft; to the request where nothing can be drafted, or the viewer may draft nothing."""
    opened, answer = open_from_form(form, context)
    if answer is not None:
        return answer
    if may(context.viewer, Operation.EDIT_DRAFTS) is not True:
        return led_to(context.request, f"/requests/{opened}")
    drafted: list[str] = []
    asked = lock_request(context.session, context.visible, opened)
    refusal(context.session, lambda: drafted.append(draft(context.session, context.by, asked, context.recommender, LENGTH).id))
    return led_to(context.request, f"/shortlists/{drafted[0]}" if drafted else f"/requests/{opened}")
