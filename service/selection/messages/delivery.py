"""How far a letter is on its way: sent, with the mail server, put off, given up, left to whoever copies it, or not to be sent any more."""

from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

import sqlalchemy as sa
from sqlmodel import Session, col

from models.invitations import CandidateInvitation, OutboxMessage
from models.jobs import Job
from models.selection import SelectionRequest
from models.vocabulary import JobStatus
from models.vocabulary.selection import InvitationState, MessageKind, SelectionState
from service.kit.jobs.queue import pause_after
from service.kit.languages import Bilingual
from service.kit.mail import MailFault
from service.selection.messages.links import hash_of, token_of


class Delivery(StrEnum):
    """Who has a letter now."""

    TO_COPY = "to_copy"
    WITH_SERVER = "with_server"
    PUT_OFF = "put_off"
    GIVEN_UP = "given_up"
    SENT = "sent"
    LAPSED = "lapsed"


class Way(NamedTuple):
    """Where a letter is; ``trouble`` and ``again_at`` are there once an attempt failed, the latter while others follow."""

    delivery: Delivery
    trouble: Bilingual | None = None
    again_at: datetime | None = None


FAULTS = {
    MailFault.UNREACHABLE: Bilingual(en="the mail server does not answer", vi="máy chủ thư không trả lời"),
    MailFault.PUT_OFF: Bilingual(en="the mail server takes no letters for now", vi="máy chủ thư tạm thời chưa nhận"),
    MailFault.NOT_SECURE: Bilingual(
        en="the mail server offers no connection that can be trusted (STARTTLS, certificate)",
        vi="máy chủ thư không có kết nối đáng tin cậy (STARTTLS, chứng thư)",
    ),
    MailFault.SIGN_IN: Bilingual(en="the mail server refuses the account of this service", vi="máy chủ thư từ chối tài khoản của hệ thống"),
    MailFault.REFUSED: Bilingual(en="the mail server refuses this letter or its address", vi="máy chủ thư từ chối thư hoặc địa chỉ này"),
    MailFault.NO_ADDRESS: Bilingual(
        en="the person has no e-mail address that can be written to", vi="hồ sơ không có địa chỉ thư điện tử dùng được"
    ),
}
OTHER = Bilingual(en="something went wrong here", vi="có lỗi ở phía hệ thống")


def job_of(message_id: str) -> str:
    """Return the id of the job that sends a message."""
    return f"letter-{message_id}"


def has_lapsed(session: Session, message: OutboxMessage, now: datetime) -> bool:
    """Return whether a letter that waits is to be sent no more: its request is over, or its invitation answered, withdrawn or late."""
    if session.get_one(SelectionRequest, message.request_id).state is SelectionState.ENDED:
        return True
    if message.kind is not MessageKind.INVITATION:
        return False
    its = col(CandidateInvitation.token_hash) == hash_of(token_of(session, message.id))
    open_yet = (col(CandidateInvitation.state) == InvitationState.OPEN, col(CandidateInvitation.deadline) > now)
    return not session.scalar(sa.select(sa.exists().where(its, *open_yet)))


def way_of(session: Session, message: OutboxMessage, now: datetime) -> Way:
    """Return where ``message`` is at the moment ``now``."""
    if message.sent_at is not None:
        return Way(Delivery.SENT)
    if has_lapsed(session, message, now):
        return Way(Delivery.LAPSED)
    job = session.get(Job, job_of(message.id))
    if job is None or job.status is JobStatus.DONE:
        return Way(Delivery.TO_COPY)
    trouble = next((words for fault, words in FAULTS.items() if fault == job.message), OTHER)
    if job.status is JobStatus.FAILED:
        return Way(Delivery.GIVEN_UP, trouble)
    if job.status is JobStatus.QUEUED and job.attempts and job.started_at:
        return Way(Delivery.PUT_OFF, trouble, job.started_at + pause_after(job.attempts))
    return Way(Delivery.WITH_SERVER)
