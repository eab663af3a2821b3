"""Addresses of the log of breaches."""

import sqlalchemy as sa
from fastapi import Request

from models.oversight import Incident
from service.identity.access.acting import Acting
from service.identity.access.guards import permit
from service.identity.access.policies import Operation
from service.kit.late_routes import APIRouter
from service.kit.pagination import Page, Paged, find_page
from service.kit.problems import responses
from service.kit.services import services_of
from service.kit.sessions import Reading, Writing
from service.privacy.incidents import operations, people
from service.privacy.incidents.schemas import ConcernedInput, ConcernedView, IncidentCreate, IncidentView, NoticeCreate

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


@router.get("/{incident_id}/people", dependencies=READ, responses=responses(404))
def list_people_concerned(incident_id: str, session: Reading, request: Request) -> list[ConcernedView]:
    """List everybody whom a breach touches, each with the letter to send and whether it was."""
    incident = people.find_incident(session, incident_id)
    return list(people.concerned(session, incident, services_of(request).settings))


@router.post("/{incident_id}/people", dependencies=FULFIL, responses=responses(404))
def name_people_concerned(incident_id: str, fields: ConcernedInput, session: Writing, request: Request, by: Acting) -> list[ConcernedView]:
    """Add people to those whom a breach touches; who is among them stays."""
    incident = people.find_incident(session, incident_id)
    people.name_people(session, by, incident, fields.expert_ids)
    return list(people.concerned(session, incident, services_of(request).settings))


@router.post("/{incident_id}/people/{expert_id}/told", dependencies=FULFIL, status_code=204, responses=responses(404, 409))
def tell_person_concerned(incident_id: str, expert_id: str, session: Writing, by: Acting) -> None:
    """Record that the letter to somebody was sent."""
    people.tell(session, by, people.find_incident(session, incident_id), expert_id)
