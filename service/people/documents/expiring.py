"""Forgets documents that are past their last day, as a daily job."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Engine
from sqlmodel import col

from models.database import reading, writing
from models.documents import Document
from service.kit.actor import Actor
from service.kit.jobs.worker import JobContext
from service.kit.settings import Clock, utc_now
from service.people.documents.operations import forget

KIND = "forget-documents"
ACTOR = "retention"


def forget_expired(context: JobContext, clock: Clock = utc_now) -> Mapping[str, Any]:
    """Forget every document whose last day is over, each in a transaction of its own, and say how many."""
    by = Actor(ACTOR, clock())
    ids = _expired(context.engine, by.today)
    for document_id in ids:
        with writing(context.engine) as session:
            document = session.get(Document, document_id)
            if document is not None:
                forget(session, by, document)
    return {"forgotten": len(ids)}


def _expired(engine: Engine, today: date) -> list[str]:
    with reading(engine) as session:
        over = sa.select(col(Document.id)).where(col(Document.expires_on) < today).order_by(col(Document.id))
        return list(session.scalars(over))
