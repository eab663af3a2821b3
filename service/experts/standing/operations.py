"""Records consents, objections and restrictions, willingness and relations."""

from datetime import datetime

from sqlmodel import Session

from models.audit import AuditAction
from models.consents import ConsentText, PastConsent
from models.database import WriteSession
from models.experts import Consent, Expert, Relation, Willingness
from models.vocabulary import ConsentPurpose, ProcessingStop, RelationKind, RoleCode
from service.access.own_case import leave_to_others
from service.acting import By
from service.audit.operations import EXPERT, Thing, record
from service.experts.changes import check_order, check_organisation
from service.experts.standing.schemas import ConsentInput, RelationCreate
from service.problems import Invalid, NotFound
from service.shortlists.steps.withdrawing import withdraw_candidacies


def record_consent(session: WriteSession, by: By, expert: Expert, purpose: ConsentPurpose, word: ConsentInput) -> Consent | None:
    """Give or withdraw consent; None when there is nothing to withdraw. Saying the same again changes nothing.

    Whoever withdraws consent to matching is no candidate any more, in the same transaction.
    """
    consent = session.get(Consent, (expert.id, purpose))
    if word.given:
        return _give(session, by, expert, purpose, word.text_version)
    if consent is not None and consent.withdrawn_at is None:
        consent.withdrawn_at = by.now
        session.flush()
        _record_consent(session, by, AuditAction.CONSENT_WITHDRAWN, consent)
        if purpose is ConsentPurpose.MATCHING:
            withdraw_candidacies(session, by, expert.id)
    return consent


def _give(session: WriteSession, by: By, expert: Expert, purpose: ConsentPurpose, text_version: str | None) -> Consent:
    if text_version is None:
        raise Invalid.field("text_version", en="is required to give consent", vi="là bắt buộc khi cho phép")
    before = session.get(Consent, (expert.id, purpose))
    if before is not None and before.withdrawn_at is None and before.text_version == text_version:
        return before
    _check_text(session, by, purpose, text_version)
    if before is not None:
        session.add(PastConsent(**before.model_dump(), replaced_at=by.now))
    consent = session.merge(Consent(expert_id=expert.id, purpose=purpose, text_version=text_version, given_at=by.now, withdrawn_at=None))
    session.flush()
    _record_consent(session, by, AuditAction.CONSENT_GIVEN, consent)
    return consent


def _check_text(session: WriteSession, by: By, purpose: ConsentPurpose, version: str) -> None:
    """Raise ``Invalid`` unless the text exists and is in use today: nobody can consent to what was not shown."""
    text = session.get(ConsentText, (purpose, version))
    if text is None or text.valid_from > by.today or (text.valid_until is not None and text.valid_until < by.today):
        raise Invalid.field("text_version", en="names no text in use for this purpose", vi="không phải văn bản đang dùng cho mục đích này")


def _record_consent(session: WriteSession, by: By, action: AuditAction, consent: Consent) -> None:
    what = {"purpose": consent.purpose.value, "text_version": consent.text_version}
    record(session, by, action, Thing(EXPERT, consent.expert_id), **what)


_STOPPED_AT = {ProcessingStop.OBJECTION: "objected_at", ProcessingStop.RESTRICTION: "restricted_at"}


def record_stop(session: WriteSession, by: By, expert: Expert, stop: ProcessingStop, *, stopped: bool) -> datetime | None:
    """Stop the matching of a person at their word, or let it go on, and return since when it is stopped; the same again changes nothing.

    Whoever objects is no candidate any more; a restriction only lets everything about the person rest.
    """
    since: datetime | None = getattr(expert, _STOPPED_AT[stop])
    if stopped == (since is not None):
        return since
    since = by.now if stopped else None
    setattr(expert, _STOPPED_AT[stop], since)
    session.flush()
    action = AuditAction.PROCESSING_STOPPED if stopped else AuditAction.PROCESSING_RESUMED
    record(session, by, action, Thing(EXPERT, expert.id), stop=stop.value)
    if stopped and stop is ProcessingStop.OBJECTION:
        withdraw_candidacies(session, by, expert.id)
    return since


def record_willingness(session: WriteSession, by: By, expert: Expert, role: RoleCode, *, willing: bool) -> Willingness:
    """Record the person's word of today on ``role``, in place of an earlier one."""
    word = session.merge(Willingness(expert_id=expert.id, role=role, willing=willing, declared_on=by.today))
    session.flush()
    record(session, by, AuditAction.WILLINGNESS_RECORDED, Thing(EXPERT, expert.id), role=role.value, willing=willing)
    return word


def find_relation(session: Session, expert: Expert, relation_id: int) -> Relation:
    """Return the relation of ``expert``; raises ``NotFound``, for somebody else's relation too."""
    relation = session.get(Relation, relation_id)
    if relation is None or relation.expert_id != expert.id:
        raise NotFound.of(en="relation", vi="quan hệ", identifier=str(relation_id))
    return relation


def add_relation(session: WriteSession, by: By, expert: Expert, fields: RelationCreate) -> Relation:
    """Add a relation; raises ``Invalid`` naming the field that cannot be, ``Forbidden`` for a tie of somebody else to the actor."""
    leave_to_others(by, fields.other_expert_id)
    _check_other(session, expert, fields)
    check_order("starts", fields.starts, "ends", fields.ends)
    relation = Relation(expert_id=expert.id, **fields.model_dump())
    session.add(relation)
    session.flush()
    record(session, by, AuditAction.RELATION_ADDED, Thing(EXPERT, expert.id), relation=relation.id, kind=relation.kind.value)
    return relation


def remove_relation(session: WriteSession, by: By, relation: Relation) -> None:
    """Remove ``relation`` for good; raises ``Forbidden`` for a tie of somebody else to the actor."""
    leave_to_others(by, relation.other_expert_id)
    session.delete(relation)
    session.flush()
    record(session, by, AuditAction.RELATION_REMOVED, Thing(EXPERT, relation.expert_id), relation=relation.id)


def _check_other(session: WriteSession, expert: Expert, fields: RelationCreate) -> None:
    if (fields.organisation_id is None) == (fields.other_expert_id is None):
        raise Invalid.field(
            "organisation_id",
            en="or other_expert_id must be given, and only one of them",
            vi="hoặc other_expert_id phải có, và chỉ một trong hai",
        )
    check_organisation(session, fields.organisation_id)
    if fields.other_expert_id is not None:
        _check_other_expert(session, expert, fields.kind, fields.other_expert_id)


def _check_other_expert(session: WriteSession, expert: Expert, kind: RelationKind, other: str) -> None:
    if kind is RelationKind.FAMILY:
        text = "must be empty: a family tie is declared by the organisation alone"
        raise Invalid.field("other_expert_id", en=text, vi="phải để trống: quan hệ gia đình chỉ khai báo tổ chức")
    if other == expert.id or session.get(Expert, other) is None:
        raise Invalid.field("other_expert_id", en="names no other known expert", vi="không phải một chuyên gia khác đã biết")
