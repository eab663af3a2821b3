"""Finds the text that somebody is asked to consent to."""

from datetime import date

import sqlalchemy as sa
from sqlmodel import Session, col

from models.consents import ConsentText
from models.vocabulary import ConsentPurpose


def text_in_use(session: Session, purpose: ConsentPurpose, day: date) -> ConsentText | None:
    """Return the newest text for ``purpose`` that is in use on ``day``."""
    ended = sa.or_(col(ConsentText.valid_until).is_(None), col(ConsentText.valid_until) >= day)
    statement = sa.select(ConsentText).where(col(ConsentText.purpose) == purpose, col(ConsentText.valid_from) <= day, ended)
    newest: ConsentText | None = session.scalar(
        statement.order_by(col(ConsentText.valid_from).desc(), col(ConsentText.version).desc()).limit(1)
    )
    return newest
