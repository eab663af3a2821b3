"""Addresses of the yearly checks of the automated processing."""

from datetime import date
from typing import Annotated

import sqlalchemy as sa
from pydantic import Field, StringConstraints

from models.oversight import ProcessingReview
from service.identity.access.acting import Acting
from service.identity.access.guards import permit
from service.identity.access.policies import Operation
from service.kit.calendar import local_day
from service.kit.fields import Input
from service.kit.late_routes import APIRouter
from service.kit.pagination import Page, Paged, find_page
from service.kit.problems import Invalid, responses
from service.kit.sessions import Reading, Writing
from service.kit.texts import RowView
from service.privacy.reviews.operations import record_review

router = APIRouter(prefix="/processing-reviews", tags=["data protection"], responses=responses(401, 403))
READ, FULFIL = [permit(Operation.READ_DUTIES)], [permit(Operation.FULFIL_DUTIES)]


class ReviewCreate(Input):
    """A check of the automated processing."""

    findings: Annotated[str, StringConstraints(min_length=1, max_length=10_000, pattern=r"^[^\x00]*$")]
    reviewed_on: date | None = Field(default=None, description="Default: today")


class ReviewView(RowView):
    """A check with the day of the next."""

    id: int
    reviewed_on: date
    reviewed_by: str
    findings: str
    next_on: date


@router.get("", dependencies=READ)
def list_processing_reviews(session: Reading, paging: Paged) -> Page[ReviewView]:
    """List the checks in the order in which they were recorded."""
    return paging.page(find_page(session, sa.select(ProcessingReview), (ProcessingReview.id,), paging), ReviewView.of)


@router.post("", dependencies=FULFIL, status_code=201, responses=responses(409))
def record_processing_review(fields: ReviewCreate, session: Writing, by: Acting) -> ReviewView:
    """Record that the automated processing was checked, with what was found."""
    today = local_day(by.now)
    on = fields.reviewed_on or today
    if on > today:
        raise Invalid.field("reviewed_on", en="must not be in the future", vi="không được ở tương lai")
    return ReviewView.of(record_review(session, by, on, fields.findings))
