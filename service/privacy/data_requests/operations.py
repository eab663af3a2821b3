"""Receives requests and moves them on; what the law wants done at once is done with the receipt."""

import uuid
from collections.abc import Collection
from datetime import UTC, date, timedelta

from models.audit import AuditAction
from models.data_requests import DataRequest
from models.database import WriteSession
from models.experts import Expert
from models.vocabulary import ConsentPurpose, DataRequestKind, DataRequestState, ErasureReason, ProcessingStop
from service.identity.access.own_case import leave_to_others
from service.kit.actor import Actor
from service.kit.events.recording import DATA_REQUEST, AuditedObject, record
from service.kit.problems import Invalid
from service.people.consents.operations import record_consent, record_stop
from service.people.consents.schemas import ConsentInput
from service.people.profiles.changes import expert_to_extend
from service.privacy.data_requests.clocks import days_of
from service.privacy.data_requests.queries import find_clock
from service.privacy.data_requests.schemas import DataRequestCreate, DataRequestStep
from service.privacy.data_requests.steps import CLOSED, check_step
from service.privacy.erasure.operations import erase

_STOPS = {DataRequestKind.OBJECTION: ProcessingStop.OBJECTION, DataRequestKind.RESTRICTION: ProcessingStop.RESTRICTION}
_AT_ONCE = {*_STOPS, DataRequestKind.WITHDRAWAL}
_NEEDS_TEXT = {DataRequestState.EXTENDED, *CLOSED}
_NEEDS_OWNER = {DataRequestState.IN_PROGRESS, DataRequestState.EXTENDED, DataRequestState.DONE}


def receive(session: WriteSession, by: Actor, fields: DataRequestCreate, holidays: Collection[date]) -> DataRequest:
    """Record a request with its last days. Withdrawal, objection and restriction stop the matching in the same transaction."""
    if fields.expert_id is None and fields.kind is not DataRequestKind.COMPLAINT:
        raise Invalid.field("expert_id", en="is required for this kind of request", vi="là bắt buộc đối với loại yêu cầu này")
    # Locks the counter of changes before the audit, as every change of a person does.
    expert = expert_to_extend(session, fields.expert_id) if fields.expert_id is not None else None
    days = days_of(find_clock(session, fields.kind), by.now, holidays, with_processor=fields.with_processor)
    request = DataRequest(id=_new_id(by), received_at=by.now, **days._asdict(), **fields.model_dump())
    session.add(request)
    session.flush()
    what = {"kind": request.kind.value, "expert": request.expert_id, "due": request.due_on.isoformat()}
    record(session, by, AuditAction.DATA_REQUEST_RECEIVED, AuditedObject(DATA_REQUEST, request.id), **what)
    if expert is not None and request.kind in _AT_ONCE:
        _stop_matching(session, by, expert, request.kind)
    return request


def move(session: WriteSession, by: Actor, request: DataRequest, step: DataRequestStep) -> None:
    """Take the next step. An erasure that is done erases the person in the same transaction.

    Raises ``Forbidden`` for one's own request, ``Conflict`` for an illegal step and ``Invalid`` for a missing owner, reason or result.
    """
    leave_to_others(by, request.expert_id)
    check_step(request, step.to)
    _check_fields(request, step)
    if request.kind is DataRequestKind.ERASURE and step.to is DataRequestState.DONE and request.expert_id is not None:
        erase(session, by, request.expert_id, ErasureReason.REQUEST)
        session.refresh(request)
    if step.to is DataRequestState.EXTENDED:
        request.due_on += timedelta(days=find_clock(session, request.kind).extension)
    request.owner = step.owner or request.owner
    _note(request, by, step)
    session.flush()
    what = {"to": step.to.value, "owner": request.owner or None, "due": request.due_on.isoformat()}
    record(session, by, AuditAction.DATA_REQUEST_MOVED, AuditedObject(DATA_REQUEST, request.id), **what)


def _new_id(by: Actor) -> str:
    """Return an id whose order is that of receipt."""
    return f"R{by.now.astimezone(UTC):%Y%m%d%H%M%S%f}-{uuid.uuid4().hex[:8]}"


def _stop_matching(session: WriteSession, by: Actor, expert: Expert, kind: DataRequestKind) -> None:
    if kind is DataRequestKind.WITHDRAWAL:
        record_consent(session, by, expert, ConsentPurpose.MATCHING, ConsentInput(given=False))
    else:
        record_stop(session, by, expert, _STOPS[kind], stopped=True)


def _check_fields(request: DataRequest, step: DataRequestStep) -> None:
    if step.to in _NEEDS_TEXT and not step.text:
        raise Invalid.field("text", en="is required for this step", vi="là bắt buộc cho bước này")
    if step.to in _NEEDS_OWNER and not (step.owner or request.owner):
        raise Invalid.field("owner", en="is required for this step", vi="là bắt buộc cho bước này")


def _note(request: DataRequest, by: Actor, step: DataRequestStep) -> None:
    request.state = step.to
    if request.acknowledged_at is None:
        request.acknowledged_at = by.now
    if step.to is DataRequestState.EXTENDED:
        request.extended_at, request.extension_reason = by.now, step.text
    if step.to in CLOSED:
        request.closed_at, request.result = by.now, step.text
