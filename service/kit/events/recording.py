"""Appends events to the audit. What an event may say is checked here: ids, codes, numbers and dates, never names or free text."""

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

import sqlalchemy as sa
from sqlalchemy.engine import Engine
from sqlmodel import col

from models.audit import AuditAction, AuditEvent, AuditHead
from models.database import WriteSession, insert_if_absent, unpooled, writing
from service.kit.actor import Actor
from service.kit.events.chain import seal

_CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.:+-]{0,79}")
EXPERT, EVIDENCE, RELATION, DATA_REQUEST = "expert", "evidence", "relation", "data_request"
ACCOUNT, JUDGEMENT = "account", "conflict_judgement"


class AuditedObject(NamedTuple):
    """What an event is about."""

    kind: str
    id: str


def record(session: WriteSession, by: Actor, action: AuditAction, audited: AuditedObject, **details: Any) -> AuditEvent:
    """Append an event in the caller's transaction: it is there exactly if the change is.

    The end of the chain stays locked until the transaction ends. Whoever also changes people locks the counter of changes first
    (``next_change_number``), so that two writers never wait for each other. ValueError for anything but ids, codes, numbers and dates.
    """
    for value in (by.actor, *audited, details):
        _check(value)
    sequence, previous = _next(session)
    event = AuditEvent(
        sequence=sequence,
        at=by.now,
        actor=by.actor,
        action=action.value,
        object_kind=audited.kind,
        object_id=audited.id,
        details=details,
        previous_hash=previous,
        hash="",
    )
    event.hash = seal(event)
    session.add(event)
    session.execute(sa.update(AuditHead).values(hash=event.hash))
    session.flush()
    return event


def record_reading(engine: Engine, by: Actor, purpose: str, audited: AuditedObject, expert_ids: Sequence[str]) -> None:
    """Record, in a transaction of its own, that the personal data of ``expert_ids`` is about to be handed out in bulk.

    To be called before the data leaves: what cannot be recorded is not handed out. ``audited`` is what was exported, and ``purpose``
    a code such as ``export``.
    """
    with writing(unpooled(engine)) as session:
        record_reading_within(session, by, purpose, audited, expert_ids)


def record_reading_within(session: WriteSession, by: Actor, purpose: str, audited: AuditedObject, expert_ids: Sequence[str]) -> None:
    """Record a reading in bulk in the caller's transaction."""
    record(session, by, AuditAction.PEOPLE_READ, audited, purpose=purpose, people=len(expert_ids), experts=list(expert_ids))


def _next(session: WriteSession) -> tuple[int, str]:
    """Lock the end of the chain and return the next number with the hash of the last event."""
    forward = sa.update(AuditHead).values(sequence=col(AuditHead.sequence) + 1).returning(col(AuditHead.sequence), col(AuditHead.hash))
    row = session.execute(forward).one_or_none()
    if row is None:
        head = AuditHead()
        insert_if_absent(session, AuditHead, [head.model_dump()])
        row = session.execute(forward).one()
    return row.sequence, row.hash


def _check(value: Any) -> None:
    if isinstance(value, dict):
        for name, inner in value.items():
            _check(name)
            _check(inner)
    elif isinstance(value, list):
        for inner in value:
            _check(inner)
    elif not (value is None or type(value) in {bool, int} or (isinstance(value, str) and _CODE.fullmatch(value))):
        raise ValueError(f"An audit event holds ids, codes and numbers only, not a {type(value).__name__} of this form")
