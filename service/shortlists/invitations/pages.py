"""The page of an invitation: whoever holds the link reads and answers it without signing in."""

from datetime import timedelta

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse

from service.data_requests.clocks import local_day
from service.experts.changes import validated
from service.pages.forms import Submitted, filled
from service.pages.rendering import ReaderOfPage
from service.sessions import Reading, Writing
from service.shortlists.invitations.api import Invited, Token
from service.shortlists.invitations.operations import answer
from service.shortlists.invitations.queries import invited_view
from service.shortlists.invitations.schemas import AnswerInput
from service.shortlists.words import NAMES

router = APIRouter(prefix="/invited/{token}", include_in_schema=False)


@router.get("")
def invitation_page(token: Token, reader: ReaderOfPage, session: Reading) -> Response:
    """Show the invitation with its choices."""
    invited = invited_view(session, token)
    last_day = local_day(invited.deadline - timedelta(seconds=1))
    return reader.render("shortlists/invited.html", invited=invited, token=token, last_day=last_day, **NAMES)


@router.post("")
def answer_page(token: Token, form: Submitted, request: Request, session: Writing, by: Invited) -> Response:
    """Take the answer from the form."""
    fields = filled(form)
    if fields.get("answer") != "decline":
        fields.pop("reason", None)
    answer(session, by, token, validated(AnswerInput, fields))
    return RedirectResponse(request.url.path, 303)
