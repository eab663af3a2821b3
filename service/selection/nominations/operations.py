"""Takes nominations and their answers. Whoever is named anew has a record that is inert until the person consents."""

import uuid
from datetime import UTC

from sqlmodel import Session, col

from models.audit import AuditAction
from models.database import WriteSession
from models.experts import Expert, ImportedPerson
from models.nominations import Nomination
from models.projects import Organisation
from models.vocabulary.selection import NominationState, RequestSubject
from service.catalogue.subjects.queries import find_subject, kind_of
from service.identity.access.guards import enforce
from service.identity.access.own_case import about_viewer
from service.identity.access.policies import Operation, may_see_inside, may_with_all
from service.identity.access.viewer import Viewer
from service.identity.access.visibility import visible_experts
from service.kit.actor import Actor
from service.kit.events.recording import AuditedObject, record
from service.kit.problems import Conflict, Forbidden, Invalid
from service.kit.validation import validated
from service.people.profiles.identifiers import holder
from service.people.profiles.operations import create_expert
from service.people.profiles.schemas import ExpertCreate
from service.selection.nominations.schemas import NominationAnswer, NominationCreate

NOMINATION = "nomination"
SOURCE = "nomination"


def nominate(session: WriteSession, by: Actor, viewer: Viewer, fields: NominationCreate) -> Nomination:
    """Name a person; raises ``Invalid`` for somebody whom the viewer may not see, and for a role or organisation that is unknown.

    An address that a record has leads to that record, and the answer is that of a new one: who nominates learns nothing of the network.
    """
    subject_kind, subject_id = _subject(session, viewer, fields)
    if fields.organisation_id is not None and session.get(Organisation, fields.organisation_id) is None:
        raise Invalid.field("organisation_id", en="names no known organisation", vi="không phải tổ chức đã biết")
    expert_id, person = _nominee(session, by, viewer, fields)
    nomination = Nomination(
        id=f"N{by.now.astimezone(UTC):%Y%m%d%H%M%S%f}-{uuid.uuid4().hex[:8]}",
        expert_id=expert_id,
        person=person,
        subject_kind=subject_kind,
        subject_id=subject_id,
        role=fields.role,
        nominator=fields.nominator,
        organisation_id=fields.organisation_id,
        reason=fields.reason,
        recorded_by=by.actor,
        recorded_at=by.now,
    )
    session.add(nomination)
    session.flush()
    what = {"expert": nomination.expert_id, "subject": subject_id, "role": fields.role.value if fields.role else None}
    record(session, by, AuditAction.PERSON_NOMINATED, AuditedObject(NOMINATION, nomination.id), **what)
    return nomination


def answer(session: WriteSession, by: Actor, viewer: Viewer, nomination: Nomination, fields: NominationAnswer) -> None:
    """Note what the person said: the person alone, or a coordinator who writes how they were told.

    Raises ``Forbidden`` for anybody else, ``Invalid`` without those words, and ``Conflict`` for a nomination that was answered.
    """
    own = about_viewer(by, nomination.expert_id)
    if not own and may_with_all(viewer, Operation.NOMINATE) is not True:
        raise Forbidden(
            "nominee_answers",
            en="The person who is named answers, not who names them.",
            vi="Người được đề cử trả lời, không phải người đề cử.",
        )
    if not own and not fields.text:
        raise Invalid.field("text", en="is needed: how did the person tell you?", vi="là bắt buộc: người đó đã trả lời bằng cách nào?")
    if nomination.state is not NominationState.OPEN:
        raise Conflict("nomination_answered_already", en="This nomination was answered already.", vi="Đề cử này đã được trả lời.")
    nomination.state = NominationState.ACCEPTED if fields.answer == "accept" else NominationState.DECLINED
    nomination.answered_by, nomination.answered_at, nomination.answer = by.actor, by.now, fields.text
    session.flush()
    record(session, by, AuditAction.NOMINATION_ANSWERED, AuditedObject(NOMINATION, nomination.id), answer=fields.answer, own=own)


def _subject(session: Session, viewer: Viewer, fields: NominationCreate) -> tuple[RequestSubject | None, str | None]:
    if fields.subject is None:
        return None, None
    kind = kind_of(session, fields.subject)
    subject = find_subject(session, kind, fields.subject)
    enforce(may_see_inside(viewer, subject.sensitivity))
    return RequestSubject(kind.value), subject.id


def _nominee(session: WriteSession, by: Actor, viewer: Viewer, fields: NominationCreate) -> tuple[str, str]:
    """Return the id of the person, and the name as the nominator knows it."""
    if fields.expert_id is None:
        return holder(session, "email", fields.email.lower()) or _new_person(session, by, fields), fields.name or ""
    named = visible_experts(viewer).where(col(Expert.id) == fields.expert_id)
    name = session.scalar(named.with_only_columns(col(Expert.display_name)))
    if name is None:
        raise Invalid.field("expert_id", en="names no known expert", vi="không phải chuyên gia đã biết")
    return fields.expert_id, name


def _new_person(session: WriteSession, by: Actor, fields: NominationCreate) -> str:
    name = fields.name or ""
    family, _, given = name.partition(" ")
    said = {
        "display_name": name,
        "family_name": family if given else "",
        "given_name": given or family,
        "email": fields.email,
        "country": fields.country,
    }
    expert = create_expert(session, by, validated(ExpertCreate, said))
    session.add(ImportedPerson(expert_id=expert.id, source=SOURCE, imported_at=by.now, fields=said))
    return expert.id
