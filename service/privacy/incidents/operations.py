"""Records breaches and their notification (Law 91/2025/QH15, Article 23; the 72 hours are recalled from an older text, so a setting)."""

import uuid
from datetime import UTC, datetime, timedelta

import sqlalchemy as sa
from sqlmodel import Session, col

from models.audit import AuditAction
from models.database import WriteSession
from models.oversight import Incident
from service.kit.actor import Actor
from service.kit.events.recording import AuditedObject, record
from service.kit.problems import Conflict, Invalid, NotFound
from service.privacy.incidents.schemas import IncidentCreate, NoticeCreate

INCIDENT = "incident"


def record_incident(session: WriteSession, by: Actor, fields: IncidentCreate, hours: int) -> Incident:
    """Record a breach; it must be notified ``hours`` after it was noticed."""
    noticed: datetime = (fields.noticed_at or by.now).astimezone(UTC)
    if noticed > by.now:
        raise Invalid.field("noticed_at", en="must not be in the future", vi="không được ở tương lai")
    incident = Incident(
        id=f"I{by.now.astimezone(UTC):%Y%m%d%H%M%S%f}-{uuid.uuid4().hex[:8]}",
        noticed_at=noticed,
        notify_by=noticed + timedelta(hours=hours),
        people=fields.people,
        description=fields.description,
    )
    session.add(incident)
    session.flush()
    record(session, by, AuditAction.INCIDENT_RECORDED, AuditedObject(INCIDENT, incident.id), people=incident.people)
    return incident


def notify(session: WriteSession, by: Actor, incident_id: str, fields: NoticeCreate) -> Incident:
    """Record that a breach was notified, once; raises ``NotFound`` and ``Conflict``."""
    incident = session.get(Incident, incident_id, with_for_update=True)
    if incident is None:
        raise NotFound.of(en="incident", vi="sự cố", identifier=incident_id)
    if incident.notified_at is not None:
        raise Conflict("incident_notified_already", en="This incident was notified already.", vi="Sự cố này đã được thông báo.")
    incident.notified_at, incident.notified_to = by.now, fields.notified_to
    session.flush()
    record(session, by, AuditAction.INCIDENT_NOTIFIED, AuditedObject(INCIDENT, incident.id), in_time=by.now <= incident.notify_by)
    return incident


def open_incidents(session: Session) -> list[Incident]:
    """Return the breaches that are not notified yet, the most urgent first."""
    statement = sa.select(Incident).where(col(Incident.notified_at).is_(None))
    return list(session.scalars(statement.order_by(col(Incident.notify_by), col(Incident.id))))
