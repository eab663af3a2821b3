"""The page of an invitation: whoever holds the link reads and answers it without signing in."""

from typing import Any

from fastapi import Depends, Request, Response
from sqlmodel import Session

from models.selection import SelectionRequest
from service.identity.access.viewer import current_viewer
from service.kit.addresses import led_to
from service.kit.forms import Fields, Submitted, filled, refusal
from service.kit.late_routes import APIRouter
from service.kit.problems import Invalid, Problem
from service.kit.rendering import Reader, ReaderOfPage
from service.kit.services import services_of
from service.kit.sessions import Reading, Writing
from service.kit.validation import validated
from service.selection.invitations.dependencies import Invited, Token
from service.selection.invitations.operations import answer, find_invitation
from service.selection.invitations.queries import invited_view
from service.selection.invitations.schemas import AnswerInput
from service.selection.messages.operations import terms_of
from service.selection.words import NAMES

# Who asks is known before a session is opened: the page around the invitation says it, and a request never holds two connections.
router = APIRouter(prefix="/invited/{token}", include_in_schema=False, dependencies=[Depends(current_viewer)])


@router.get("")
def invitation_page(token: Token, reader: ReaderOfPage, session: Reading) -> Response:
    """Show the invitation with its choices."""
    return _page(token, reader, session)


@router.post("")
def answer_page(token: Token, form: Submitted, request: Request, reader: ReaderOfPage, by: Invited, session: Writing) -> Response:
    """Take the answer from the form."""
    typed = filled(form)
    fields = {name: value for name, value in typed.items() if name != "reason" or typed.get("answer") == "decline"}
    settings = services_of(request).settings
    problem = refusal(session, lambda: answer(session, by, token, _complete(fields), settings))
    return led_to(request, f"/invited/{token}") if problem is None else _page(token, reader, session, typed, problem)


def _complete(fields: Fields) -> AnswerInput:
    """Return the answer; raises ``Invalid`` for a refusal without a reason and a question without words."""
    if fields.get("answer") == "decline" and "reason" not in fields:
        raise Invalid("decline_reason_missing", en="Choose a reason to decline.", vi="Hãy chọn lý do từ chối.")
    if fields.get("answer") == "ask" and "text" not in fields:
        raise Invalid("question_missing", en="Write your question.", vi="Hãy viết câu hỏi.")
    return validated(AnswerInput, fields)


def _page(token: str, reader: Reader, session: Session, typed: Fields | None = None, problem: Problem | None = None) -> Response:
    invited, found = invited_view(session, token), find_invitation(session, token)
    asked = session.get_one(SelectionRequest, found.request_id)
    values: dict[str, Any] = {
        "invited": invited,
        "terms": terms_of(session, asked, found.role, reader.language, services_of(reader.request).settings),
        "about": f"/{asked.subject_kind.value}s/{asked.subject_id}",
        "token": token,
        "typed": typed or {},
        "problem": problem,
    }
    return reader.render("selection/invitations/invited.html", status=200 if problem is None else problem.status, **values, **NAMES)
