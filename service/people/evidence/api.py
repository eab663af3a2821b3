"""Addresses of a person's evidence. The ETag is that of the person: evidence is part of the profile."""

import sqlalchemy as sa
from fastapi import Request, Response
from sqlmodel import col

from models.experts import Evidence
from service.identity.access.acting import Acting
from service.identity.access.guards import permit_with_expert
from service.identity.access.once import OnlyOnce
from service.identity.access.policies import Operation
from service.identity.access.viewer import CurrentViewer
from service.kit.late_routes import APIRouter
from service.kit.pagination import Page, Paged, find_page
from service.kit.preconditions import etag
from service.kit.problems import responses
from service.kit.sessions import Reading, Writing
from service.people.evidence import operations
from service.people.evidence.schemas import EvidenceChange, EvidenceCreate, EvidenceView
from service.people.evidence.vouching import EVIDENCE, unvouched
from service.people.profiles.changes import expert_to_extend
from service.people.profiles.guards import EvidenceToChange, ExpertToRead
from service.people.profiles.vouching import refuse_unvouched

router = APIRouter(prefix="/experts/{expert_id}/evidence", tags=["experts"], responses=responses(401, 403, 404))


@router.get("")
def list_evidence(expert: ExpertToRead, session: Reading, paging: Paged) -> Page[EvidenceView]:
    """List the evidence of a person by id."""
    paging.response.headers["ETag"] = etag(expert.version)
    statement = sa.select(Evidence).where(col(Evidence.expert_id) == expert.id)
    return paging.page(find_page(session, statement, (Evidence.id,), paging), EvidenceView.of)


@router.post("", status_code=201, response_model=EvidenceView, dependencies=[permit_with_expert(Operation.EDIT_EVIDENCE)])
def add_evidence(
    viewer: CurrentViewer, expert_id: str, fields: EvidenceCreate, request: Request, response: Response, by: Acting, once: OnlyOnce
) -> EvidenceView | Response:
    """Add an item of evidence; the service gives the id."""
    refuse_unvouched(viewer, expert_id, fields, EVIDENCE)
    if earlier := once.earlier(fields):
        return earlier
    expert = expert_to_extend(once.session, expert_id)
    item = operations.add_evidence(once.session, by, expert, fields)
    response.headers["Location"] = f"{request.url.path}/{item.id}"
    response.headers["ETag"] = etag(expert.version)
    return once.keep(EvidenceView.of(item), response, expert.id)


@router.patch("/{evidence_id}", responses=responses(412, 428))
def change_evidence(
    viewer: CurrentViewer,
    expert: EvidenceToChange,
    evidence_id: str,
    change: EvidenceChange,
    session: Writing,
    response: Response,
    by: Acting,
) -> EvidenceView:
    """Change the named fields of an item."""
    refuse_unvouched(viewer, expert.id, change, EVIDENCE)
    item = operations.find_evidence(session, expert, evidence_id)
    operations.change_evidence(session, by, expert, item, unvouched(viewer, expert.id, change))
    response.headers["ETag"] = etag(expert.version)
    return EvidenceView.of(item)


@router.delete("/{evidence_id}", status_code=204, responses=responses(412, 428))
def delete_evidence(expert: EvidenceToChange, evidence_id: str, session: Writing, response: Response, by: Acting) -> None:
    """Remove an item for good."""
    operations.remove_evidence(session, by, expert, operations.find_evidence(session, expert, evidence_id))
    response.headers["ETag"] = etag(expert.version)
