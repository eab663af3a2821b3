"""Adds, changes and removes evidence; each is a change of the person."""

from datetime import date
from typing import Any

from sqlmodel import Session

from models.audit import AuditAction
from models.database import WriteSession
from models.experts import Evidence, Expert
from models.vocabulary import Verification
from models.vocabulary.documents import DocumentPurpose
from service.kit.actor import Actor
from service.kit.events.recording import EXPERT, AuditedObject, record
from service.kit.problems import Invalid, NotFound
from service.kit.validation import check_order, merged, validated
from service.people.documents.proofs import check_proof
from service.people.evidence.plausibility import check_dates
from service.people.evidence.schemas import EvidenceChange, EvidenceCreate
from service.people.profiles.changes import check_organisation


def find_evidence(session: Session, expert: Expert, evidence_id: str) -> Evidence:
    """Return the item of ``expert``; raises ``NotFound``, for somebody else's item too."""
    item = session.get(Evidence, evidence_id)
    if item is None or item.expert_id != expert.id:
        raise NotFound.of(en="evidence", vi="minh chứng", identifier=evidence_id)
    return item


def add_evidence(session: WriteSession, by: Actor, expert: Expert, fields: EvidenceCreate) -> Evidence:
    """Add an item; its id holds the number of this change, so that no id is ever given twice."""
    item = Evidence(id=f"{expert.id}-C{expert.change_number}", expert_id=expert.id, **_columns(session, by, expert, fields))
    session.add(item)
    _changed(session, by, expert)
    record(session, by, AuditAction.EVIDENCE_ADDED, AuditedObject(EXPERT, expert.id), **_for_whom(by, expert), evidence=item.id)
    return item


def change_evidence(session: WriteSession, by: Actor, expert: Expert, item: Evidence, change: EvidenceChange) -> None:
    """Change the named fields of ``item``; what results must be valid as a whole."""
    stored = {name: getattr(item, name) for name in EvidenceCreate.model_fields}
    fields = validated(EvidenceCreate, merged(stored, change))
    for name, value in _columns(session, by, expert, fields).items():
        setattr(item, name, value)
    _changed(session, by, expert)
    named = sorted(change.model_fields_set)
    record(
        session, by, AuditAction.EVIDENCE_CHANGED, AuditedObject(EXPERT, expert.id), **_for_whom(by, expert), evidence=item.id, fields=named
    )


def remove_evidence(session: WriteSession, by: Actor, expert: Expert, item: Evidence) -> None:
    """Remove ``item`` for good."""
    session.delete(item)
    _changed(session, by, expert)
    record(session, by, AuditAction.EVIDENCE_REMOVED, AuditedObject(EXPERT, expert.id), **_for_whom(by, expert), evidence=item.id)


def _for_whom(by: Actor, expert: Expert) -> dict[str, str]:
    """Return what an event says of somebody who acts for ``expert``; nothing where the person, or a coordinator, acts."""
    return {"acting_for": expert.id} if expert.id in by.edits_for else {}


def _changed(session: WriteSession, by: Actor, expert: Expert) -> None:
    expert.refreshed_on = by.today
    session.flush()


def check_item(fields: EvidenceCreate, today: date) -> None:
    """Raise ``Invalid``, naming the field, for what cannot be true of an item on ``today``, or for a verification that nobody made."""
    check_order("starts", fields.starts, "ends", fields.ends)
    check_dates(fields, today)
    if fields.verification is Verification.VERIFIED:
        for name in ("verified_by", "verified_on"):
            if not getattr(fields, name):
                raise Invalid.field(name, en="is required for a verified item", vi="là bắt buộc đối với minh chứng đã xác minh")


def _columns(session: WriteSession, by: Actor, expert: Expert, fields: EvidenceCreate) -> dict[str, Any]:
    check_item(fields, by.today)
    check_organisation(session, fields.organisation_id)
    check_proof(session, expert.id, fields.document_id, DocumentPurpose.EVIDENCE)
    return fields.model_dump()
