"""Whether what is owed to real people is demanded here: off for a demo of invented people, and by setting."""

import sqlalchemy as sa
from sqlmodel import Session, col

from models.experts import NetworkState
from service.kit.settings import Settings


def lists_real_people(session: Session, settings: Settings) -> bool:
    """Return whether the people on the lists of this database are real, or count as such."""
    if settings.real_people != "auto":
        return settings.real_people == "yes"
    return not session.scalar(sa.select(col(NetworkState.synthetic)))


def needs_second_signature(session: Session, settings: Settings) -> bool:
    """Return whether two people sign a list."""
    chosen = settings.second_signature
    return lists_real_people(session, settings) if chosen is None else chosen
