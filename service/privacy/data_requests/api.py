"""Addresses of people's requests and of the legal clocks."""

from typing import Annotated

import sqlalchemy as sa
from fastapi import Depends, Request, Response

from models.data_requests import DataRequest, DutyClock
from service.identity.access.acting import Acting
from service.identity.access.guards import enforce, permit, permit_part
from service.identity.access.once import OnlyOnce
from service.identity.access.policies import Kind, Operation, Refusal, may_with_expert
from service.identity.access.viewer import CurrentViewer, Viewer
from service.identity.access.visibility import visible_requests
from service.kit.calendar import local_day
from service.kit.late_routes import APIRouter
from service.kit.pagination import Page, Paged, find_page
from service.kit.preconditions import IfMatch, etag, require_match
from service.kit.problems import Invalid, responses
from service.kit.services import services_of
from service.kit.sessions import Reading, Writing
from service.privacy.data_requests import operations
from service.privacy.data_requests.queries import RequestFilters, filtered_requests, find_request
from service.privacy.data_requests.schemas import ClockView, DataRequestCreate, DataRequestStep, DataRequestView

router = APIRouter(prefix="/data-requests", tags=["data protection"], responses=responses(401, 403))
READ, MAKE, FULFIL = [permit_part(Operation.READ_REQUESTS)], [permit_part(Operation.MAKE_REQUESTS)], [permit(Operation.FULFIL_DUTIES)]


@router.get("", dependencies=READ)
def list_data_requests(
    viewer: CurrentViewer, session: Reading, paging: Paged, by: Acting, filters: Annotated[RequestFilters, Depends()]
) -> Page[DataRequestView]:
    """List requests in the order of receipt, all or those that the filters let through."""
    today = local_day(by.now)
    found = find_page(session, filtered_requests(visible_requests(viewer), filters, today), (DataRequest.id,), paging)
    return paging.page(found, lambda request: DataRequestView.on(request, today))


@router.get("/clocks", dependencies=READ)
def list_duty_clocks(session: Reading, paging: Paged) -> Page[ClockView]:
    """List how long an answer to each kind of request may take, with the source."""
    return paging.page(find_page(session, sa.select(DutyClock), (DutyClock.kind,), paging), ClockView.of)


@router.post("", dependencies=MAKE, status_code=201, response_model=DataRequestView, responses=responses(404, 503))
def receive_data_request(
    viewer: CurrentViewer, fields: DataRequestCreate, request: Request, response: Response, by: Acting, once: OnlyOnce
) -> DataRequestView | Response:
    """Record a request; withdrawal, objection and restriction stop the matching at once."""
    _check_whose(viewer, fields)
    if earlier := once.earlier(fields):
        return earlier
    received = operations.receive(once.session, by, fields, services_of(request).settings.public_holidays)
    response.headers["Location"] = f"{request.url.path}/{received.id}"
    response.headers["ETag"] = etag(received.version)
    return once.keep(DataRequestView.on(received, local_day(by.now)), response, received.expert_id)


def _check_whose(viewer: Viewer, fields: DataRequestCreate) -> None:
    """Raise ``Invalid`` where who reaches only the own data asks about others' or nobody's: the same words, known or unknown."""
    decision = may_with_expert(viewer, Operation.MAKE_REQUESTS, fields.expert_id or "")
    if isinstance(decision, Refusal) and decision.kind is Kind.HIDDEN:
        raise Invalid.field("expert_id", en="must be your own profile", vi="phải là hồ sơ của chính bạn")
    enforce(decision)


@router.get("/{request_id}", dependencies=READ, responses=responses(404))
def get_data_request(request_id: str, viewer: CurrentViewer, session: Reading, response: Response, by: Acting) -> DataRequestView:
    """Show a request. The ETag is the version that a step must name."""
    found = find_request(session, visible_requests(viewer), request_id)
    response.headers["ETag"] = etag(found.version)
    return DataRequestView.on(found, local_day(by.now))


@router.post("/{request_id}/steps", dependencies=FULFIL, responses=responses(404, 409, 412, 428))
def move_data_request(
    request_id: str,
    step: DataRequestStep,
    viewer: CurrentViewer,
    session: Writing,
    response: Response,
    by: Acting,
    if_match: IfMatch = None,
) -> DataRequestView:
    """Take the next step of a request. An erasure that is done erases the person."""
    found = find_request(session, visible_requests(viewer), request_id)
    require_match(if_match, found.version)
    operations.move(session, by, found, step)
    response.headers["ETag"] = etag(found.version)
    return DataRequestView.on(found, local_day(by.now))
