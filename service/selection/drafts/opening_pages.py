"""From a form straight to a draft: a request is opened and its shortlist drafted in one transaction."""

from fastapi import Response

from service.identity.access.guards import permit_part
from service.identity.access.policies import Operation, may
from service.kit.addresses import led_to
from service.kit.forms import Submitted, refusal
from service.kit.late_routes import APIRouter
from service.selection.drafts.operations import draft
from service.selection.requests.desk import AtDesk
from service.selection.requests.pages import open_from_form
from service.selection.requests.queries import lock_request

router = APIRouter(prefix="/requests", include_in_schema=False)
LENGTH = 10


@router.post("/drafts", dependencies=[permit_part(Operation.OPEN_SELECTIONS)])
def open_and_draft(form: Submitted, desk: AtDesk) -> Response:
    """Open a request from the form and lead to its draft; to the request where nothing can be drafted, or the viewer may draft nothing."""
    opened, answer = open_from_form(form, desk)
    if answer is not None:
        return answer
    if may(desk.viewer, Operation.EDIT_DRAFTS) is not True:
        return led_to(desk.request, f"/requests/{opened}")
    drafted: list[str] = []
    asked = lock_request(desk.session, desk.visible, opened)
    refusal(desk.session, lambda: drafted.append(draft(desk.session, desk.by, asked, desk.recommender, LENGTH).id))
    return led_to(desk.request, f"/shortlists/{drafted[0]}" if drafted else f"/requests/{opened}")
