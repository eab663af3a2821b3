"""Finds events: by actor, by action, by what they are about, and those that handed out a person's data."""

import json
from dataclasses import dataclass
from typing import Annotated, Any

import sqlalchemy as sa
from fastapi import Query
from sqlmodel import Session, col

from models.audit import AuditAction, AuditEvent
from service.kit.events.recording import EXPERT

Word = Annotated[str | None, Query(max_length=80)]


@dataclass(frozen=True, slots=True)
class EventFilters:
    """What a list of events can be narrowed by; all that are given must hold."""

    actor: Word = None
    action: AuditAction | None = None
    object_kind: Annotated[str | None, Query(max_length=40, examples=["expert"])] = None
    object_id: Word = None


def filtered_events(filters: EventFilters) -> sa.Select[Any]:
    """Return the query for the events that ``filters`` let through."""
    wanted = {
        AuditEvent.actor: filters.actor,
        AuditEvent.action: filters.action,
        AuditEvent.object_kind: filters.object_kind,
        AuditEvent.object_id: filters.object_id,
    }
    return sa.select(AuditEvent).where(*(col(column) == value for column, value in wanted.items() if value is not None))


def events_about(session: Session, expert_id: str) -> list[AuditEvent]:
    """Return the events about a person, and those that handed out the person's data, in their order."""
    about = sa.and_(col(AuditEvent.object_kind) == EXPERT, col(AuditEvent.object_id) == expert_id)
    named = sa.cast(col(AuditEvent.details), sa.Text).contains(json.dumps(expert_id), autoescape=True)
    return list(session.scalars(sa.select(AuditEvent).where(sa.or_(about, named)).order_by(col(AuditEvent.sequence))))
