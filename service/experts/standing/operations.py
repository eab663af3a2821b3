"""Records consents, willingness and relations."""

from datetime import date, datetime

from sqlmodel import Session

from models.database import WriteSession
from models.experts import Consent, Expert, Relation, Willingness
from models.vocabulary import ConsentPurpose, RelationKind, RoleCode
from service.experts.changes import check_order, check_organisation
from service.experts.standing.schemas import ConsentInput, RelationCreate
from service.problems import Invalid, NotFound


def record_consent(session: WriteSession, expert: Expert, purpose: ConsentPurpose, word: ConsentInput, now: datetime) -> Consent | None:
    """Give or withdraw consent; None when there is nothing to withdraw. Saying the same again changes no date."""
    consent = session.get(Consent, (expert.id, purpose))
    if word.given:
        consent = _give(session, expert, purpose, consent, word.text_version, now)
    elif consent is not None and consent.withdrawn_at is None:
        consent.withdrawn_at = now
    session.flush()
    return consent


def _give(
    session: WriteSession, expert: Expert, purpose: ConsentPurpose, before: Consent | None, text_version: str | None, now: datetime
) -> Consent:
    if text_version is None:
        raise Invalid.field("text_version", en="is required to give consent", vi="là bắt buộc khi cho phép")
    if before is None:
        before = Consent(expert_id=expert.id, purpose=purpose, text_version=text_version, given_at=now)
        session.add(before)
    elif before.withdrawn_at is not None or before.text_version != text_version:
        before.text_version, before.given_at, before.withdrawn_at = text_version, now, None
    return before


def record_willingness(session: WriteSession, expert: Expert, role: RoleCode, willing: bool, today: date) -> Willingness:
    """Record the person's word of today on ``role``, in place of an earlier one."""
    word = session.merge(Willingness(expert_id=expert.id, role=role, willing=willing, declared_on=today))
    session.flush()
    return word


def find_relation(session: Session, expert: Expert, relation_id: int) -> Relation:
    """Return the relation of ``expert``; raises ``NotFound``, for somebody else's relation too."""
    relation = session.get(Relation, relation_id)
    if relation is None or relation.expert_id != expert.id:
        raise NotFound.of(en="relation", vi="quan hệ", identifier=str(relation_id))
    return relation


def add_relation(session: WriteSession, expert: Expert, fields: RelationCreate) -> Relation:
    """Add a relation; raises ``Invalid`` naming the field that cannot be."""
    _check_other(session, expert, fields)
    check_order("starts", fields.starts, "ends", fields.ends)
    relation = Relation(expert_id=expert.id, **fields.model_dump())
    session.add(relation)
    session.flush()
    return relation


def remove_relation(session: WriteSession, relation: Relation) -> None:
    """Remove ``relation`` for good."""
    session.delete(relation)
    session.flush()


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
