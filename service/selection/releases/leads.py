"""Who leads the subject of a request, and by whose pseudonyms a released list is read."""

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, col

from models.accounts import Account, ProjectLead
from models.selection import SelectionRequest


def led_by(request: SelectionRequest) -> sa.Select[Any]:
    """Select the accounts in use that lead the subject of ``request``, by id."""
    led = sa.or_(col(ProjectLead.product_id) == (request.product_id or ""), col(ProjectLead.project_id) == (request.project_id or ""))
    return sa.select(Account).join(ProjectLead).where(led, col(Account.disabled).is_(False)).order_by(col(Account.id))


def seen_as(session: Session, actor: str, request_id: str) -> tuple[str, Sequence[Account]]:
    """Return whose pseudonyms ``actor`` reads, and the leads of the request.

    A lead reads his or her own. Whoever else reads the list reads those of its first lead, so that the two can talk of the same person.
    """
    leads: Sequence[Account] = session.scalars(led_by(session.get_one(SelectionRequest, request_id))).unique().all()
    ids = [lead.id for lead in leads]
    return (actor if actor in ids or not ids else ids[0]), leads
