"""Nominations: somebody names a person for a role, or for the network as a whole; the person answers."""

from datetime import datetime

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from models.columns import coded
from models.vocabulary import RoleCode
from models.vocabulary.selection import NominationState, RequestSubject


class Nomination(SQLModel, table=True):
    """One person named by one nominator; without a role for the network as a whole. Goes when the person is erased.

    ``person`` is the name as it was given: who nominates is not told how a record that was there writes it.
    """

    id: str = Field(primary_key=True)
    expert_id: str = Field(foreign_key="expert.id", ondelete="CASCADE", index=True)
    person: str
    subject_kind: RequestSubject | None = Field(default=None, sa_type=coded(RequestSubject))
    subject_id: str | None = None
    role: RoleCode | None = Field(default=None, sa_type=coded(RoleCode))
    nominator: str
    organisation_id: str | None = Field(default=None, foreign_key="organisation.id", index=True)
    reason: str
    state: NominationState = Field(default=NominationState.OPEN, sa_type=coded(NominationState), index=True)
    recorded_by: str = Field(max_length=80)
    recorded_at: datetime
    answered_by: str | None = Field(default=None, max_length=80)
    answered_at: datetime | None = None
    answer: str = ""

    __table_args__ = (
        sa.CheckConstraint("(subject_kind IS NULL) = (subject_id IS NULL) AND (subject_id IS NULL) = (role IS NULL)", name="subject"),
        sa.CheckConstraint("(state = 'open') = (answered_at IS NULL) AND (answered_at IS NULL) = (answered_by IS NULL)", name="answered"),
        sa.CheckConstraint("reason <> '' AND nominator <> ''", name="reason"),
    )
