"""A run that is being worked on."""

from collections.abc import Callable
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.engine import Engine
from sqlalchemy.orm import defer
from sqlmodel import col

from models.database import WriteSession, reading
from models.imports import ImportRun
from service.imports.contents import Contents, Unread
from service.imports.entering.organisations import Organisations
from service.imports.entering.writing import Import
from service.imports.records import ImportedRecord
from service.kit.actor import Actor

BATCH = 200
"""People of one transaction."""
Report = Callable[[float, str], None]


@dataclass(frozen=True)
class Work:
    """What a worker holds of a run. ``by`` acts at the moment when the file was sent, whenever the work goes on."""

    engine: Engine
    run_id: str
    by: Actor
    what: Import
    contents: Contents
    organisations: Organisations
    report: Report

    @property
    def starts(self) -> range:
        """Return where each batch starts."""
        return range(0, len(self.contents), BATCH)

    def records(self, start: int) -> tuple[list[ImportedRecord], Unread]:
        """Return the records of a batch, and the rows that could not be read."""
        return self.contents.records(start, start + BATCH, self.by.today)


def begun(engine: Engine, run: ImportRun, contents: Contents, report: Report) -> Work:
    """Return the work on ``run``, whose file was read as ``contents``."""
    by = Actor(run.created_by, run.created_at)
    with reading(engine) as session:
        organisations = Organisations(session)
    return Work(engine, run.id, by, Import(run.id, run.source, by, run.vouched), contents, organisations, report)


def locked(session: WriteSession, run_id: str) -> ImportRun:
    """Return the run, to be changed, without its file."""
    without_file = sa.select(ImportRun).where(col(ImportRun.id) == run_id).options(defer(ImportRun.content))  # type: ignore[arg-type]
    return session.scalars(without_file.with_for_update()).one()
