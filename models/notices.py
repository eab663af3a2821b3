"""What people were told who came from a file and have not agreed yet."""

from datetime import date, datetime

import sqlalchemy as sa
from sqlmodel import Field, SQLModel


class ImportNotice(SQLModel, table=True):
    """The letter that told somebody of their record: from its sending on the days run after which the record goes, unless they agree."""

    __tablename__ = "import_notice"
    expert_id: str = Field(primary_key=True, foreign_key="expert.id", ondelete="CASCADE")
    sent_at: datetime
    sent_by: str = Field(max_length=80)
    erase_after: date = Field(index=True)
    warned_at: datetime | None = None
    warned_by: str = Field(default="", max_length=80)

    __table_args__ = (sa.CheckConstraint("(warned_at IS NULL) = (warned_by = '')", name="warned"),)
