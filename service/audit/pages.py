"""The page of the journal: who did what, the newest first, with filters and the check that nothing was tampered with."""

from collections.abc import Collection
from typing import Annotated, Any

import sqlalchemy as sa
from fastapi import Depends, Query, Response
from sqlmodel import Session, col

from models.accounts import Account
from models.audit import AuditAction, AuditEvent
from service.audit.queries import EventFilters, filtered_events
from service.audit.verification import verify
from service.audit.words import ACTIONS, action_name
from service.identity.access.guards import permit
from service.identity.access.policies import Operation
from service.kit.late_routes import APIRouter
from service.kit.pagination import Paged, find_page_by_place
from service.kit.rendering import ReaderOfPage
from service.kit.sessions import Reading

router = APIRouter(prefix="/journal", include_in_schema=False, dependencies=[permit(Operation.READ_AUDIT)])
Word = Annotated[str, Query(max_length=80)]


def _given(actor: Word = "", action: Word = "", object_id: Word = "") -> dict[str, str]:
    return {name: value for name, value in (("actor", actor), ("action", action), ("object_id", object_id)) if value}


Given = Annotated[dict[str, str], Depends(_given)]


@router.get("")
def journal_page(session: Reading, reader: ReaderOfPage, paging: Paged, given: Given, check: bool = False) -> Response:
    """Show the events that the filters let through; an unknown action finds nothing. ``check`` recomputes the whole chain."""
    found = find_page_by_place(session, _let_through(given), (col(AuditEvent.sequence).desc(),), paging)
    return reader.render(
        "audit/journal.html",
        events=found.rows,
        total=found.total,
        next=found.next,
        names=_names(session, {event.actor for event in found.rows}),
        action_name=action_name,
        actions=ACTIONS,
        given=given,
        verdict=verify(session) if check else None,
    )


def _let_through(given: dict[str, str]) -> sa.Select[Any]:
    action = given.get("action", "")
    known = AuditAction(action) if action in set(AuditAction) else None
    statement = filtered_events(EventFilters(actor=given.get("actor"), action=known, object_id=given.get("object_id")))
    return statement.where(sa.false()) if action and known is None else statement


def _names(session: Session, actors: Collection[str]) -> dict[str, str]:
    rows = session.execute(sa.select(col(Account.id), col(Account.display_name)).where(col(Account.id).in_(actors)))
    return {row[0]: row[1] for row in rows}
