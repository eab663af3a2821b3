"""Addresses of the log of breaches."""

import sqlalchemy as sa
from fastapi import APIRouter, Request

from models.oversight import Incident
from service.identity.access.acting import Acting
from service.identity.access.guards import permit
from service.identity.access.policies import Operation
from service.kit.pagination import Page, Paged, find_page
from service.kit.problems import responses
from service.kit.services import services_of
from service.kit.sessions import Reading, Writing
from service.privacy.incidents import operations
from service.privacy.incidents.schemas import IncidentCreate, IncidentView, NoticeCreate

router = APIRouter(prefix="/incidents", tags=["data protection"], responses=responses(401, 403))
READ, FULFIL = [permit(Operation.READ_DUTIES)], [permit(Operation.FULFIL_DUTIES)]


@router.get("", dependencies=READ)
def list_incidents(session: Reading, paging: Paged, by: Acting) -> Page[IncidentView]:
    """List breaches in the order in which they were recorded."""
    return paging.page(find_page(session, sa.select(Incident), (Incident.id,), paging), lambda row: IncidentView.at(row, by.now))


@router.post("", dependencies=FULFIL, status_code=201)
def record_incident(fields: IncidentCreate, request: Request, session: Writing, by: Acting) -> IncidentView:
    """Record a breach of personal data; the clock of its notification starts when it was noticed."""
    hours = services_of(request).settings.breach_notice_hours
    return IncidentView.at(operations.record_incident(session, by, fields, hours), by.now)


@router.post("/{incident_id}/notice", dependencies=FULFIL, responses=responses(404, 409))
def notify_incident(incident_id: str, fields: NoticeCreate, session: Writing, by: Acting) -> IncidentView:
    """Record that a breach was notified."""
    return IncidentView.at(operations.notify(session, by, incident_id, fields), by.now)
