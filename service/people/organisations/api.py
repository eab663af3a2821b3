"""Addresses of organisations: look up, show, add, change."""

from typing import Annotated

from fastapi import Query, Request, Response

from service.identity.access.acting import Acting
from service.identity.access.guards import permit
from service.identity.access.once import OnlyOnce
from service.identity.access.policies import Operation
from service.kit.late_routes import APIRouter
from service.kit.pagination import Page, Paged, slice_page
from service.kit.preconditions import IfMatch, etag
from service.kit.problems import responses
from service.kit.sessions import Reading, Writing
from service.people.organisations import operations, queries
from service.people.organisations.schemas import OrganisationChange, OrganisationCreate, OrganisationView

router = APIRouter(prefix="/organisations", tags=["organisations"], responses=responses(401, 403))
READ, CHANGE = [permit(Operation.READ_ORGANISATIONS)], [permit(Operation.CHANGE_ORGANISATIONS)]
Words = Annotated[
    str | None,
    Query(max_length=200, description="Beginnings of words of any name or an abbreviation, with or without accents, or an e-mail domain"),
]


@router.get("", dependencies=READ)
def list_organisations(session: Reading, paging: Paged, q: Words = None) -> Page[OrganisationView]:
    """Look up organisations by any of their names; one that bears just this name comes first."""
    return paging.page(slice_page(queries.organisations(session, q), paging), operations.view)


@router.post("", status_code=201, response_model=OrganisationView, dependencies=CHANGE)
def create_organisation(
    fields: OrganisationCreate, request: Request, response: Response, by: Acting, once: OnlyOnce
) -> OrganisationView | Response:
    """Add an organisation; the service gives the id."""
    if earlier := once.earlier(fields):
        return earlier
    row = operations.create_organisation(once.session, by, fields)
    response.headers["Location"] = f"{request.url.path}/{row.id}"
    response.headers["ETag"] = etag(operations.tag(row))
    return once.keep(operations.view(row), response)


@router.get("/{organisation_id}", dependencies=READ, responses=responses(404))
def get_organisation(organisation_id: str, session: Reading, response: Response) -> OrganisationView:
    """Show an organisation. The ETag is the state that a change must name."""
    row = queries.find_organisation(session, organisation_id)
    response.headers["ETag"] = etag(operations.tag(row))
    return operations.view(row)


@router.patch("/{organisation_id}", dependencies=CHANGE, responses=responses(404, 412, 428))
def change_organisation(
    organisation_id: str, change: OrganisationChange, session: Writing, response: Response, by: Acting, if_match: IfMatch = None
) -> OrganisationView:
    """Change the named fields of an organisation."""
    row = queries.find_organisation(session, organisation_id)
    operations.change_organisation(session, by, row, if_match, change)
    response.headers["ETag"] = etag(operations.tag(row))
    return operations.view(row)
