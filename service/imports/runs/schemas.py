"""What the API takes and shows of an import."""

from datetime import datetime
from typing import Annotated, Self

from pydantic import BaseModel, Field

from models.imports import ImportMode, ImportRefusal, ImportRun, ImportStatus
from service.imports.runs.formats import ImportFormat
from service.kit.fields import Input, Line, Named
from service.kit.texts import RowView, Text

Source = Annotated[str, Field(min_length=1, max_length=80)]


class ImportRequest(Input):
    """What is sent with a file."""

    file_name: Line
    sha256: str
    mode: ImportMode = ImportMode.ROWS
    dry_run: bool = False
    source: Named = Field(max_length=80)
    mapping: Named | None = None
    format: ImportFormat | None = None
    columns: dict[str, str] = Field(default={}, max_length=500)


class ImportView(RowView):
    """A run and how far it is. Counts are people, ``refused`` counts faults, of which a row can have several."""

    id: str
    status: ImportStatus
    mode: ImportMode
    dry_run: bool
    source: str
    file_name: str
    format: str
    size: int
    sha256: str
    progress: float = Field(description="0 to 1")
    total: int | None = Field(description="People in the file; null until it is read")
    added: int
    changed: int
    unchanged: int
    refused: int
    notes: list[Text] = Field(description="What was left out, and what to do about it")
    unknown: list[str] = Field(description="Headings that no field is known for")
    created_by: str
    created_at: datetime
    started_at: datetime | None
    finished_at: datetime | None

    @classmethod
    def of_run(cls, run: ImportRun) -> Self:
        """Return the view of ``run``."""
        done = run.position / run.total if run.total else float(run.status is ImportStatus.DONE)
        return cls.of(run, progress=done, notes=[Text.model_validate(note) for note in run.notes])


class RefusedRow(BaseModel):
    """A row that did not enter: where it is, and what to do about it. Row 0 is the file as a whole."""

    sheet: str
    row: int
    column: str
    message: Text

    @classmethod
    def of(cls, row: ImportRefusal) -> Self:
        """Return the view of ``row``."""
        return cls(sheet=row.sheet, row=row.row, column=row.column, message=Text(vi=row.message_vi, en=row.message_en))
