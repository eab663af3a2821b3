"""The page of one request about a person's data, for whoever answers it: what is asked, by when, and the next step."""

from typing import Annotated, Any

from fastapi import Depends, Request, Response
from sqlmodel import Session

from models.data_requests import DataRequest
from models.vocabulary import DataRequestKind, DataRequestState
from service.identity.access.acting import Acting
from service.identity.access.guards import permit
from service.identity.access.naming import account_names, people_named
from service.identity.access.own_case import about_viewer
from service.identity.access.policies import Operation, may, may_with_all
from service.identity.access.viewer import CurrentViewer, Viewer
from service.identity.access.visibility import visible_requests
from service.kit.actor import Actor
from service.kit.addresses import led_to
from service.kit.forms import Fields, Submitted, filled, refusal
from service.kit.late_routes import APIRouter
from service.kit.preconditions import require_match
from service.kit.problems import Invalid, Problem
from service.kit.rendering import Reader, ReaderOfPage
from service.kit.sessions import Reading, Writing
from service.kit.validation import validated
from service.privacy.data_requests import operations
from service.privacy.data_requests.queries import find_request, is_overdue
from service.privacy.data_requests.schemas import DataRequestStep
from service.privacy.data_requests.steps import next_states
from service.privacy.data_requests.words import STATE_NAMES, STEP_NAMES, WISHES

PAGE = "/data-requests/{request_id}"
router = APIRouter(prefix=PAGE, include_in_schema=False)
READ, FULFIL = [permit(Operation.READ_REQUESTS)], [permit(Operation.FULFIL_DUTIES)]


def _found(request_id: str, viewer: CurrentViewer, session: Reading) -> DataRequest:
    return find_request(session, visible_requests(viewer), request_id)


@router.get("", dependencies=READ)
def data_request_page(
    found: Annotated[DataRequest, Depends(_found)], viewer: CurrentViewer, session: Reading, reader: ReaderOfPage, by: Acting
) -> Response:
    """Show a request with its days, and its next steps to whoever may take them."""
    return _page(reader, session, viewer, by, found)


@router.post("", dependencies=FULFIL)
def take_step(
    request_id: str, form: Submitted, viewer: CurrentViewer, session: Writing, request: Request, reader: ReaderOfPage, by: Acting
) -> Response:
    """Take the step of the form, under the account that sent it; a refused form comes back filled."""
    typed, found = filled(form), find_request(session, visible_requests(viewer), request_id)
    problem = refusal(session, lambda: _take(session, by, found, typed))
    if problem is None:
        return led_to(request, PAGE.format(request_id=request_id))
    return _page(reader, session, viewer, by, find_request(session, visible_requests(viewer), request_id), typed, problem)


def _take(session: Writing, by: Actor, found: DataRequest, typed: Fields) -> None:
    """Raises ``Invalid`` for an erasure that was not said twice: it cannot be taken back."""
    require_match(f'"{typed.get("version", "")}"', found.version)
    step = validated(DataRequestStep, {"to": typed.get("to"), "text": typed.get("text", ""), "owner": by.actor})
    if found.kind is DataRequestKind.ERASURE and step.to is DataRequestState.DONE and typed.get("erase") != "yes":
        raise Invalid(
            "erasure_not_confirmed",
            en="This step erases everything kept of the person. Tick the box that says so.",
            vi="Bước này xóa toàn bộ dữ liệu về người này. Hãy đánh dấu vào ô xác nhận.",
        )
    operations.move(session, by, found, step)


def _page(
    reader: Reader,
    session: Session,
    viewer: Viewer,
    by: Actor,
    found: DataRequest,
    typed: Fields | None = None,
    problem: Problem | None = None,
) -> Response:
    person = found.expert_id or ""
    fulfils = may_with_all(viewer, Operation.FULFIL_DUTIES) is True
    values: dict[str, Any] = {
        "found": found,
        "late": is_overdue(found, by.today),
        "name": people_named(session, viewer, [person]).get(person),
        "to_person": bool(person) and may(viewer, Operation.READ_EXPERTS) is True,
        "to_data": bool(person) and may(viewer, Operation.EXPORT_PERSON) is True,
        "owner": account_names(session, [found.owner]).get(found.owner),
        "kind": WISHES[found.kind],
        "state": STATE_NAMES[found.state],
        "steps": [(one, STEP_NAMES[one]) for one in next_states(found)] if fulfils else [],
        "own": about_viewer(by, person),
        "erases": found.kind is DataRequestKind.ERASURE,
        "typed": typed or {},
        "problem": problem,
    }
    return reader.render("privacy/data_requests/request.html", status=problem.status if problem else 200, **values)
