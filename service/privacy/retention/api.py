"""Addresses of the terms at whose end a person's data must go."""

from datetime import date, datetime
from typing import Self

import sqlalchemy as sa
from fastapi import Request
from pydantic import Field
from sqlmodel import col

from models.oversight import RetentionDeadline
from models.vocabulary import RetentionReason
from service.identity.access.acting import Acting
from service.identity.access.guards import permit
from service.identity.access.policies import Operation
from service.kit.calendar import local_day, months_later
from service.kit.fields import Identifier, Input, RowNumber
from service.kit.late_routes import APIRouter
from service.kit.pagination import Page, Paged, find_page
from service.kit.problems import responses
from service.kit.services import services_of
from service.kit.sessions import Reading, Writing
from service.kit.texts import RowView
from service.privacy.retention.operations import end_retention, start_retention

router = APIRouter(prefix="/retention-deadlines", tags=["data protection"], responses=responses(401, 403))
READ, FULFIL = [permit(Operation.READ_DUTIES)], [permit(Operation.FULFIL_DUTIES)]


class DeadlineCreate(Input):
    """A term for somebody who was not chosen."""

    expert_id: Identifier
    procedure_ended_on: date | None = Field(default=None, description="The term runs from here; default: today")
    until: date | None = Field(default=None, description="Last day of the term; default: the months of the setting later")


class DeadlineView(RowView):
    """A term with whether it is over."""

    id: int
    expert_id: str
    reason: RetentionReason
    started_at: datetime
    until: date
    ended_at: datetime | None
    due: bool

    @classmethod
    def on(cls, deadline: RetentionDeadline, today: date) -> Self:
        """Return the view as of ``today``."""
        return cls.of(deadline, due=deadline.ended_at is None and deadline.until < today)


@router.get("", dependencies=READ)
def list_retention_deadlines(session: Reading, paging: Paged, by: Acting, *, due: bool = False) -> Page[DeadlineView]:
    """List terms in the order in which they were started, all or those that are over and not ended."""
    today = local_day(by.now)
    over = (col(RetentionDeadline.until) < today, col(RetentionDeadline.ended_at).is_(None))
    statement = sa.select(RetentionDeadline).where(*(over if due else ()))
    return paging.page(find_page(session, statement, (RetentionDeadline.id,), paging), lambda row: DeadlineView.on(row, today))


@router.post("", dependencies=FULFIL, status_code=201, responses=responses(404))
def start_retention_deadline(fields: DeadlineCreate, request: Request, session: Writing, by: Acting) -> DeadlineView:
    """Start the term of somebody who was not chosen, or move the one that runs."""
    today = local_day(by.now)
    until = fields.until or months_later(fields.procedure_ended_on or today, services_of(request).settings.retention_months)
    return DeadlineView.on(start_retention(session, by, fields.expert_id, RetentionReason.NOT_CHOSEN, until), today)


@router.post("/{deadline_id}/end", dependencies=FULFIL, responses=responses(404))
def end_retention_deadline(deadline_id: RowNumber, session: Writing, by: Acting) -> DeadlineView:
    """End a term without erasure."""
    return DeadlineView.on(end_retention(session, by, deadline_id), local_day(by.now))
