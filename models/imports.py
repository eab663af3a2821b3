"""Files of people that were brought in: each run with how far it is, what it refused, and mappings of headings that are kept by a name."""

from datetime import datetime
from enum import StrEnum
from typing import Any

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from models.columns import coded, document


class ImportStatus(StrEnum):
    """The life of a run."""

    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    CANCELLED = "cancelled"
    FAILED = "failed"


class ImportMode(StrEnum):
    """What a refused row does to the others: nothing, or nobody enters."""

    ROWS = "rows"
    ONE = "one"


class ImportRun(SQLModel, table=True):
    """One file that was sent. ``content`` is there until the run is over; ``position`` counts the people done, so that it can go on there.

    ``notes`` are what its sender should know of the file, each as {"vi", "en"}; ``headings`` those of each table, as {"table", "headings"}.
    """

    __tablename__ = "import_run"
    id: str = Field(primary_key=True)
    status: ImportStatus = Field(default=ImportStatus.QUEUED, sa_type=coded(ImportStatus))
    mode: ImportMode = Field(default=ImportMode.ROWS, sa_type=coded(ImportMode))
    dry_run: bool = False
    source: str
    file_name: str
    format: str = ""
    size: int
    sha256: str = Field(max_length=64)
    content: bytes | None = Field(default=None, sa_type=sa.LargeBinary)
    mapping: dict[str, str] = document(dict)
    vouched: bool = False
    position: int = 0
    total: int | None = None
    added: int = 0
    changed: int = 0
    unchanged: int = 0
    refused: int = 0
    notes: list[dict[str, Any]] = document()
    headings: list[dict[str, Any]] = document()
    unknown: list[str] = document()
    cancel_asked: bool = False
    created_by: str = Field(max_length=80)
    created_at: datetime = Field(index=True)
    started_at: datetime | None = None
    finished_at: datetime | None = None


class ImportRefusal(SQLModel, table=True):
    """A row that did not enter, and why; of a person who is known it goes when the person goes, of others after some days."""

    __tablename__ = "import_refusal"
    id: int | None = Field(default=None, primary_key=True)
    run_id: str = Field(foreign_key="import_run.id", ondelete="CASCADE", index=True)
    expert_id: str | None = Field(default=None, foreign_key="expert.id", ondelete="CASCADE", index=True)
    sheet: str = ""
    row: int
    column: str = ""
    message_vi: str
    message_en: str
    cells: list[str] = document()


class ImportMapping(SQLModel, table=True):
    """What the headings of somebody's files mean: heading to field, an empty field for a column to leave out."""

    __tablename__ = "import_mapping"
    name: str = Field(primary_key=True, max_length=80)
    columns: dict[str, str] = document(dict)
    changed_by: str = Field(max_length=80)
    changed_at: datetime
