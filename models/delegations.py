"""Delegate editors: an expert lets another account edit evidence, until one of the two ends it."""

from datetime import datetime

import sqlalchemy as sa
from sqlmodel import Field, SQLModel


class Delegation(SQLModel, table=True):
    """One account that edits the evidence of one person. One that was ended stays as history; it goes with the person or the account."""

    id: int | None = Field(default=None, primary_key=True)
    expert_id: str = Field(foreign_key="expert.id", ondelete="CASCADE", index=True)
    account_id: str = Field(foreign_key="account.id", ondelete="CASCADE", index=True)
    granted_at: datetime
    ended_by: str | None = Field(default=None, max_length=80)
    ended_at: datetime | None = None

    __table_args__ = (
        sa.CheckConstraint("(ended_at IS NULL) = (ended_by IS NULL)", name="ended"),
        sa.Index(
            "uq_delegation_in_force",
            "expert_id",
            "account_id",
            unique=True,
            sqlite_where=sa.text("ended_at IS NULL"),
            postgresql_where=sa.text("ended_at IS NULL"),
        ),
    )
