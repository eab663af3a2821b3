"""Erases a person in one transaction: all of it happens or nothing."""

import json
from collections.abc import Iterable
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.engine import Engine
from sqlmodel import Session, SQLModel, col

from models.accounts import Account, RoleGrant
from models.audit import AuditAction
from models.data_requests import DataRequest
from models.database import WriteSession, insert_if_absent, reading, writing
from models.erasure import Erasure
from models.experts import Expert, Relation
from models.idempotency import KeptAnswer
from models.jobs import Job
from models.vocabulary import ErasureReason, JobStatus
from service.identity.access.own_case import leave_to_others
from service.kit.actor import Actor
from service.kit.events.recording import AuditedObject, record
from service.kit.jobs.queue import enqueue_once
from service.matches.network.kept import forget_for
from service.matches.plans.forgetting import forget_in_plans
from service.people.profiles.changes import INDEX_PEOPLE, next_change_number
from service.people.profiles.erased_ids import digest_of
from service.people.profiles.merged import kept_id, merged_ids
from service.people.profiles.queries import find_expert
from service.privacy.erasure.ledger import LedgerEntry, present_again, salt_in_use
from service.privacy.erasure.vectors import forget_vectors

ERASURE = "erasure"


def erase(session: WriteSession, by: Actor, expert_id: str, reason: ErasureReason) -> Erasure:
    """Erase a person and return the trace; raises ``NotFound``, and ``Forbidden`` to the person.

    Profile, evidence, consents, willingness, relations of and to the person, records that were merged into this one and terms go with
    the row (foreign keys); besides them go the account that the person had as an expert alone, vectors of texts that nobody else has,
    what is kept of the network between starts, the portrait at an engine, kept answers, and what jobs and requests say of the person.
    Whoever was related to the person counts as changed, so that every process reads them again. Audit events keep the id, which leads
    nowhere any more.
    """
    leave_to_others(by, expert_id)
    number = next_change_number(session)
    expert = find_expert(session, expert_id)
    for related in _related(session, expert_id):
        related.change_number = number
    session.flush()
    records = [*merged_ids(session, expert_id), expert_id]
    for one in records:
        _forget_elsewhere(session, one)
    session.delete(expert)
    session.flush()
    session.expire_all()
    forget_vectors(session)
    forget_for(session)
    enqueue_once(session, INDEX_PEOPLE)
    traces = [_trace(session, one, by.now, reason) for one in records]
    for trace in traces:
        record(session, by, AuditAction.EXPERT_ERASED, AuditedObject(ERASURE, trace.digest), reason=reason.value)
    return traces[-1]


def replay(engine: Engine, by: Actor, entries: Iterable[LedgerEntry]) -> int:
    """Erase again whoever of a ledger is back in a restored database, each in a transaction, and return how many there were.

    The whole ledger is taken over first, so that no id of it is given again. An interrupted replay is finished by another.
    """
    ledger = list(entries)
    with writing(engine) as session:
        rows = [entry.model_dump() for entry in ledger]
        insert_if_absent(session, Erasure, rows) if rows else None
    with reading(engine) as session:
        back = present_again(session, ledger)
    for expert_id, entry in back.items():
        with writing(engine) as session:
            if expert_id in present_again(session, ledger):  # a merged record went with the one that was kept
                erase(session, by, kept_id(session, expert_id), entry.reason)
    return len(back)


def _related(session: Session, expert_id: str) -> list[Expert]:
    owners = sa.select(col(Relation.expert_id)).where(col(Relation.other_expert_id) == expert_id, col(Relation.expert_id) != expert_id)
    return list(session.scalars(sa.select(Expert).where(col(Expert.id).in_(owners)).order_by(col(Expert.id))))


def _forget_elsewhere(session: Session, expert_id: str) -> None:
    """Take the person out of accounts, answers, jobs, plans and requests; a job that was about them and is not over ends as failed."""
    own, others = col(RoleGrant.expert_id) == expert_id, col(RoleGrant.expert_id).is_(None)
    granted, kept = (sa.select(col(RoleGrant.account_id)).where(which) for which in (own, others))
    session.execute(sa.delete(Account).where(col(Account.id).in_(granted), col(Account.id).not_in(kept)))
    session.execute(sa.delete(KeptAnswer).where(_names(KeptAnswer, ("body", "headers", "address"), expert_id)))
    about = _names(Job, ("arguments", "result", "message"), expert_id)
    emptied = {"arguments": {}, "result": {}, "message": ""}
    ended = sa.case((col(Job.status).in_((JobStatus.QUEUED, JobStatus.RUNNING)), JobStatus.FAILED), else_=col(Job.status))
    session.execute(sa.update(Job).where(about).values(**emptied, status=ended, lease_owner=None, lease_until=None))
    forget_in_plans(session, expert_id)
    texts = {"wording": "", "extension_reason": "", "result": "", "expert_id": None}
    session.execute(sa.update(DataRequest).where(col(DataRequest.expert_id) == expert_id).values(**texts))


def _names(table: type[SQLModel], columns: tuple[str, ...], expert_id: str) -> sa.ColumnElement[bool]:
    """Return whether a row names the id, alone or as the beginning of the id of one of the person's items."""
    word = json.dumps(expert_id)[1:-1]
    texts = [sa.cast(getattr(table, column), sa.Text) for column in columns]
    return sa.or_(*(text.contains(word, autoescape=True) for text in texts))


def _trace(session: Session, expert_id: str, now: datetime, reason: ErasureReason) -> Erasure:
    salt = salt_in_use(session)
    digest = digest_of(salt, expert_id)
    trace = session.get(Erasure, digest)
    if trace is None:
        trace = Erasure(digest=digest, salt=salt, erased_at=now, reason=reason)
        session.add(trace)
        session.flush()
    return trace
