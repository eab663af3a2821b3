"""Whom a breach touches, the letter to each of them, and that it was sent (Law 91/2025/QH15, Article 23)."""

from collections.abc import Collection, Iterator

import sqlalchemy as sa
from sqlmodel import Session, col

from models.audit import AuditAction
from models.database import WriteSession, insert_if_absent
from models.experts import Expert
from models.oversight import Incident, IncidentPerson
from models.vocabulary import Language
from service.identity.access.own_case import leave_to_others
from service.kit.actor import Actor
from service.kit.events.recording import AuditedObject, record
from service.kit.local_forms import moment_in
from service.kit.problems import Conflict, Invalid, NotFound
from service.kit.settings import Settings
from service.privacy.incidents.operations import INCIDENT
from service.privacy.incidents.schemas import ConcernedView
from service.selection.messages.operations import language_of, rights_in
from service.selection.messages.texts import Template

NOTICE = {
    Language.VI: Template(
        "Thông báo về sự cố dữ liệu cá nhân",
        "Kính gửi {name},\n\n"
        "Lúc {noticed} (giờ Việt Nam), chúng tôi phát hiện một sự cố có liên quan đến dữ liệu của Anh/Chị:\n{what}\n\n"
        "Nếu nhận được thư hoặc cuộc gọi lạ nhân danh mạng lưới, xin đừng trả lời và hãy báo cho chúng tôi. "
        "Anh/Chị có thể xem toàn bộ dữ liệu đang được lưu tại {address}.\n\n{rights}\n\nLiên hệ: {contact}\n",
    ),
    Language.EN: Template(
        "Notice of a breach of personal data",
        "Dear {name},\n\n"
        "At {noticed} (Viet Nam time) we noticed a breach that concerns your data:\n{what}\n\n"
        "If you receive strange letters or calls in the name of the network, please do not answer them and tell us. "
        "You can see everything that is kept of you at {address}.\n\n{rights}\n\nContact: {contact}\n",
    ),
}


def find_incident(session: Session, incident_id: str) -> Incident:
    """Return a breach; raises ``NotFound``."""
    incident = session.get(Incident, incident_id)
    if incident is None:
        raise NotFound.of(en="incident", vi="sự cố", identifier=incident_id)
    return incident


def name_people(session: WriteSession, by: Actor, incident: Incident, expert_ids: Collection[str]) -> None:
    """Add people to those whom a breach touches; who is among them stays. Raises ``Invalid`` naming ids of nobody."""
    known = set(session.scalars(sa.select(col(Expert.id)).where(col(Expert.id).in_(expert_ids))))
    if unknown := sorted(set(expert_ids) - known):
        listed = ", ".join(unknown[:5])
        raise Invalid.field("expert_ids", en=f"names people who are not here: {listed}", vi=f"có người không tồn tại: {listed}")
    rows = [{"incident_id": incident.id, "expert_id": one, "named_at": by.now} for one in sorted(known)]
    insert_if_absent(session, IncidentPerson, rows)
    record(session, by, AuditAction.INCIDENT_PEOPLE_NAMED, AuditedObject(INCIDENT, incident.id), people=len(rows))


def concerned(session: Session, incident: Incident, settings: Settings) -> Iterator[ConcernedView]:
    """Return everybody whom a breach touches by name, each with the letter that is due."""
    statement = sa.select(IncidentPerson, Expert).join(Expert).where(col(IncidentPerson.incident_id) == incident.id)
    for row, expert in session.execute(statement.order_by(col(Expert.name_key), col(Expert.id))):
        language = language_of(expert)
        template, values = NOTICE[language], _values(incident, expert, language, settings)
        yield ConcernedView(
            expert_id=expert.id,
            display_name=expert.display_name,
            email=expert.email,
            named_at=row.named_at,
            told_at=row.told_at,
            told_by=row.told_by,
            subject=template.subject,
            body=template.body.format(**values),
        )


def tell(session: WriteSession, by: Actor, incident: Incident, expert_id: str) -> None:
    """Record that somebody was told; raises ``NotFound`` for who is not concerned, ``Conflict`` for who was told."""
    leave_to_others(by, expert_id)
    its = (col(IncidentPerson.incident_id) == incident.id, col(IncidentPerson.expert_id) == expert_id)
    row = session.scalars(sa.select(IncidentPerson).where(*its).with_for_update()).one_or_none()
    if row is None:
        raise NotFound.of(en="person concerned", vi="người bị ảnh hưởng", identifier=expert_id)
    if row.told_at is not None:
        raise Conflict("person_told_already", en="The person was told already.", vi="Người này đã được thông báo.")
    row.told_at, row.told_by = by.now, by.actor
    session.flush()
    record(session, by, AuditAction.INCIDENT_PERSON_TOLD, AuditedObject(INCIDENT, incident.id), expert=expert_id)


def _values(incident: Incident, expert: Expert, language: Language, settings: Settings) -> dict[str, str]:
    return {
        "name": expert.display_name,
        "noticed": moment_in(language, incident.noticed_at),
        "what": incident.description,
        "address": f"{settings.base_url}/profile",
        "rights": rights_in(language, settings),
        "contact": settings.letter_contact or settings.smtp_sender,
    }
