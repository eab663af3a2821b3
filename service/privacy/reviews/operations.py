"""Records the yearly check of the automated processing and says when the next is due (Decree 356/2025/ND-CP, Article 10)."""

from datetime import date

import sqlalchemy as sa
from sqlmodel import Session, col

from models.audit import AuditAction
from models.database import WriteSession
from models.oversight import ProcessingReview
from service.kit.actor import Actor
from service.kit.calendar import months_later
from service.kit.events.recording import AuditedObject, record
from service.kit.problems import Conflict

YEAR_IN_MONTHS = 12


def record_review(session: WriteSession, by: Actor, on: date, findings: str) -> ProcessingReview:
    """Record a check that took place ``on`` a day, by whoever records it; raises ``Conflict`` for a second one of the day."""
    if session.scalar(sa.select(sa.exists().where(col(ProcessingReview.reviewed_on) == on))):
        raise Conflict("review_recorded_already", en=f"A review of {on} is recorded already.", vi=f"Đã ghi nhận lần kiểm tra ngày {on}.")
    review = ProcessingReview(reviewed_on=on, reviewed_by=by.actor, findings=findings, next_on=months_later(on, YEAR_IN_MONTHS))
    session.add(review)
    session.flush()
    record(
        session, by, AuditAction.PROCESSING_REVIEWED, AuditedObject("processing_review", str(review.id)), next=review.next_on.isoformat()
    )
    return review


def next_review(session: Session) -> date | None:
    """Return the day on which the next check is due; None before the first: then it is due now."""
    return session.scalar(sa.select(sa.func.max(col(ProcessingReview.next_on))))
