"""Addresses of the entries of capabilities, as administrators add and change them."""

from fastapi import Request, Response

from service.administration.capabilities import operations
from service.administration.capabilities.schemas import CapabilityChange, CapabilityCreate, CapabilityEntry
from service.identity.access.acting import Acting
from service.identity.access.guards import permit
from service.identity.access.once import OnlyOnce
from service.identity.access.policies import Operation
from service.kit.late_routes import APIRouter
from service.kit.preconditions import IfMatch, etag
from service.kit.problems import responses
from service.kit.sessions import Reading, Writing

router = APIRouter(prefix="/administration/capabilities", tags=["administration"], responses=responses(401, 403))
READ, CHANGE = [permit(Operation.READ_CATALOGUE_HISTORY)], [permit(Operation.CHANGE_CATALOGUE)]


@router.post("", status_code=201, response_model=CapabilityEntry, dependencies=CHANGE, responses=responses(409))
def create_capability(
    fields: CapabilityCreate, request: Request, response: Response, by: Acting, once: OnlyOnce
) -> CapabilityEntry | Response:
    """Add a capability; rankings know it once people are read under it, which is asked for."""
    if earlier := once.earlier(fields):
        return earlier
    entry = operations.create_capability(once.session, by, fields)
    response.headers["Location"] = f"{request.url.path}/{entry.id}"
    response.headers["ETag"] = etag(operations.tag(entry))
    return once.keep(entry, response)


@router.get("/{capability_id}", dependencies=READ, responses=responses(404))
def get_capability_entry(capability_id: str, session: Reading, response: Response) -> CapabilityEntry:
    """Show what can be changed of a capability. The ETag is the state that a change must name."""
    entry = operations.capability_entry(session, capability_id)
    response.headers["ETag"] = etag(operations.tag(entry))
    return entry


@router.patch("/{capability_id}", dependencies=CHANGE, responses=responses(404, 412, 428))
def change_capability(
    capability_id: str, change: CapabilityChange, session: Writing, response: Response, by: Acting, if_match: IfMatch = None
) -> CapabilityEntry:
    """Change names or the broader capability; rankings follow once people are read under it, which is asked for."""
    entry = operations.change_capability(session, by, capability_id, if_match, change)
    response.headers["ETag"] = etag(operations.tag(entry))
    return entry
