"""The page of a lead: the released shortlist under pseudonyms, and the form for feedback."""

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse

from service.access.policies import Operation
from service.acting import Acting
from service.experts.changes import validated
from service.pages.forms import Submitted, filled
from service.pages.rendering import ReaderOfPage
from service.sessions import Reading, Writing
from service.shortlists.guards import permit_request, permit_request_change
from service.shortlists.releases.operations import give_feedback
from service.shortlists.releases.queries import released_last, released_view
from service.shortlists.releases.schemas import FeedbackInput
from service.shortlists.words import NAMES

router = APIRouter(prefix="/requests/{request_id}/released", include_in_schema=False)


@router.get("", dependencies=[permit_request(Operation.READ_RELEASED)])
def released_page(request_id: str, reader: ReaderOfPage, session: Reading, by: Acting) -> Response:
    """Show the released shortlist."""
    return reader.render("shortlists/released.html", released=released_view(session, request_id, by.actor), **NAMES)


@router.post("", dependencies=[permit_request_change(Operation.GIVE_FEEDBACK)])
def feedback_page(request_id: str, form: Submitted, request: Request, session: Writing, by: Acting) -> Response:
    """Take feedback from the form."""
    shortlist, _ = released_last(session, request_id)
    give_feedback(session, by, shortlist, validated(FeedbackInput, filled(form)))
    return RedirectResponse(request.url.path, 303)
