"""Invitations to candidates, and messages that wait to be sent. Of every token only the SHA-256 is stored."""

from datetime import datetime

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from models.columns import coded
from models.vocabulary import Language, RoleCode
from models.vocabulary.selection import InvitationState, MessageKind, RefusalReason


class CandidateInvitation(SQLModel, table=True):
    """A candidate is asked whether they would take a seat.

    ``slot`` numbers the invitations of a role that are open or accepted, so that the quota cannot be passed; ``seat`` is the seat that
    an acceptance took, which nobody else can have. ``channel`` says whether the person's own account answered or the link alone.
    """

    __tablename__ = "candidate_invitation"
    id: str = Field(primary_key=True)
    request_id: str = Field(foreign_key="selection_request.id", index=True)
    role: RoleCode = Field(sa_type=coded(RoleCode))
    expert_id: str = Field(foreign_key="expert.id", ondelete="CASCADE", index=True)
    token_hash: str = Field(unique=True, max_length=64)
    state: InvitationState = Field(default=InvitationState.OPEN, sa_type=coded(InvitationState))
    slot: int | None = None
    seat: int | None = None
    deadline: datetime
    sent_by: str = Field(max_length=80)
    sent_at: datetime
    answered_at: datetime | None = None
    channel: str | None = Field(default=None, max_length=20)
    refusal: RefusalReason | None = Field(default=None, sa_type=coded(RefusalReason))
    text: str = ""

    __table_args__ = (
        sa.CheckConstraint("length(token_hash) = 64", name="token_hash"),
        sa.CheckConstraint("deadline > sent_at", name="deadline"),
        sa.CheckConstraint("(state IN ('open', 'accepted')) = (slot IS NOT NULL) AND (slot IS NULL OR slot > 0)", name="slot"),
        sa.CheckConstraint("(state = 'accepted') = (seat IS NOT NULL) AND (seat IS NULL OR seat > 0)", name="seat"),
        sa.CheckConstraint("(state = 'declined') = (refusal IS NOT NULL)", name="refusal"),
        sa.UniqueConstraint("request_id", "role", "slot", name="uq_candidate_invitation_slot"),
        sa.UniqueConstraint("request_id", "role", "seat", name="uq_candidate_invitation_seat"),
        sa.Index(
            "uq_candidate_invitation_open",
            "request_id",
            "role",
            "expert_id",
            unique=True,
            sqlite_where=sa.text("state = 'open'"),
            postgresql_where=sa.text("state = 'open'"),
        ),
    )


class InvitationQuestion(SQLModel, table=True):
    """What somebody asked before answering an invitation."""

    __tablename__ = "invitation_question"
    id: int | None = Field(default=None, primary_key=True)
    invitation_id: str = Field(foreign_key="candidate_invitation.id", ondelete="CASCADE", index=True)
    text: str
    asked_at: datetime

    __table_args__ = (sa.CheckConstraint("text <> ''", name="text"),)


class OutboxMessage(SQLModel, table=True):
    """A message to a person, in the person's language; its text, in which the link of an invitation is left out, is emptied once sent."""

    __tablename__ = "outbox_message"
    id: str = Field(primary_key=True)
    kind: MessageKind = Field(sa_type=coded(MessageKind))
    request_id: str = Field(foreign_key="selection_request.id", index=True)
    expert_id: str = Field(foreign_key="expert.id", ondelete="CASCADE", index=True)
    language: Language = Field(sa_type=coded(Language))
    subject: str
    body: str
    written_at: datetime
    sent_at: datetime | None = None
    sent_by: str = ""

    __table_args__ = (sa.CheckConstraint("(sent_at IS NULL) = (sent_by = '')", name="sent"),)
