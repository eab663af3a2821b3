"""Records that people who came from a file were told and warned."""

from datetime import timedelta

from sqlmodel import Session

from models.audit import AuditAction
from models.database import WriteSession
from models.notices import ImportNotice
from service.identity.access.own_case import leave_to_others
from service.kit.actor import Actor
from service.kit.events.recording import EXPERT, AuditedObject, record
from service.kit.problems import Conflict, NotFound
from service.privacy.notices.queries import Undecided, undecided


def find_undecided(session: Session, expert_id: str) -> Undecided:
    """Return somebody who came from a file and has not agreed; raises ``NotFound`` for anybody else."""
    found = undecided(session, expert_id)
    if not found:
        raise NotFound.of(en="imported person without consent", vi="người được nhập chưa cho ý kiến", identifier=expert_id)
    return found[0]


def record_sent(session: WriteSession, by: Actor, expert_id: str, days: int) -> ImportNotice:
    """Record that the letter was sent: from today on ``days`` run, after which the record goes; raises ``Conflict`` the second time."""
    leave_to_others(by, expert_id)
    if find_undecided(session, expert_id).notice is not None:
        raise Conflict("notice_sent_already", en="The letter was recorded as sent already.", vi="Thư đã được ghi nhận là đã gửi.")
    notice = ImportNotice(expert_id=expert_id, sent_at=by.now, sent_by=by.actor, erase_after=by.today + timedelta(days=days))
    session.add(notice)
    session.flush()
    record(session, by, AuditAction.NOTICE_SENT, AuditedObject(EXPERT, expert_id), erase_after=notice.erase_after.isoformat())
    return notice


def record_warned(session: WriteSession, by: Actor, expert_id: str) -> ImportNotice:
    """Record that the warning was sent; raises ``Conflict`` before the letter and the second time."""
    leave_to_others(by, expert_id)
    notice = find_undecided(session, expert_id).notice
    if notice is None:
        raise Conflict("notice_not_sent", en="The letter was not sent yet.", vi="Chưa gửi thư thông báo.")
    if notice.warned_at is not None:
        raise Conflict("warning_sent_already", en="The warning was recorded as sent already.", vi="Thư nhắc đã được ghi nhận là đã gửi.")
    notice.warned_at, notice.warned_by = by.now, by.actor
    session.flush()
    record(session, by, AuditAction.NOTICE_WARNED, AuditedObject(EXPERT, expert_id), erase_after=notice.erase_after.isoformat())
    return notice
