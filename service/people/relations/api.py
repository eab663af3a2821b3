"""Addresses of a person's relations. The ETag is that of the person."""

import sqlalchemy as sa
from fastapi import Response
from sqlmodel import col

from models.experts import Relation
from service.identity.access.acting import Acting
from service.identity.access.guards import permit_with_expert
from service.identity.access.once import OnlyOnce
from service.identity.access.policies import Operation
from service.identity.access.viewer import CurrentViewer
from service.kit.fields import RowNumber
from service.kit.late_routes import APIRouter
from service.kit.pagination import Page, Paged, find_page
from service.kit.preconditions import etag
from service.kit.problems import responses
from service.kit.sessions import Reading, Writing
from service.people.profiles.changes import expert_to_extend
from service.people.profiles.guards import ExpertToChange, ExpertToRead
from service.people.profiles.vouching import refuse_unvouched
from service.people.relations import operations
from service.people.relations.hints import employer_hints
from service.people.relations.schemas import EmployerHint, RelationCreate, RelationView
from service.people.relations.vouching import RELATION, check_removal

router = APIRouter(prefix="/experts/{expert_id}", tags=["experts"], responses=responses(401, 403, 404))


@router.get("/relations")
def list_relations(expert: ExpertToRead, session: Reading, paging: Paged) -> Page[RelationView]:
    """List what can become a conflict of interest, in the order in which it was recorded."""
    paging.response.headers["ETag"] = etag(expert.version)
    statement = sa.select(Relation).where(col(Relation.expert_id) == expert.id)
    return paging.page(find_page(session, statement, (Relation.id,), paging), RelationView.of)


@router.get("/employer-hints")
def list_employer_hints(expert: ExpertToRead, session: Reading) -> list[EmployerHint]:
    """List the organisations that the address of a person suggests, to ask the person about: they are no ties and no conflicts."""
    return employer_hints(session, expert)


@router.post("/relations", status_code=201, response_model=RelationView, dependencies=[permit_with_expert(Operation.CHANGE_EXPERTS)])
def add_relation(
    viewer: CurrentViewer, expert_id: str, fields: RelationCreate, response: Response, by: Acting, once: OnlyOnce
) -> RelationView | Response:
    """Record a relation to an organisation or to another expert."""
    refuse_unvouched(viewer, expert_id, fields, RELATION)
    if earlier := once.earlier(fields):
        return earlier
    expert = expert_to_extend(once.session, expert_id)
    relation = operations.add_relation(once.session, by, expert, fields)
    response.headers["ETag"] = etag(expert.version)
    return once.keep(RelationView.of(relation), response, expert.id)


@router.delete("/relations/{relation_id}", status_code=204, responses=responses(412, 428))
def delete_relation(
    viewer: CurrentViewer, expert: ExpertToChange, relation_id: RowNumber, session: Writing, response: Response, by: Acting
) -> None:
    """Remove a relation for good; its owner removes what he or she declared and nobody has confirmed or dismissed."""
    relation = operations.find_relation(session, expert, relation_id)
    check_removal(viewer, relation)
    operations.remove_relation(session, by, relation)
    response.headers["ETag"] = etag(expert.version)
