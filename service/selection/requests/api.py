"""Addresses of requests."""

from typing import Annotated

from fastapi import Query, Request, Response
from sqlmodel import col

from models.selection import SelectionRequest
from models.vocabulary.selection import SelectionState
from service.identity.access.acting import Acting
from service.identity.access.guards import permit_part
from service.identity.access.once import OnlyOnce
from service.identity.access.policies import Operation
from service.identity.access.viewer import CurrentViewer
from service.identity.access.visibility import visible_selections
from service.kit.late_routes import APIRouter
from service.kit.pagination import Page, Paged, find_page
from service.kit.preconditions import IfMatch, etag, require_match
from service.kit.problems import responses
from service.kit.sessions import Reading, Writing
from service.matches.recommendations.dependencies import FromRecommender
from service.matches.recommendations.services import matching_of
from service.selection.requests import operations
from service.selection.requests.guards import VisibleRequests, permit_request, permit_request_change
from service.selection.requests.proposals import ProposalInput, RoleProposal, propose
from service.selection.requests.queries import find_request, lock_request
from service.selection.requests.schemas import RequestChange, RequestCreate, RequestView

router = APIRouter(prefix="/requests", tags=["shortlists"], responses=responses(401, 403))


@router.get("", dependencies=[permit_part(Operation.READ_SELECTIONS)])
def list_requests(
    viewer: CurrentViewer, session: Reading, paging: Paged, state: Annotated[SelectionState | None, Query()] = None
) -> Page[RequestView]:
    """List requests in the order of opening, all or those in a state."""
    statement = visible_selections(viewer)
    if state is not None:
        statement = statement.where(col(SelectionRequest.state) == state)
    return paging.page(find_page(session, statement, (SelectionRequest.id,), paging), RequestView.of)


@router.post(
    "", dependencies=[permit_part(Operation.OPEN_SELECTIONS)], status_code=201, response_model=RequestView, responses=responses(404, 503)
)
def open_request(
    viewer: CurrentViewer, fields: RequestCreate, request: Request, response: Response, by: Acting, once: OnlyOnce
) -> RequestView | Response:
    """Open a request; capabilities that it does not name are taken from the catalogue."""
    if earlier := once.earlier(fields):
        return earlier
    opened = operations.open_request(once.session, by, viewer, fields, matching_of(request).recommender)
    response.headers["Location"] = f"{request.url.path}/{opened.id}"
    response.headers["ETag"] = etag(opened.version)
    return once.keep(RequestView.of(opened), response)


@router.post("/proposals", dependencies=[permit_part(Operation.OPEN_SELECTIONS)], responses=responses(404, 503))
def propose_capabilities(
    viewer: CurrentViewer, fields: ProposalInput, session: Reading, recommender: FromRecommender
) -> list[RoleProposal]:
    """Propose capabilities with levels from the catalogue and a pasted text, to be edited before a request is opened with them."""
    return propose(session, viewer, recommender, fields)


@router.get("/{request_id}", dependencies=[permit_request(Operation.READ_SELECTIONS)], responses=responses(404))
def get_request(request_id: str, visible: VisibleRequests, session: Reading, response: Response) -> RequestView:
    """Show a request. The ETag is the version that a change must name."""
    found = find_request(session, visible, request_id)
    response.headers["ETag"] = etag(found.version)
    return RequestView.of(found)


@router.patch("/{request_id}", dependencies=[permit_request_change(Operation.OPEN_SELECTIONS)], responses=responses(404, 409, 412, 428))
def change_request(
    request_id: str,
    visible: VisibleRequests,
    change: RequestChange,
    session: Writing,
    response: Response,
    by: Acting,
    if_match: IfMatch = None,
) -> RequestView:
    """Change the named fields of a request."""
    found = lock_request(session, visible, request_id)
    require_match(if_match, found.version)
    operations.change_request(session, by, found, change)
    response.headers["ETag"] = etag(found.version)
    return RequestView.of(found)
