"""Starts and ends the terms of people who were not chosen (Law 91/2025/QH15, Article 25)."""

from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, col

from models.audit import AuditAction
from models.database import WriteSession
from models.experts import Consent
from models.oversight import RetentionDeadline
from models.vocabulary import ConsentPurpose, RetentionReason
from service.identity.access.own_case import leave_to_others
from service.kit.actor import Actor
from service.kit.events.recording import EXPERT, AuditedObject, record
from service.kit.problems import NotFound
from service.people.profiles.queries import find_expert


def start_retention(session: WriteSession, by: Actor, expert_id: str, reason: RetentionReason, until: date) -> RetentionDeadline:
    """Start a term, the last day of which is ``until``; one that runs is moved. Raises ``NotFound``, ``Forbidden`` for one's own."""
    leave_to_others(by, expert_id)
    find_expert(session, expert_id)
    running = _running(expert_id, reason)
    deadline: RetentionDeadline | None = session.scalars(running).one_or_none()
    if deadline is None:
        deadline = RetentionDeadline(expert_id=expert_id, reason=reason, started_at=by.now, until=until)
        session.add(deadline)
    deadline.until = until
    session.flush()
    record(session, by, AuditAction.RETENTION_STARTED, AuditedObject(EXPERT, expert_id), reason=reason.value, until=until.isoformat())
    return deadline


def retain_not_chosen(session: WriteSession, by: Actor, expert_id: str, until: date) -> RetentionDeadline:
    """Start the term of somebody who was not chosen; raises ``NotFound``."""
    return start_retention(session, by, expert_id, RetentionReason.NOT_CHOSEN, until)


def end_retention(session: WriteSession, by: Actor, deadline_id: int) -> RetentionDeadline:
    """End a term without erasure, because the person was chosen or agreed to be kept; ``NotFound`` unless it runs."""
    deadline = session.get(RetentionDeadline, deadline_id)
    if deadline is None or deadline.ended_at is not None:
        raise NotFound.of(en="running term", vi="thời hạn đang chạy", identifier=str(deadline_id))
    leave_to_others(by, deadline.expert_id)
    deadline.ended_at = by.now
    session.flush()
    record(session, by, AuditAction.RETENTION_ENDED, AuditedObject(EXPERT, deadline.expert_id), reason=deadline.reason.value)
    return deadline


def due_deadlines(session: Session, today: date) -> list[tuple[RetentionDeadline, bool]]:
    """Return every running term that is over, oldest first, with whether a membership in force keeps the person all the same."""
    over = sa.select(RetentionDeadline).where(col(RetentionDeadline.until) < today, col(RetentionDeadline.ended_at).is_(None))
    found = session.scalars(over.order_by(col(RetentionDeadline.until), col(RetentionDeadline.id))).all()
    members = set(session.scalars(_members()))
    return [(deadline, deadline.expert_id in members) for deadline in found]


def _running(expert_id: str, reason: RetentionReason) -> sa.Select[Any]:
    of_person = (col(RetentionDeadline.expert_id) == expert_id, col(RetentionDeadline.reason) == reason)
    return sa.select(RetentionDeadline).where(*of_person, col(RetentionDeadline.ended_at).is_(None))


def _members() -> sa.Select[Any]:
    given = (col(Consent.purpose) == ConsentPurpose.MEMBERSHIP, col(Consent.withdrawn_at).is_(None))
    return sa.select(col(Consent.expert_id)).where(*given)
