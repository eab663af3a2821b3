"""Addresses of a person's evidence. The ETag is that of the person: evidence is part of the profile."""

import sqlalchemy as sa
from fastapi import APIRouter, Request, Response
from sqlmodel import col

from models.experts import Evidence
from service.access import Guarded
from service.acting import Acting
from service.experts.changes import expert_to_change, expert_to_extend
from service.experts.evidence import operations
from service.experts.evidence.schemas import EvidenceChange, EvidenceCreate, EvidenceView
from service.experts.queries import find_expert
from service.idempotency import OnlyOnce
from service.pagination import Page, Paged, find_page
from service.preconditions import IfMatch, etag
from service.problems import responses
from service.sessions import Reading, Writing

router = APIRouter(prefix="/experts/{expert_id}/evidence", tags=["experts"], dependencies=[Guarded], responses=responses(401, 404))


@router.get("")
def list_evidence(expert_id: str, session: Reading, paging: Paged) -> Page[EvidenceView]:
    """List the evidence of a person by id."""
    expert = find_expert(session, expert_id)
    paging.response.headers["ETag"] = etag(expert.version)
    statement = sa.select(Evidence).where(col(Evidence.expert_id) == expert_id)
    return paging.page(find_page(session, statement, (Evidence.id,), paging), EvidenceView.of)


@router.post("", status_code=201, response_model=EvidenceView)
def add_evidence(
    expert_id: str, fields: EvidenceCreate, request: Request, response: Response, by: Acting, once: OnlyOnce
) -> EvidenceView | Response:
    """Add an item of evidence; the service gives the id."""
    if earlier := once.earlier(fields):
        return earlier
    expert = expert_to_extend(once.session, expert_id)
    item = operations.add_evidence(once.session, by, expert, fields)
    response.headers["Location"] = f"{request.url.path}/{item.id}"
    response.headers["ETag"] = etag(expert.version)
    return once.keep(EvidenceView.of(item), response, expert.id)


@router.patch("/{evidence_id}", responses=responses(412, 428))
def change_evidence(
    expert_id: str, evidence_id: str, change: EvidenceChange, session: Writing, response: Response, by: Acting, if_match: IfMatch = None
) -> EvidenceView:
    """Change the named fields of an item."""
    expert = expert_to_change(session, expert_id, if_match)
    item = operations.find_evidence(session, expert, evidence_id)
    operations.change_evidence(session, by, expert, item, change)
    response.headers["ETag"] = etag(expert.version)
    return EvidenceView.of(item)


@router.delete("/{evidence_id}", status_code=204, responses=responses(412, 428))
def delete_evidence(expert_id: str, evidence_id: str, session: Writing, response: Response, by: Acting, if_match: IfMatch = None) -> None:
    """Remove an item for good."""
    expert = expert_to_change(session, expert_id, if_match)
    operations.remove_evidence(session, by, expert, operations.find_evidence(session, expert, evidence_id))
    response.headers["ETag"] = etag(expert.version)
