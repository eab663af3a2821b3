"""By whose pseudonyms a released list is read."""

from collections.abc import Sequence

from sqlmodel import Session

from models.accounts import Account
from models.selection import SelectionRequest
from service.selection.leading import led_by


def seen_as(session: Session, actor: str, request_id: str) -> tuple[str, Sequence[Account]]:
    """Return whose pseudonyms ``actor`` reads, and the leads of the request.

    A lead reads his or her own. Whoever else reads the list reads those of its first lead, so that the two can talk of the same person.
    """
    leads: Sequence[Account] = session.scalars(led_by(session.get_one(SelectionRequest, request_id))).unique().all()
    ids = [lead.id for lead in leads]
    return (actor if actor in ids or not ids else ids[0]), leads
