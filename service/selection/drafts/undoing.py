"""Takes back the latest decision about a draft, as if it had not been made; the audit keeps both."""

import sqlalchemy as sa
from sqlmodel import Session, col

from models.audit import AuditAction
from models.database import WriteSession
from models.shortlists import EntryContent, Shortlist, ShortlistChoice, ShortlistEntry
from models.vocabulary.selection import ChoiceKind
from service.kit.actor import Actor
from service.kit.events.recording import AuditedObject, record
from service.kit.problems import Conflict
from service.selection.drafts.operations import SHORTLIST, check_draft, rearranged
from service.selection.drafts.queries import choices_of
from service.selection.rivals import leave_to_uninvolved


def latest_choice(session: Session, shortlist_id: str) -> ShortlistChoice | None:
    """Return the decision that would be taken back, or None."""
    return next(iter(reversed(choices_of(session, shortlist_id))), None)


def undo(session: WriteSession, by: Actor, shortlist: Shortlist) -> ShortlistChoice:
    """Take back the latest decision and return it; raises ``Conflict`` without one and for a signed list, ``Forbidden`` as ``choose``."""
    check_draft(shortlist)
    choice = latest_choice(session, shortlist.id)
    if choice is None:
        raise Conflict("nothing_to_undo", en="Nothing has been decided that could be taken back.", vi="Chưa có quyết định nào để hoàn tác.")
    leave_to_uninvolved(session, by, shortlist.request_id, choice.expert_id)
    if choice.kind is ChoiceKind.ADD:
        _take_off(session, shortlist, choice)
    session.delete(choice)
    session.flush()
    rearranged(session, shortlist)
    what = {"role": choice.role.value, "expert": choice.expert_id, "kind": "undo", "of": choice.kind.value}
    record(session, by, AuditAction.SHORTLIST_CHANGED, AuditedObject(SHORTLIST, shortlist.id), **what)
    return choice


def _take_off(session: WriteSession, shortlist: Shortlist, choice: ShortlistChoice) -> None:
    added = sa.select(col(ShortlistEntry.id)).join(EntryContent, col(EntryContent.entry_id) == col(ShortlistEntry.id))
    of_person = (col(ShortlistEntry.shortlist_id) == shortlist.id, col(ShortlistEntry.role) == choice.role)
    entry_id = session.scalar(added.where(*of_person, col(EntryContent.expert_id) == choice.expert_id))
    session.execute(sa.delete(EntryContent).where(col(EntryContent.entry_id) == entry_id))
    session.execute(sa.delete(ShortlistEntry).where(col(ShortlistEntry.id) == entry_id))
