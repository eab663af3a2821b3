"""Which contents of a signed list went at the end of their term."""

import sqlalchemy as sa
from sqlmodel import Session, col

from models.audit import AuditAction, AuditEvent
from models.ended_contents import EndedContent
from models.shortlists import ShortlistEntry
from service.kit.events.chain import seal as seal_of_event
from service.selection.drafts.operations import SHORTLIST


def ended_entries(session: Session, shortlist_id: str) -> set[int]:
    """Return the entries of a list whose end is in the ledger and in an event of the audit that nobody has changed."""
    of_list = col(ShortlistEntry.shortlist_id) == shortlist_id
    ledger = sa.select(col(EndedContent.entry_id)).join(ShortlistEntry, col(ShortlistEntry.id) == col(EndedContent.entry_id)).where(of_list)
    about = (col(AuditEvent.object_kind) == SHORTLIST, col(AuditEvent.object_id) == shortlist_id)
    events = session.scalars(sa.select(AuditEvent).where(*about, col(AuditEvent.action) == AuditAction.LIST_CONTENT_ENDED.value))
    told = {entry for event in events if event.hash == seal_of_event(event) for entry in event.details["entries"]}
    return told & set(session.scalars(ledger))
