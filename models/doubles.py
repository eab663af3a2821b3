"""Records that may be, or were found to be, of one person: pairs, what people decided of them, and merges that can be undone."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from models.columns import coded, document
from models.vocabulary import DuplicateState, IdentityVerdict


class DuplicatePair(SQLModel, table=True):
    """Two records that may be one person's, the lower id first, with the probability under a version of the comparison.

    ``reasons`` are [code, weight] pairs. What people decided stays until it is taken back: ``state``, by whom, when and why.
    """

    __tablename__ = "duplicate_pair"
    id: int | None = Field(default=None, primary_key=True)
    first_id: str = Field(foreign_key="expert.id", ondelete="CASCADE", index=True)
    second_id: str = Field(foreign_key="expert.id", ondelete="CASCADE", index=True)
    probability: float
    verdict: IdentityVerdict = Field(sa_type=coded(IdentityVerdict))
    reasons: list[Any] = document()
    model: str
    found_at: datetime
    state: DuplicateState = Field(default=DuplicateState.OPEN, sa_type=coded(DuplicateState), index=True)
    decided_by: str | None = Field(default=None, max_length=80)
    decided_at: datetime | None = None
    reason: str = ""

    __table_args__ = (
        sa.UniqueConstraint("first_id", "second_id", name="uq_duplicate_pair_people"),
        sa.CheckConstraint("first_id < second_id", name="order"),
        sa.CheckConstraint("probability >= 0 AND probability <= 1", name="probability"),
        sa.CheckConstraint("(state = 'open') = (decided_by IS NULL) AND (decided_by IS NULL) = (decided_at IS NULL)", name="decided"),
    )


class RecordMerge(SQLModel, table=True):
    """The record ``merged_id`` became part of ``kept_id``; ``changes`` hold every row before and after, so that it can be undone."""

    __tablename__ = "record_merge"
    id: int | None = Field(default=None, primary_key=True)
    kept_id: str = Field(foreign_key="expert.id", ondelete="CASCADE", index=True)
    merged_id: str = Field(foreign_key="expert.id", ondelete="CASCADE", index=True)
    merged_by: str = Field(max_length=80)
    merged_at: datetime
    reason: str
    changes: list[Any] = document()
    undone_by: str | None = Field(default=None, max_length=80)
    undone_at: datetime | None = None
    undo_reason: str = ""

    __table_args__ = (
        sa.CheckConstraint("kept_id <> merged_id", name="two_records"),
        sa.CheckConstraint("(undone_by IS NULL) = (undone_at IS NULL)", name="undone"),
    )
