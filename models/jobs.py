"""The job queue, the versions of readers that were in use, what they read of people, and vectors of texts that were encoded once."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from models.columns import coded, document
from models.vocabulary import JobStatus


class Job(SQLModel, table=True):
    """A unit of slow work, held by a lease while a worker runs it."""

    id: str = Field(primary_key=True)
    kind: str = Field(index=True)
    arguments: dict[str, Any] = document(dict)
    status: JobStatus = Field(default=JobStatus.QUEUED, sa_type=coded(JobStatus), index=True)
    progress: float = 0.0
    message: str = ""
    result: dict[str, Any] = document(dict)
    attempts: int = 0
    max_attempts: int = 3
    lease_owner: str | None = None
    lease_until: datetime | None = None
    created_at: datetime
    started_at: datetime | None = None
    finished_at: datetime | None = None

    __table_args__ = (
        sa.CheckConstraint("progress >= 0 AND progress <= 1", name="progress"),
        sa.CheckConstraint("attempts >= 0 AND attempts <= max_attempts", name="attempts"),
    )


class TextSpaceVersion(SQLModel, table=True):
    """A version of the readers: those that ship for ``encoder``, bound to the words of the catalogue in ``blob``.

    ``documents`` counts the people who were read when it was put in use.
    """

    __tablename__ = "text_space_version"
    version: str = Field(primary_key=True)
    fitted_at: datetime
    documents: int
    encoder: str = ""
    blob: bytes = Field(sa_type=sa.LargeBinary)
    current: bool = False

    __table_args__ = (
        sa.Index(
            "uq_text_space_version_current", "current", unique=True, sqlite_where=sa.text("current"), postgresql_where=sa.text("current")
        ),
    )


class PersonReading(SQLModel, table=True):
    """What was read of a person under a version of the readers; ``digest`` names the content that was read."""

    __tablename__ = "person_reading"
    expert_id: str = Field(foreign_key="expert.id", primary_key=True, ondelete="CASCADE")
    version: str = Field(primary_key=True)
    digest: str
    blob: bytes = Field(sa_type=sa.LargeBinary)


class TextVector(SQLModel, table=True):
    """What an encoder made of one piece of text, in 8 bits; ``digest`` names the text, which is not kept here."""

    __tablename__ = "text_vector"
    digest: str = Field(primary_key=True)
    model: str = Field(primary_key=True)
    vector: bytes = Field(sa_type=sa.LargeBinary)
