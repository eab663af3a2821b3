"""Sends one message by SMTP, as a job; where no server is configured messages wait in the outbox, ready to copy."""

from collections.abc import Mapping
from datetime import datetime
from email.message import Message
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session

from models.database import WriteSession, reading, writing
from models.experts import Expert
from models.invitations import OutboxMessage
from service.kit.actor import Actor
from service.kit.jobs.queue import MOST_ATTEMPTS, enqueue
from service.kit.jobs.worker import JobContext
from service.kit.mail import deliver, letter
from service.kit.settings import Clock, Settings, utc_now
from service.selection.messages.delivery import has_lapsed, job_of
from service.selection.messages.links import letter_of
from service.selection.messages.operations import mark_sent

KIND = "send-message"
SENDER = "outbox"


def enqueue_waiting(session: WriteSession, message_id: str, settings: Settings) -> None:
    """Ask for a message to be sent, where a server is configured, in the transaction that wrote it."""
    if settings.smtp_host:
        enqueue(session, KIND, {"message": message_id}, max_attempts=MOST_ATTEMPTS, identifier=job_of(message_id))


def send(context: JobContext, settings: Settings, clock: Clock = utc_now) -> Mapping[str, Any]:
    """Send a message that is still to be sent and note it; raises what the server answers, so that the job is tried again."""
    message_id = str(context.arguments["message"])
    with reading(context.engine) as session:
        written = _email(session, message_id, settings, clock())
    if written is None:
        return {"sent": False}
    deliver(written, settings)
    with writing(context.engine) as session:
        mark_sent(session, Actor(SENDER, clock()), sa.select(OutboxMessage), message_id)
    return {"sent": True}


def _email(session: Session, message_id: str, settings: Settings, now: datetime) -> Message | None:
    message = session.get(OutboxMessage, message_id)
    if message is None or message.sent_at is not None or has_lapsed(session, message, now):
        return None
    address = session.get_one(Expert, message.expert_id).email
    return letter(settings, address, message.subject, letter_of(session, message, settings), message.language.value)
