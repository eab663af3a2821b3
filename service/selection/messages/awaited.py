"""Which letters still have to reach somebody: not sent, and what they ask is open. An answer shows that the letter came, however it did."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, col

from models.invitations import CandidateInvitation, OutboxMessage
from models.shortlists import EvidenceTask
from models.vocabulary.selection import InvitationState
from service.selection.messages.delivery import Delivery, way_of

_BY_HAND = (Delivery.TO_COPY, Delivery.GIVEN_UP)


def awaited() -> sa.ColumnElement[bool]:
    """Return the condition of letters that wait: an invitation that is open, or a question for evidence that nobody has answered."""
    invited, asked = _of(CandidateInvitation, CandidateInvitation.sent_at), _of(EvidenceTask, EvidenceTask.asked_at)
    still_open = (col(CandidateInvitation.state) == InvitationState.OPEN, col(EvidenceTask.done_at).is_(None))
    going_on = sa.or_(*(sa.exists().where(about, is_open) for about, is_open in zip((invited, asked), still_open, strict=True)))
    of_nothing_known = ~sa.or_(sa.exists().where(invited), sa.exists().where(asked))
    return sa.and_(col(OutboxMessage.sent_at).is_(None), sa.or_(going_on, of_nothing_known))


def left_to_send(session: Session, request_ids: Collection[str], now: datetime) -> set[str]:
    """Return the open invitations of the requests whose letter nobody has sent and no mail server sends, by id."""
    joined = sa.select(CandidateInvitation, OutboxMessage).join(OutboxMessage, _of(CandidateInvitation, CandidateInvitation.sent_at))
    unsent = (col(CandidateInvitation.state) == InvitationState.OPEN, col(OutboxMessage.sent_at).is_(None))
    rows = session.execute(joined.where(col(CandidateInvitation.request_id).in_(request_ids), *unsent)).all()
    return {invitation.id for invitation, letter in rows if way_of(session, letter, now).delivery in _BY_HAND}


def _of(asking: Any, at: Any) -> sa.ColumnElement[bool]:
    """Return the condition that a letter was written with a row of ``asking``: to the same person in the same transaction."""
    return sa.and_(
        col(asking.request_id) == col(OutboxMessage.request_id),
        col(asking.expert_id) == col(OutboxMessage.expert_id),
        col(at) == col(OutboxMessage.written_at),
    )
