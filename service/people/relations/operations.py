"""Records consents, objections and restrictions, willingness and relations."""

from sqlmodel import Session

from models.audit import AuditAction
from models.database import WriteSession
from models.experts import Expert, Relation
from models.vocabulary import RelationKind
from service.identity.access.own_case import leave_to_others
from service.kit.actor import Actor
from service.kit.days import check_days
from service.kit.events.recording import EXPERT, AuditedObject, record
from service.kit.problems import Invalid, NotFound
from service.kit.validation import check_order
from service.people.profiles.changes import check_organisation
from service.people.relations.schemas import RelationCreate


def find_relation(session: Session, expert: Expert, relation_id: int) -> Relation:
    """Return the relation of ``expert``; raises ``NotFound``, for somebody else's relation too."""
    relation = session.get(Relation, relation_id)
    if relation is None or relation.expert_id != expert.id:
        raise NotFound.of(en="relation", vi="quan hệ", identifier=str(relation_id))
    return relation


def add_relation(session: WriteSession, by: Actor, expert: Expert, fields: RelationCreate) -> Relation:
    """Add a relation; raises ``Invalid`` naming the field that cannot be, ``Forbidden`` for a tie of somebody else to the actor."""
    leave_to_others(by, fields.other_expert_id)
    _check_other(session, expert, fields)
    check_order("starts", fields.starts, "ends", fields.ends)
    check_days(by.today, starts=fields.starts, ends=fields.ends)
    relation = Relation(expert_id=expert.id, **fields.model_dump())
    session.add(relation)
    session.flush()
    record(session, by, AuditAction.RELATION_ADDED, AuditedObject(EXPERT, expert.id), relation=relation.id, kind=relation.kind.value)
    return relation


def remove_relation(session: WriteSession, by: Actor, relation: Relation) -> None:
    """Remove ``relation`` for good; raises ``Forbidden`` for a tie of somebody else to the actor."""
    leave_to_others(by, relation.other_expert_id)
    session.delete(relation)
    session.flush()
    record(session, by, AuditAction.RELATION_REMOVED, AuditedObject(EXPERT, relation.expert_id), relation=relation.id)


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
