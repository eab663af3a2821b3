"""Addresses of requests."""

from typing import Annotated

import sqlalchemy as sa
from fastapi import APIRouter, Query, Request, Response
from sqlmodel import col

from models.selection import SelectionRequest
from models.selection_vocabulary import SelectionState
from service.access import Guarded
from service.acting import Acting
from service.idempotency import OnlyOnce
from service.pagination import Page, Paged, find_page
from service.preconditions import IfMatch, etag, require_match
from service.problems import responses
from service.sessions import Reading, Writing
from service.shortlists.requests import operations
from service.shortlists.requests.queries import find_request, lock_request
from service.shortlists.requests.schemas import RequestChange, RequestCreate, RequestView

router = APIRouter(prefix="/requests", tags=["shortlists"], dependencies=[Guarded], responses=responses(401))


@router.get("")
def list_requests(session: Reading, paging: Paged, state: Annotated[SelectionState | None, Query()] = None) -> Page[RequestView]:
    """List requests in the order of opening, all or those in a state."""
    statement = sa.select(SelectionRequest)
    if state is not None:
        statement = statement.where(col(SelectionRequest.state) == state)
    return paging.page(find_page(session, statement, (SelectionRequest.id,), paging), RequestView.of)


@router.post("", status_code=201, response_model=RequestView, responses=responses(404, 503))
def open_request(fields: RequestCreate, request: Request, response: Response, by: Acting, once: OnlyOnce) -> RequestView | Response:
    """Open a request; capabilities that it does not name are taken from the catalogue."""
    if earlier := once.earlier(fields):
        return earlier
    opened = operations.open_request(once.session, by, fields, request.app.state.settings)
    response.headers["Location"] = f"{request.url.path}/{opened.id}"
    response.headers["ETag"] = etag(opened.version)
    return once.keep(RequestView.of(opened), response)


@router.get("/{request_id}", responses=responses(404))
def get_request(request_id: str, session: Reading, response: Response) -> RequestView:
    """Show a request. The ETag is the version that a change must name."""
    found = find_request(session, request_id)
    response.headers["ETag"] = etag(found.version)
    return RequestView.of(found)


@router.patch("/{request_id}", responses=responses(404, 409, 412, 428))
def change_request(
    request_id: str, change: RequestChange, session: Writing, response: Response, by: Acting, if_match: IfMatch = None
) -> RequestView:
    """Change the named fields of a request."""
    found = lock_request(session, request_id)
    require_match(if_match, found.version)
    operations.change_request(session, by, found, change)
    response.headers["ETag"] = etag(found.version)
    return RequestView.of(found)
