"""The pages of coordinators: requests, a request, a shortlist with its decisions and signature. Every form works without a script."""

from typing import Annotated, Any

import sqlalchemy as sa
from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import RedirectResponse
from sqlmodel import Session, col

from models.invitations import OutboxMessage
from models.rules import Role
from models.selection import SelectionRequest
from models.shortlists import Release
from service.access.guards import permit_part
from service.access.policies import Operation
from service.access.viewer import CurrentViewer
from service.access.visibility import visible_selections
from service.acting import Acting
from service.experts.changes import validated
from service.languages import Bilingual
from service.pages.forms import Submitted, filled
from service.pages.rendering import Reader, ReaderOfPage
from service.pagination import Paged, find_page
from service.sessions import Reading, Writing
from service.shortlists.drafts import operations as drafts
from service.shortlists.drafts.queries import find_shortlist, lock_shortlist, shortlists_of, shown
from service.shortlists.drafts.schemas import ChoiceInput
from service.shortlists.drafts.views import shortlist_view
from service.shortlists.guards import permit_request, permit_request_change, permit_shortlist, permit_shortlist_change
from service.shortlists.invitations import operations as invitations
from service.shortlists.invitations.schemas import InvitationCreate
from service.shortlists.outbox.operations import mark_sent
from service.shortlists.releases.operations import release
from service.shortlists.requests import operations as requests
from service.shortlists.requests.queries import find_request, lock_request
from service.shortlists.requests.schemas import RequestCreate, RequestView
from service.shortlists.signing.operations import sign
from service.shortlists.signing.schemas import SignInput
from service.shortlists.steps import operations as steps
from service.shortlists.steps.api import candidate_view, list_steps
from service.shortlists.steps.schemas import StepInput
from service.shortlists.words import NAMES

router = APIRouter(include_in_schema=False)
DRAFT_LENGTH = 10
_NOTHING_TYPED = {"role": "", "expert_id": "", "kind": "", "place": None, "reason": ""}


@router.get("/requests", dependencies=[permit_part(Operation.READ_SELECTIONS)])
def requests_page(
    viewer: CurrentViewer, reader: ReaderOfPage, session: Reading, paging: Paged, subject: Annotated[str, Query(max_length=80)] = ""
) -> Response:
    """Show all requests, and the form that opens one."""
    found = find_page(session, visible_selections(viewer), (SelectionRequest.id,), paging)
    roles = [
        {"code": row.code.value, "name": Bilingual(en=row.name_en, vi=row.name_vi)}
        for row in session.scalars(sa.select(Role).order_by(col(Role.code)))
    ]
    views = [RequestView.of(row) for row in found.rows]
    values: dict[str, Any] = {"requests": views, "next": found.next, "roles": roles, "subject": subject, "chosen_role": "CE_PROJECT"}
    return reader.render("shortlists/requests.html", **values, **NAMES)


@router.post("/requests", dependencies=[permit_part(Operation.OPEN_SELECTIONS)])
def open_request(viewer: CurrentViewer, form: Submitted, request: Request, session: Writing, by: Acting) -> Response:
    """Open a request from the form."""
    fields = filled(form, "roles")
    opened = requests.open_request(session, by, viewer, validated(RequestCreate, fields), request.app.state.settings)
    return _to(request, f"/requests/{opened.id}")


@router.get("/requests/{request_id}", dependencies=[permit_request(Operation.READ_DRAFTS)])
def request_page(request_id: str, reader: ReaderOfPage, session: Reading) -> Response:
    """Show a request: its shortlists, candidates, messages and steps."""
    one = find_request(session, request_id)
    candidates = [candidate_view(one, candidate) for candidate in steps.candidates_of(session, one.id)]
    values: dict[str, Any] = {
        "one": RequestView.of(one),
        "shortlists": shortlists_of(session, one.id),
        "candidates": candidates,
        "messages": _waiting(session, [candidate.expert_id for candidate in candidates]),
        "steps": list_steps(one.id, session),
    }
    return reader.render("shortlists/request.html", **values, **NAMES)


@router.post("/requests/{request_id}/shortlists", dependencies=[permit_request_change(Operation.EDIT_DRAFTS)])
def draft(request_id: str, request: Request, session: Writing, by: Acting) -> Response:
    """Draft a shortlist."""
    drafted = drafts.draft(session, by, lock_request(session, request_id), request.app.state.recommender, DRAFT_LENGTH)
    return _to(request, f"/shortlists/{drafted.id}")


@router.post("/requests/{request_id}/steps", dependencies=[permit_request_change(Operation.RECORD_STEPS)])
def record_step(request_id: str, form: Submitted, request: Request, session: Writing, by: Acting) -> Response:
    """Record a step from the form."""
    fields = filled(form)
    role, _, expert_id = str(fields.pop("about", "")).partition(":")
    about = {"role": role, "expert_id": expert_id} if expert_id else {}
    step = validated(StepInput, {**fields, **about})
    steps.record_step(session, by, lock_request(session, request_id), step, request.app.state.settings)
    return _to(request, f"/requests/{request_id}")


@router.post("/requests/{request_id}/invitations", dependencies=[permit_request_change(Operation.INVITE)])
def invite(request_id: str, form: Submitted, request: Request, session: Writing, by: Acting) -> Response:
    """Invite a candidate."""
    asked = lock_request(session, request_id)
    invitations.invite(session, by, asked, validated(InvitationCreate, filled(form)), request.app.state.settings)
    return _to(request, f"/requests/{request_id}")


@router.post("/requests/{request_id}/messages/{message_id}/sent", dependencies=[permit_request_change(Operation.INVITE)])
def message_sent(request_id: str, message_id: str, request: Request, session: Writing, by: Acting) -> Response:
    """Note that a message was copied and sent."""
    mark_sent(session, by, message_id)
    return _to(request, f"/requests/{find_request(session, request_id).id}")


@router.get("/shortlists/{shortlist_id}", dependencies=[permit_shortlist(Operation.READ_DRAFTS)])
def shortlist_page(shortlist_id: str, reader: ReaderOfPage, session: Reading) -> Response:
    """Show a shortlist, and what can be done with it."""
    return _shortlist_page(reader, session, shortlist_id, _NOTHING_TYPED)


@router.post("/shortlists/{shortlist_id}/choices", dependencies=[permit_shortlist_change(Operation.EDIT_DRAFTS)])
def choose(shortlist_id: str, form: Submitted, request: Request, reader: ReaderOfPage, session: Writing, by: Acting) -> Response:
    """Apply a decision. Where somebody was faster, the list is shown as it is now, with what was typed."""
    asked, shortlist = lock_shortlist(session, shortlist_id)
    fields = filled(form)
    if fields.pop("version", "") != str(shortlist.version):
        return _shortlist_page(reader, session, shortlist_id, {**_NOTHING_TYPED, **fields}, stale=True)
    drafts.choose(session, by, asked, shortlist, validated(ChoiceInput, fields), request.app.state.recommender)
    return _to(request, f"/shortlists/{shortlist_id}")


@router.post("/shortlists/{shortlist_id}/signatures", dependencies=[permit_shortlist_change(Operation.SIGN)])
def sign_page(shortlist_id: str, form: Submitted, request: Request, reader: ReaderOfPage, session: Writing, by: Acting) -> Response:
    """Sign the version that the signer has seen."""
    asked, shortlist = lock_shortlist(session, shortlist_id)
    fields = filled(form)
    if fields.pop("version", "") != str(shortlist.version):
        return _shortlist_page(reader, session, shortlist_id, _NOTHING_TYPED, stale=True)
    sign(session, by, asked, shortlist, validated(SignInput, fields), request.app.state.settings)
    return _to(request, f"/shortlists/{shortlist_id}")


@router.post("/shortlists/{shortlist_id}/release", dependencies=[permit_shortlist_change(Operation.RELEASE)])
def release_page(shortlist_id: str, request: Request, session: Writing, by: Acting) -> Response:
    """Release a signed shortlist."""
    _, shortlist = lock_shortlist(session, shortlist_id)
    release(session, by, shortlist)
    return _to(request, f"/shortlists/{shortlist_id}")


def _shortlist_page(reader: Reader, session: Session, shortlist_id: str, typed: dict[str, Any], *, stale: bool = False) -> Response:
    shortlist = find_shortlist(session, shortlist_id)
    values = {
        "shortlist": shortlist_view(shown(session, shortlist)),
        "asked": shortlist.head["asked"],
        "released": session.get(Release, shortlist.id) is not None,
        "typed": typed,
        "stale": stale,
    }
    return reader.render("shortlists/shortlist.html", status=412 if stale else 200, **values, **NAMES)


def _waiting(session: Session, expert_ids: list[str]) -> list[OutboxMessage]:
    waiting = (col(OutboxMessage.sent_at).is_(None), col(OutboxMessage.expert_id).in_(expert_ids))
    return list(session.scalars(sa.select(OutboxMessage).where(*waiting).order_by(col(OutboxMessage.id))))


def _to(request: Request, address: str) -> Response:
    return RedirectResponse(f"{request.scope.get('root_path', '').rstrip('/')}{address}", 303)
