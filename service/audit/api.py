"""Address of the audit: it can be read and never written."""

from typing import Annotated

from fastapi import Depends

from models.audit import AuditEvent
from service.audit.queries import EventFilters, filtered_events
from service.audit.schemas import EventView
from service.identity.access.guards import permit
from service.identity.access.policies import Operation
from service.kit.late_routes import APIRouter
from service.kit.pagination import Page, Paged, find_page
from service.kit.problems import responses
from service.kit.sessions import Reading

router = APIRouter(prefix="/audit", tags=["audit"], dependencies=[permit(Operation.READ_AUDIT)], responses=responses(401, 403))


@router.get("")
def list_audit_events(session: Reading, paging: Paged, filters: Annotated[EventFilters, Depends()]) -> Page[EventView]:
    """List what happened in its order, all or what the filters let through."""
    return paging.page(find_page(session, filtered_events(filters), (AuditEvent.sequence,), paging), EventView.of)
