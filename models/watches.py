"""Standing requests: a role of a subject for which somebody waits until a person fits."""

from datetime import datetime

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from models.columns import coded
from models.vocabulary import RoleCode
from models.vocabulary.selection import RequestSubject


class Watch(SQLModel, table=True):
    """A role of a subject that is watched; one watch at a time for each."""

    id: str = Field(primary_key=True)
    subject_kind: RequestSubject = Field(sa_type=coded(RequestSubject))
    subject_id: str
    role: RoleCode = Field(sa_type=coded(RoleCode))
    opened_by: str = Field(max_length=80)
    opened_at: datetime
    closed_at: datetime | None = None

    __table_args__ = (
        sa.CheckConstraint("closed_at IS NULL OR closed_at >= opened_at", name="closed"),
        sa.Index(
            "uq_watch_open",
            "subject_id",
            "role",
            unique=True,
            sqlite_where=sa.text("closed_at IS NULL"),
            postgresql_where=sa.text("closed_at IS NULL"),
        ),
    )


class SeenFit(SQLModel, table=True):
    """Somebody who was seen to fit a watched role: no news any more. Goes when the person is erased."""

    __tablename__ = "seen_fit"
    watch_id: str = Field(primary_key=True, foreign_key="watch.id")
    expert_id: str = Field(primary_key=True, foreign_key="expert.id", ondelete="CASCADE", index=True)
    seen_at: datetime
