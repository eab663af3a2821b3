"""The ledger of what was taken out of signed lists at the end of its term: no person can be read from it."""

from datetime import datetime

import sqlalchemy as sa
from sqlmodel import Field, SQLModel


class EndedContent(SQLModel, table=True):
    """The content of one place of a signed list went at the end of its term; ``months`` is the setting then."""

    __tablename__ = "ended_content"
    entry_id: int = Field(primary_key=True, foreign_key="shortlist_entry.id")
    ended_at: datetime
    months: int

    __table_args__ = (sa.CheckConstraint("months > 0", name="months"),)
