"""What people ask of whoever keeps their data, and the legal clocks that run from then on."""

from datetime import date, datetime

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from models.columns import Provenance, coded
from models.vocabulary import DataRequestKind, DataRequestState


class DutyClock(Provenance, table=True):
    """How long an answer to one kind of request may take, in days; ``acknowledge`` counts working days."""

    __tablename__ = "duty_clock"
    kind: DataRequestKind = Field(primary_key=True, sa_type=coded(DataRequestKind))
    duty: str = Field(foreign_key="data_protection_duty.duty")
    acknowledge: int
    days: int
    days_with_processor: int
    extension: int

    __table_args__ = (
        sa.CheckConstraint("acknowledge >= 0 AND days >= 0 AND extension >= 0", name="days"),
        sa.CheckConstraint("days_with_processor >= days", name="processor"),
    )


_version = sa.Column("version", sa.Integer, nullable=False)


class DataRequest(SQLModel, table=True):
    """One request with its days; the person and every text leave it when the person is erased, and the days stay.

    The days are computed on receipt and on extension, so that a later change of the clocks changes no running request.
    """

    __tablename__ = "data_request"
    id: str = Field(primary_key=True)
    kind: DataRequestKind = Field(sa_type=coded(DataRequestKind))
    expert_id: str | None = Field(default=None, foreign_key="expert.id", index=True, ondelete="SET NULL")
    state: DataRequestState = Field(default=DataRequestState.RECEIVED, sa_type=coded(DataRequestState), index=True)
    with_processor: bool = False
    received_at: datetime
    acknowledge_by: date
    due_on: date = Field(index=True)
    acknowledged_at: datetime | None = None
    extended_at: datetime | None = None
    closed_at: datetime | None = None
    owner: str = Field(default="", max_length=80)
    wording: str = ""
    extension_reason: str = ""
    result: str = ""
    version: int | None = Field(default=None, sa_column=_version)

    __mapper_args__ = {"version_id_col": _version}
    __table_args__ = (
        sa.CheckConstraint("(closed_at IS NULL) = (state NOT IN ('done', 'refused'))", name="closed"),
        sa.CheckConstraint("state != 'extended' OR extended_at IS NOT NULL", name="extended"),
        sa.CheckConstraint("acknowledge_by <= due_on", name="order"),
    )
