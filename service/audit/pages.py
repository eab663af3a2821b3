"""The page of the journal: who did what, the newest first, with filters and the check that nothing was tampered with."""

from typing import Annotated, Any

import sqlalchemy as sa
from fastapi import Depends, Query, Response
from sqlmodel import col

from models.audit import AuditAction, AuditEvent
from service.audit.naming import people_of_details, things_named
from service.audit.queries import EventFilters, filtered_events
from service.audit.telling import happened, rules_named, told
from service.audit.verification import verify
from service.audit.words import ACTIONS, KINDS
from service.identity.access.guards import permit
from service.identity.access.naming import account_names
from service.identity.access.policies import Operation
from service.identity.access.viewer import CurrentViewer
from service.kit.late_routes import APIRouter
from service.kit.pagination import ShortPaged, find_page_by_place
from service.kit.rendering import ReaderOfPage
from service.kit.sessions import Reading

router = APIRouter(prefix="/journal", include_in_schema=False, dependencies=[permit(Operation.READ_AUDIT)])
Word = Annotated[str, Query(max_length=80)]


def _given(actor: Word = "", action: Word = "", object_id: Word = "") -> dict[str, str]:
    return {name: value for name, value in (("actor", actor), ("action", action), ("object_id", object_id)) if value}


Given = Annotated[dict[str, str], Depends(_given)]


@router.get("")
def journal_page(
    viewer: CurrentViewer, session: Reading, reader: ReaderOfPage, paging: ShortPaged, given: Given, check: bool = False
) -> Response:
    """Show the events that the filters let through; an unknown action finds nothing. ``check`` recomputes the whole chain."""
    found = find_page_by_place(session, _let_through(given), (col(AuditEvent.sequence).desc(),), paging)
    people, rules = people_of_details(session, viewer, found.rows), rules_named(session, found.rows)
    return reader.render(
        "audit/journal.html",
        events=found.rows,
        total=found.total,
        next=found.next,
        things=things_named(session, viewer, found.rows, *([given["object_id"]] if "object_id" in given else [])),
        accounts=account_names(session, session.scalars(sa.select(col(AuditEvent.actor)).distinct())),
        kinds=KINDS,
        happened=happened,
        told=lambda event: told(event, people, rules),
        actions=ACTIONS,
        given=given,
        verdict=verify(session) if check else None,
    )


def _let_through(given: dict[str, str]) -> sa.Select[Any]:
    action = given.get("action", "")
    known = AuditAction(action) if action in set(AuditAction) else None
    statement = filtered_events(EventFilters(actor=given.get("actor"), action=known, object_id=given.get("object_id")))
    return statement.where(sa.false()) if action and known is None else statement
