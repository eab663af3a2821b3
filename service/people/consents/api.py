"""Addresses of the texts to consent to, of a person's consents with their history, of objections and of willingness.

A person's own word needs no version: the last one counts, and a withdrawal is never turned away. The ETag is that of the person.
"""

from datetime import date, datetime

import sqlalchemy as sa
from fastapi import Response
from pydantic import BaseModel, Field
from sqlmodel import Session, col

from models.consents import ConsentText, PastConsent
from models.experts import Consent
from models.vocabulary import ConsentPurpose, ProcessingStop, RoleCode
from models.vocabulary.documents import ConsentMeans
from service.identity.access.acting import Acting
from service.kit.conditional import UNCHANGED, ConditionalRoute
from service.kit.late_routes import APIRouter
from service.kit.pagination import Page, Paged, slice_page
from service.kit.preconditions import etag
from service.kit.problems import responses
from service.kit.sessions import Reading, Writing
from service.kit.texts import Sourced, Text
from service.people.consents import operations
from service.people.consents.schemas import ConsentInput, StopInput, StopView, WillingnessInput
from service.people.profiles.guards import ExpertToExtend, ExpertToRead
from service.people.profiles.schemas import ConsentView, WillingnessView

texts_router = APIRouter(prefix="/consent-texts", tags=["data protection"], route_class=ConditionalRoute, responses=UNCHANGED)
router = APIRouter(prefix="/experts/{expert_id}", tags=["data protection"], responses=responses(401, 403, 404))
word_router = APIRouter(prefix="/experts/{expert_id}", tags=["experts"], responses=responses(401, 403, 404))


class ConsentTextView(Sourced):
    """A text that people consent to; the wording is a proposal until a lawyer has confirmed it."""

    purpose: ConsentPurpose
    version: str = Field(examples=["2026-01"])
    title: Text
    text: Text
    valid_from: date
    valid_until: date | None


class ConsentPeriod(BaseModel):
    """A consent from its giving to its withdrawal, or to the newer one that replaced it."""

    purpose: ConsentPurpose
    text_version: str
    given_at: datetime
    withdrawn_at: datetime | None
    replaced_at: datetime | None
    given_on: date | None = Field(description="The day of the person's word; given_at is when it was recorded")
    means: ConsentMeans | None
    document: str = Field(description="Where the paper or recording is kept")
    document_id: str | None


@texts_router.get("")
def list_consent_texts(session: Reading, paging: Paged, purpose: ConsentPurpose | None = None) -> Page[ConsentTextView]:
    """List the texts, all or those for one purpose, of each the newest first; an older one is for words given while it was in use."""
    newest = col(ConsentText.valid_from).desc(), col(ConsentText.version).desc()
    statement = sa.select(ConsentText).order_by(col(ConsentText.purpose), *newest)
    if purpose is not None:
        statement = statement.where(col(ConsentText.purpose) == purpose)
    return paging.page(slice_page(session.scalars(statement).all(), paging), ConsentTextView.of)


@router.get("/consents")
def list_consent_periods(expert: ExpertToRead, session: Reading, paging: Paged) -> Page[ConsentPeriod]:
    """List everything that a person ever consented to, by purpose and time; nothing of it is lost by a later word."""
    return paging.page(slice_page(consent_periods(session, expert.id), paging), lambda period: period)


@word_router.put("/consents/{purpose}")
def record_consent(
    expert: ExpertToExtend, purpose: ConsentPurpose, word: ConsentInput, session: Writing, response: Response, by: Acting
) -> ConsentView:
    """Give or withdraw consent to a purpose; without consent to matching the person is not matched from the next request on."""
    consent = operations.record_consent(session, by, expert, purpose, word)
    response.headers["ETag"] = etag(expert.version)
    if consent is None:
        return ConsentView(purpose=purpose, given=False, text_version=None, given_at=None, withdrawn_at=None)
    return ConsentView.of(consent, given=consent.withdrawn_at is None)


@word_router.put("/stops/{stop}")
def record_stop(
    expert: ExpertToExtend, stop: ProcessingStop, word: StopInput, session: Writing, response: Response, by: Acting
) -> StopView:
    """Record that a person objects to automated processing or wants it restricted, or no longer does; the next request sees it."""
    since = operations.record_stop(session, by, expert, stop, stopped=word.stopped)
    response.headers["ETag"] = etag(expert.version)
    return StopView(stop=stop, stopped=since is not None, since=since)


@word_router.put("/willingness/{role}")
def record_willingness(
    expert: ExpertToExtend, role: RoleCode, word: WillingnessInput, session: Writing, response: Response, by: Acting
) -> WillingnessView:
    """Record whether the person would accept a role."""
    recorded = operations.record_willingness(session, by, expert, role, willing=word.willing)
    response.headers["ETag"] = etag(expert.version)
    return WillingnessView.of(recorded)


def consent_periods(session: Session, expert_id: str) -> list[ConsentPeriod]:
    """Return the consents of a person, past and present, by purpose and time."""
    past = session.scalars(sa.select(PastConsent).where(col(PastConsent.expert_id) == expert_id)).all()
    present = session.scalars(sa.select(Consent).where(col(Consent.expert_id) == expert_id)).all()
    fields = set(ConsentPeriod.model_fields)
    periods = [ConsentPeriod(**row.model_dump(include=fields)) for row in past]
    periods += [ConsentPeriod(**row.model_dump(include=fields), replaced_at=None) for row in present]
    return sorted(periods, key=lambda period: (period.purpose, period.given_at))
