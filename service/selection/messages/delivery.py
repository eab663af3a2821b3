"""How far a letter is on its way: sent, with the mail server, put off, given up, or left to whoever copies it."""

from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from sqlmodel import Session

from models.invitations import OutboxMessage
from models.jobs import Job
from models.vocabulary import JobStatus
from service.kit.jobs.queue import pause_after
from service.kit.languages import Bilingual
from service.kit.mail import MailFault


class Delivery(StrEnum):
    """Who has a letter now."""

    TO_COPY = "to_copy"
    WITH_SERVER = "with_server"
    PUT_OFF = "put_off"
    GIVEN_UP = "given_up"
    SENT = "sent"


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


def way_of(session: Session, message: OutboxMessage) -> Way:
    """Return where ``message`` is."""
    if message.sent_at is not None:
        return Way(Delivery.SENT)
    job = session.get(Job, job_of(message.id))
    if job is None or job.status is JobStatus.DONE:
        return Way(Delivery.TO_COPY)
    trouble = next((words for fault, words in FAULTS.items() if fault == job.message), OTHER)
    if job.status is JobStatus.FAILED:
        return Way(Delivery.GIVEN_UP, trouble)
    if job.status is JobStatus.QUEUED and job.attempts and job.started_at:
        return Way(Delivery.PUT_OFF, trouble, job.started_at + pause_after(job.attempts))
    return Way(Delivery.WITH_SERVER)
