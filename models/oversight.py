"""Terms and reviews that the law sets for whoever runs the service: retention, incidents, the yearly check."""

from datetime import date, datetime

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from models.columns import coded
from models.vocabulary import RetentionReason


class RetentionDeadline(SQLModel, table=True):
    """The day after which a person's data must go, unless a membership in force keeps it (Law 91/2025/QH15, Article 25)."""

    __tablename__ = "retention_deadline"
    id: int | None = Field(default=None, primary_key=True)
    expert_id: str = Field(foreign_key="expert.id", index=True, ondelete="CASCADE")
    reason: RetentionReason = Field(sa_type=coded(RetentionReason))
    started_at: datetime
    until: date = Field(index=True)
    ended_at: datetime | None = None


class Incident(SQLModel, table=True):
    """A breach of personal data, without the names of those it touches (Law 91/2025/QH15, Article 23)."""

    id: str = Field(primary_key=True)
    noticed_at: datetime
    notify_by: datetime = Field(index=True)
    people: int | None = None
    description: str
    notified_at: datetime | None = None
    notified_to: str = ""

    __table_args__ = (
        sa.CheckConstraint("notify_by >= noticed_at", name="order"),
        sa.CheckConstraint("people IS NULL OR people >= 0", name="people"),
    )


class IncidentPerson(SQLModel, table=True):
    """Somebody whom a breach touches, and when the person was told; gone with the person."""

    __tablename__ = "incident_person"
    id: int | None = Field(default=None, primary_key=True)
    incident_id: str = Field(foreign_key="incident.id", ondelete="CASCADE")
    expert_id: str = Field(foreign_key="expert.id", index=True, ondelete="CASCADE")
    named_at: datetime
    told_at: datetime | None = None
    told_by: str | None = Field(default=None, max_length=80)

    __table_args__ = (
        sa.UniqueConstraint("incident_id", "expert_id", name="uq_incident_person"),
        sa.CheckConstraint("(told_at IS NULL) = (told_by IS NULL)", name="told"),
    )


class ProcessingReview(SQLModel, table=True):
    """A yearly check of the automated processing (Decree 356/2025/ND-CP, Article 10)."""

    __tablename__ = "processing_review"
    id: int | None = Field(default=None, primary_key=True)
    reviewed_on: date = Field(unique=True)
    reviewed_by: str = Field(max_length=80)
    findings: str
    next_on: date

    __table_args__ = (sa.CheckConstraint("next_on > reviewed_on", name="order"),)
