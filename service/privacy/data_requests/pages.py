"""The page of one's own requests: what was asked, by when it is answered and what came of it, and the form to ask or complain."""

from typing import Any

from fastapi import Request, Response
from sqlmodel import Session, col

from models.data_requests import DataRequest
from models.vocabulary import DataRequestKind
from service.identity.access.acting import Acting
from service.identity.access.guards import permit_part
from service.identity.access.policies import Operation
from service.identity.access.viewer import CurrentViewer, Viewer
from service.identity.access.visibility import visible_requests
from service.kit.actor import Actor
from service.kit.addresses import led_to
from service.kit.forms import Fields, Submitted, filled, refusal
from service.kit.late_routes import APIRouter
from service.kit.problems import Invalid, Problem
from service.kit.rendering import Reader, ReaderOfPage
from service.kit.services import services_of
from service.kit.sessions import Reading, Writing
from service.kit.validation import validated
from service.people.profiles.guards import own_expert_id
from service.privacy.data_requests import operations
from service.privacy.data_requests.queries import is_overdue
from service.privacy.data_requests.schemas import DataRequestCreate
from service.privacy.data_requests.words import KIND_NAMES, STATE_NAMES
from service.selection.messages.operations import appeal_of

router = APIRouter(prefix="/profile/requests", include_in_schema=False)
# What nobody can answer without words.
_SAYS_WHAT = {DataRequestKind.CORRECTION, DataRequestKind.COMPLAINT, DataRequestKind.REEVALUATION}


@router.get("", dependencies=[permit_part(Operation.READ_REQUESTS)])
def requests_page(viewer: CurrentViewer, session: Reading, reader: ReaderOfPage, by: Acting, sent: bool = False) -> Response:
    """Show one's own requests, the newest first, and the form."""
    own_expert_id(viewer)
    return _page(reader, session, viewer, by, sent=sent)


@router.post("", dependencies=[permit_part(Operation.MAKE_REQUESTS)])
def ask(viewer: CurrentViewer, session: Writing, request: Request, reader: ReaderOfPage, by: Acting, form: Submitted) -> Response:
    """Record what the form asks for; a refused form comes back filled."""
    person, typed = own_expert_id(viewer), filled(form)

    def receive() -> None:
        fields = validated(DataRequestCreate, {"kind": typed.get("kind"), "wording": typed.get("wording", ""), "expert_id": person})
        if fields.kind in _SAYS_WHAT and not fields.wording:
            raise Invalid.field(
                "wording", en="must say what is wrong, or what you ask for", vi="phải nêu điều chưa đúng hoặc điều bạn đề nghị"
            )
        operations.receive(session, by, fields, services_of(request).settings.public_holidays)

    problem = refusal(session, receive)
    if problem is None:
        return led_to(request, "/profile/requests?sent=true")
    return _page(reader, session, viewer, by, typed, problem)


def _page(
    reader: Reader,
    session: Session,
    viewer: Viewer,
    by: Actor,
    typed: Fields | None = None,
    problem: Problem | None = None,
    *,
    sent: bool = False,
) -> Response:
    mine = visible_requests(viewer).where(col(DataRequest.expert_id) == viewer.expert_id)
    rows = session.scalars(mine.order_by(col(DataRequest.received_at).desc(), col(DataRequest.id).desc())).all()
    settings = services_of(reader.request).settings
    values: dict[str, Any] = {
        "requests": [(row, is_overdue(row, by.today)) for row in rows],
        "kinds": KIND_NAMES,
        "states": STATE_NAMES,
        "appeal": appeal_of(settings),
        "contact": settings.letter_contact or settings.smtp_sender,
        "typed": typed or {},
        "problem": problem,
        "sent": sent,
    }
    return reader.render("privacy/data_requests/requests.html", status=problem.status if problem else 200, **values)
