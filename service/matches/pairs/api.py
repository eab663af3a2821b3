"""Addresses that recommend a chief engineer and a chief architect together, for products and projects."""

from typing import Annotated

from fastapi import Depends, Query, Request

from matching.pairs.pairing import Question
from service.catalogue.subjects.contents import SubjectKind
from service.identity.access.acting import Acting
from service.identity.access.guards import permit
from service.identity.access.policies import Operation
from service.identity.access.viewer import CurrentViewer
from service.kit.actor import Actor
from service.kit.attachments import attachment
from service.kit.events.recording import AuditedObject, record_reading
from service.kit.late_routes import APIRouter
from service.kit.pagination import Paged
from service.kit.problems import responses
from service.kit.services import services_of
from service.kit.sessions import Reading
from service.kit.tables import CSVResponse
from service.matches.pairs.answers import list_page, whole_list
from service.matches.pairs.dependencies import PairQuery, PairQuestion, SamePerson
from service.matches.pairs.export import as_csv
from service.matches.pairs.pairing import PairRecommendation
from service.matches.pairs.schemas import PairExplanationView, PairList
from service.matches.recommendations.dependencies import ExpertId, ProductId, ProjectId
from service.matches.recommendations.services import matching_of

router = APIRouter(tags=["pairs"], dependencies=[permit(Operation.READ_MATCHES)], responses=responses(401, 403, 404, 503))

MOST_EXPORTED = 5_000
Exported = Annotated[int, Query(ge=1, le=MOST_EXPORTED, description="Most pairs to export")]


async def _for_product(
    product_id: ProductId, question: PairQuestion, viewer: CurrentViewer, session: Reading, request: Request
) -> PairQuery:
    return PairQuery(matching_of(request).recommender, session, viewer, SubjectKind.PRODUCT, product_id, question)


async def _for_project(
    project_id: ProjectId, question: PairQuestion, viewer: CurrentViewer, session: Reading, request: Request
) -> PairQuery:
    return PairQuery(matching_of(request).recommender, session, viewer, SubjectKind.PROJECT, project_id, question)


async def _of_product(
    product_id: ProductId, viewer: CurrentViewer, session: Reading, request: Request, same_person: SamePerson = False
) -> PairQuery:
    return PairQuery(matching_of(request).recommender, session, viewer, SubjectKind.PRODUCT, product_id, Question(same_person=same_person))


async def _of_project(
    project_id: ProjectId, viewer: CurrentViewer, session: Reading, request: Request, same_person: SamePerson = False
) -> PairQuery:
    return PairQuery(matching_of(request).recommender, session, viewer, SubjectKind.PROJECT, project_id, Question(same_person=same_person))


ForProduct = Annotated[PairQuery, Depends(_for_product)]
ForProject = Annotated[PairQuery, Depends(_for_project)]
OfProduct = Annotated[PairQuery, Depends(_of_product)]
OfProject = Annotated[PairQuery, Depends(_of_project)]


@router.get("/products/{product_id}/pairs")
def pairs_for_product(asked: ForProduct, paging: Paged) -> PairList:
    """List the pairs of chief engineer and chief architect for a product, best first; no pair is a valid answer."""
    return list_page(asked.recommend(), paging)


@router.get("/projects/{project_id}/pairs")
def pairs_for_project(asked: ForProject, paging: Paged) -> PairList:
    """List the pairs of chief engineer and chief architect for a project, best first; no pair is a valid answer."""
    return list_page(asked.recommend(), paging)


@router.get("/products/{product_id}/pairs.csv", response_class=CSVResponse)
def export_pairs_for_product(asked: ForProduct, request: Request, by: Acting, limit: Exported = MOST_EXPORTED) -> CSVResponse:
    """Give the pairs of a product as CSV."""
    return _export(asked.recommend(), request, by, limit)


@router.get("/projects/{project_id}/pairs.csv", response_class=CSVResponse)
def export_pairs_for_project(asked: ForProject, request: Request, by: Acting, limit: Exported = MOST_EXPORTED) -> CSVResponse:
    """Give the pairs of a project as CSV."""
    return _export(asked.recommend(), request, by, limit)


@router.get("/products/{product_id}/pairs/{engineer_id}/{architect_id}/explanation")
def explain_pair_for_product(query: OfProduct, engineer_id: ExpertId, architect_id: ExpertId) -> PairExplanationView:
    """Explain who of two people covers what for a product, what is between them, and what the next pair would cost."""
    return query.explain(engineer_id, architect_id)


@router.get("/projects/{project_id}/pairs/{engineer_id}/{architect_id}/explanation")
def explain_pair_for_project(query: OfProject, engineer_id: ExpertId, architect_id: ExpertId) -> PairExplanationView:
    """Explain who of two people covers what for a project, what is between them, and what the next pair would cost."""
    return query.explain(engineer_id, architect_id)


def _export(found: PairRecommendation, request: Request, by: Actor, limit: int) -> CSVResponse:
    subject, answer = found.engineers.inputs.subject, whole_list(found, limit)
    read = {side.expert.id for pair in answer.items for side in (pair.engineer, pair.architect)}
    record_reading(services_of(request).engine, by, "export-pairs", AuditedObject(subject.kind, subject.id), sorted(read))
    return CSVResponse(as_csv(answer), headers=attachment(f"{subject.id}-pairs.csv"))
