"""Finds runs and what they refused. The file itself is left where it is."""

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import defer
from sqlmodel import Session, col

from models.imports import ImportRefusal, ImportRun
from service.kit.problems import NotFound


def runs() -> sa.Select[Any]:
    """Return the query for all runs, without their files."""
    return sa.select(ImportRun).options(defer(ImportRun.content))  # type: ignore[arg-type]


def find_run(session: Session, run_id: str) -> ImportRun:
    """Return the run; raises ``NotFound``."""
    run: ImportRun | None = session.scalar(runs().where(col(ImportRun.id) == run_id))
    if run is None:
        raise NotFound.of(en="import", vi="lượt nhập", identifier=run_id)
    return run


def has_file(run_id: str) -> sa.Select[Any]:
    """Return the query that says whether the file of a run is still there."""
    return sa.select(sa.exists().where(col(ImportRun.id) == run_id, col(ImportRun.content).is_not(None)))


def refusals(run_id: str) -> sa.Select[Any]:
    """Return the query for what a run refused."""
    return sa.select(ImportRefusal).where(col(ImportRefusal.run_id) == run_id)


def refused_in_order(session: Session, run_id: str) -> Sequence[ImportRefusal]:
    """Return what a run refused, by sheet and row."""
    order = (col(ImportRefusal.sheet), col(ImportRefusal.row), col(ImportRefusal.id))
    return session.scalars(refusals(run_id).order_by(*order)).all()
