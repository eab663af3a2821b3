"""Who came from a file and has not agreed yet, and how far the days are that run for them."""

from collections.abc import Sequence
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

import sqlalchemy as sa
from sqlmodel import Session, col

from models.experts import Consent, Expert, ImportedPerson
from models.notices import ImportNotice
from models.vocabulary import ConsentPurpose

WARNED_BEFORE = timedelta(days=7)
KEEPING = (ConsentPurpose.MEMBERSHIP, ConsentPurpose.MATCHING)
"""A consent in force to one of these keeps a record that came from a file."""


class NoticeState(StrEnum):
    """What is to be done next."""

    TO_TELL = "to_tell"
    TOLD = "told"
    TO_WARN = "to_warn"
    WARNED = "warned"
    DUE = "due"


class Undecided(NamedTuple):
    """Somebody who came from a file and has not agreed; ``notice`` is there once the letter was sent."""

    imported: ImportedPerson
    expert: Expert
    notice: ImportNotice | None

    def state(self, today: date) -> NoticeState:
        """Return what is to be done on ``today``."""
        if self.notice is None:
            return NoticeState.TO_TELL
        if self.notice.erase_after < today:
            return NoticeState.DUE
        if self.notice.warned_at is not None:
            return NoticeState.WARNED
        return NoticeState.TO_WARN if today >= self.notice.erase_after - WARNED_BEFORE else NoticeState.TOLD


def undecided(session: Session, expert_id: str | None = None) -> Sequence[Undecided]:
    """Return everybody who came from a file and has not agreed, by id, or the one with ``expert_id``; once, by the first source."""
    agreed = sa.select(col(Consent.expert_id)).where(col(Consent.purpose).in_(KEEPING), col(Consent.withdrawn_at).is_(None))
    statement = (
        sa.select(ImportedPerson, Expert, ImportNotice)
        .join(Expert, col(Expert.id) == col(ImportedPerson.expert_id))
        .join(ImportNotice, col(ImportNotice.expert_id) == col(Expert.id), isouter=True)
        .where(col(Expert.id).not_in(agreed), col(Expert.merged_into).is_(None))
        .order_by(col(Expert.id), col(ImportedPerson.imported_at), col(ImportedPerson.source))
    )
    if expert_id is not None:
        statement = statement.where(col(Expert.id) == expert_id)
    first: dict[str, Undecided] = {}
    for row in session.execute(statement):
        first.setdefault(row.Expert.id, Undecided(*row))
    return list(first.values())
