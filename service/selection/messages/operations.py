"""Writes messages to people in the transaction of what they are about, and notes that they were sent."""

import uuid
from datetime import UTC, date
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, col

from matching.explanation.clauses import clause_of
from models.audit import AuditAction
from models.database import WriteSession
from models.experts import Expert
from models.invitations import OutboxMessage
from models.rules import Role
from models.selection import SelectionRequest
from models.vocabulary import Language, RoleCode
from models.vocabulary.selection import MessageKind
from service.catalogue.rules.in_force import read_rules
from service.catalogue.subjects.contents import SubjectKind
from service.catalogue.subjects.queries import find_subject
from service.identity.access.own_case import leave_to_others
from service.kit.actor import Actor
from service.kit.events.recording import AuditedObject, record
from service.kit.jobs.queue import begin_again
from service.kit.languages import Bilingual
from service.kit.local_forms import day_in
from service.kit.problems import Conflict, NotFound
from service.kit.settings import Settings
from service.matches.recommendations.inputs import role_name
from service.selection.messages.delivery import has_lapsed, job_of
from service.selection.messages.links import LINK_LEFT_OUT
from service.selection.messages.texts import EVIDENCE_ASKED, HOURS, INVITATION, RIGHTS, SIGNING_IN

MESSAGE = "message"
_TEMPLATES = {MessageKind.INVITATION: INVITATION, MessageKind.EVIDENCE_ASKED: EVIDENCE_ASKED}


def language_of(expert: Expert) -> Language:
    """Return the language that ``expert`` is written to: Vietnamese for whoever speaks it."""
    return Language.VI if "vi" in expert.languages else Language.EN


def write_invitation(
    session: WriteSession, by: Actor, request: SelectionRequest, expert: Expert, role: RoleCode, answer_by: date, settings: Settings
) -> str:
    """Write the letter of an invitation, its link left out, and return its id, from which the link is made."""
    language = language_of(expert)
    more = {
        "link": LINK_LEFT_OUT[language],
        "answer_by": day_in(language, answer_by),
        **terms_of(session, request, role, language, settings),
    }
    return _write(session, by, request, MessageKind.INVITATION, expert, _names(session, request, expert, role) | more)


def ask_for_evidence(
    session: WriteSession, by: Actor, request: SelectionRequest, expert: Expert, role: RoleCode, rule_id: str, settings: Settings
) -> str:
    """Write the message that asks for evidence for a rule, and return its id."""
    language = language_of(expert)
    (rule,) = (one for one in read_rules(session, role, settings.selection_day(lambda: by.now)) if one.id == rule_id)
    more = {"rule": dict(rule.label)[language], "clause": clause_of(rule)[language], "link": f"{settings.base_url}/profile"}
    return _write(session, by, request, MessageKind.EVIDENCE_ASKED, expert, _names(session, request, expert, role) | more)


def rights_in(language: Language, settings: Settings) -> str:
    """Return what letters say of complaint, appeal and compensation."""
    said = RIGHTS[language].format(address=f"{settings.base_url}/profile/requests")
    return f"{said} {appeal_of(settings).in_language(language)}".rstrip()


def appeal_of(settings: Settings) -> Bilingual:
    """Return the sentence on where else a person may appeal; empty where none is set."""
    return Bilingual(vi=settings.letter_appeal_vi, en=settings.letter_appeal_en)


def mark_sent(session: WriteSession, by: Actor, visible: sa.Select[Any], message_id: str) -> OutboxMessage:
    """Note that one of the ``visible`` messages was sent; its text is forgotten.

    Raises ``NotFound``, ``Conflict`` for one that was sent, ``Forbidden`` for one to the actor.
    """
    message = _unsent(session, by, visible, message_id)
    message.sent_at, message.sent_by, message.body = by.now, by.actor, ""
    session.flush()
    record(session, by, AuditAction.MESSAGE_SENT, AuditedObject(MESSAGE, message.id), kind=message.kind.value, expert=message.expert_id)
    return message


def try_again(session: WriteSession, by: Actor, visible: sa.Select[Any], message_id: str) -> OutboxMessage:
    """Hand one of the ``visible`` messages, which was given up, to the mail server once more, with as many attempts as a new one.

    Raises ``NotFound``, ``Conflict`` for one that was sent or not given up, ``Forbidden`` for one to the actor.
    """
    message = _unsent(session, by, visible, message_id)
    if has_lapsed(session, message, by.now) or not begin_again(session, job_of(message.id)):
        raise Conflict(
            "message_not_given_up",
            en="Only a letter that was given up, and whose invitation is still open, can be tried again.",
            vi="Chỉ gửi lại được thư mà hệ thống đã thôi gửi và lời mời còn hiệu lực.",
        )
    about = AuditedObject(MESSAGE, message.id)
    record(session, by, AuditAction.MESSAGE_TRIED_AGAIN, about, kind=message.kind.value, expert=message.expert_id)
    return message


def _unsent(session: WriteSession, by: Actor, visible: sa.Select[Any], message_id: str) -> OutboxMessage:
    wanted = visible.where(col(OutboxMessage.id) == message_id)
    message: OutboxMessage | None = session.scalar(wanted.with_for_update().execution_options(populate_existing=True))
    if message is None:
        raise NotFound.of(en="message", vi="thư", identifier=message_id)
    leave_to_others(by, message.expert_id)
    if message.sent_at is not None:
        raise Conflict("message_sent_already", en="The message was sent already.", vi="Thư đã được gửi.")
    return message


def terms_of(session: Session, request: SelectionRequest, role: RoleCode, language: Language, settings: Settings) -> dict[str, str]:
    """Return letterhead, duty, time, start, contact and way to answer of a letter."""
    stated, open_yet = HOURS[language]
    row = session.get_one(Role, role)
    return {
        "agency": settings.letter_agency_vi if language is Language.VI else settings.letter_agency_en,
        "rights": rights_in(language, settings),
        "contact": settings.letter_contact or settings.smtp_sender,
        "duty": row.scope_vi if language is Language.VI else row.scope_en,
        "signing_in": SIGNING_IN[language][settings.invited_sign_in],
        "hours": open_yet if request.hours_per_week is None else stated.format(hours=request.hours_per_week),
        "starts": open_yet if request.starts is None else day_in(language, request.starts),
    }


def _names(session: Session, request: SelectionRequest, expert: Expert, role: RoleCode) -> dict[str, str]:
    language = language_of(expert)
    subject = find_subject(session, SubjectKind(request.subject_kind), request.subject_id)
    named = {"role": role_name(session, role).in_language(language), "subject": subject.name.in_language(language)}
    return {"name": expert.display_name, **named}


def _write(session: WriteSession, by: Actor, request: SelectionRequest, kind: MessageKind, expert: Expert, values: dict[str, str]) -> str:
    language = language_of(expert)
    template = _TEMPLATES[kind][language]
    message = OutboxMessage(
        id=f"M{by.now.astimezone(UTC):%Y%m%d%H%M%S%f}-{uuid.uuid4().hex[:8]}",
        kind=kind,
        request_id=request.id,
        expert_id=expert.id,
        language=language,
        subject=template.subject.format(**values),
        body=template.body.format(**values),
        written_at=by.now,
    )
    session.add(message)
    session.flush()
    return message.id
