"""Takes what a signed list says of people out of it at the end of its term, as a daily job.

Place and digest stay, so that the seal still holds. The ledger says which contents went, and the audit says the same: a row of the ledger
that the audit does not know of does not count (``service/selection/signing/verification.py``).
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Engine
from sqlmodel import Session, col

from models.audit import AuditAction
from models.database import WriteSession, reading, writing
from models.ended_contents import EndedContent
from models.selection import SelectionRequest
from models.shortlists import EntryContent, Shortlist, ShortlistChoice, ShortlistEntry
from models.vocabulary.selection import ShortlistStatus
from service.kit.actor import Actor
from service.kit.calendar import local_day, months_later
from service.kit.events.recording import AuditedObject, record
from service.kit.jobs.worker import JobContext
from service.kit.settings import Clock, Settings, utc_now
from service.selection.drafts.operations import SHORTLIST

KIND = "end-list-contents"
ACTOR = "retention"


def end_contents(context: JobContext, settings: Settings, clock: Clock = utc_now) -> Mapping[str, Any]:
    """End the contents of every list whose term is over, each list in a transaction of its own, and say of how many lists and places."""
    by = Actor(ACTOR, clock())
    due = _due(context.engine, by, settings.list_content_months)
    places = [_end(context.engine, by, shortlist_id, settings.list_content_months) for shortlist_id in due]
    return {"lists": len(due), "places": sum(places)}


def _due(engine: Engine, by: Actor, months: int) -> list[str]:
    """Return the lists that still hold contents, whose procedure is over and whose last signature is so many months old."""
    if not months:
        return []
    held = sa.select(sa.func.max(sa.func.coalesce(Shortlist.second_at, Shortlist.signed_at)), col(Shortlist.id)).join_from(
        Shortlist, ShortlistEntry, col(ShortlistEntry.shortlist_id) == col(Shortlist.id)
    )
    held = held.join(EntryContent, col(EntryContent.entry_id) == col(ShortlistEntry.id))
    held = held.join(SelectionRequest, col(SelectionRequest.id) == col(Shortlist.request_id))
    over = (col(Shortlist.status) == ShortlistStatus.SIGNED, col(SelectionRequest.closed_at).is_not(None))
    with reading(engine) as session:
        rows = session.execute(held.where(*over).group_by(col(Shortlist.id)).order_by(col(Shortlist.id))).all()
    return [identifier for signed, identifier in rows if _is_over(signed, by, months)]


def _is_over(signed: datetime, by: Actor, months: int) -> bool:
    return months_later(local_day(signed), months) < by.today


def _end(engine: Engine, by: Actor, shortlist_id: str, months: int) -> int:
    with writing(engine) as session:
        entries = _held(session, shortlist_id)
        session.add_all(EndedContent(entry_id=entry, ended_at=by.now, months=months) for entry in entries)
        session.flush()  # the ledger first: without its row the database refuses to delete
        _forget(session, shortlist_id, entries)
        record(session, by, AuditAction.LIST_CONTENT_ENDED, AuditedObject(SHORTLIST, shortlist_id), entries=list(entries), months=months)
    return len(entries)


def _held(session: Session, shortlist_id: str) -> Sequence[int]:
    entries = sa.select(col(EntryContent.entry_id)).join(ShortlistEntry, col(ShortlistEntry.id) == col(EntryContent.entry_id))
    return session.scalars(entries.where(col(ShortlistEntry.shortlist_id) == shortlist_id).order_by(col(EntryContent.entry_id))).all()


def _forget(session: WriteSession, shortlist_id: str, entries: Sequence[int]) -> None:
    session.execute(sa.delete(EntryContent).where(col(EntryContent.entry_id).in_(entries)))
    session.execute(sa.delete(ShortlistChoice).where(col(ShortlistChoice.shortlist_id) == shortlist_id))
