"""Addresses that recommend people: the list, its export and the explanation of one person, for products, projects and groups."""

from typing import Annotated

from fastapi import Depends, Path, Query, Request, Response

from models.vocabulary import RoleCode
from service.catalogue.subjects.contents import SubjectKind
from service.identity.access.acting import Acting
from service.identity.access.guards import permit
from service.identity.access.policies import Operation
from service.identity.access.viewer import CurrentViewer
from service.kit.actor import Actor
from service.kit.attachments import attachment
from service.kit.events.recording import AuditedObject, record_reading
from service.kit.late_routes import APIRouter
from service.kit.pagination import Paged, Paging
from service.kit.problems import responses
from service.kit.services import services_of
from service.kit.sessions import Reading
from service.kit.tables import CSVResponse
from service.matches.recommendations.answers import explanation_of, whole_list
from service.matches.recommendations.dependencies import ExpertId, ProductId, ProjectId, RecommendationQuery
from service.matches.recommendations.export import as_csv
from service.matches.recommendations.schemas import ExplanationView, RecommendationList
from service.matches.recommendations.services import matching_of
from service.matches.recommendations.written import written_page

router = APIRouter(tags=["recommendations"], dependencies=[permit(Operation.READ_MATCHES)], responses=responses(401, 403, 404, 503))

GroupId = Annotated[str, Path(examples=["G01"], description="Technology group")]
ProductRole = Annotated[RoleCode, Query(examples=[RoleCode.CE_PROJECT], description="CE_PROJECT or CA_PROJECT")]
GroupRole = Annotated[RoleCode, Query(examples=[RoleCode.CE_SYSTEM], description="CE_SYSTEM")]
Everybody = Annotated[bool, Query(description="List everybody who may be proposed, also below the threshold for a fit")]


async def _for_product(
    product_id: ProductId, role: ProductRole, viewer: CurrentViewer, session: Reading, request: Request
) -> RecommendationQuery:
    return RecommendationQuery(matching_of(request).recommender, session, viewer, SubjectKind.PRODUCT, product_id, role)


async def _for_project(
    project_id: ProjectId, role: ProductRole, viewer: CurrentViewer, session: Reading, request: Request
) -> RecommendationQuery:
    return RecommendationQuery(matching_of(request).recommender, session, viewer, SubjectKind.PROJECT, project_id, role)


async def _for_group(
    group_id: GroupId, viewer: CurrentViewer, session: Reading, request: Request, role: GroupRole = RoleCode.CE_SYSTEM
) -> RecommendationQuery:
    return RecommendationQuery(matching_of(request).recommender, session, viewer, SubjectKind.GROUP, group_id, role)


ForProduct = Annotated[RecommendationQuery, Depends(_for_product)]
ForProject = Annotated[RecommendationQuery, Depends(_for_project)]
ForGroup = Annotated[RecommendationQuery, Depends(_for_group)]


@router.get("/products/{product_id}/recommendations", response_model=RecommendationList)
def recommend_for_product(asked: ForProduct, paging: Paged, everybody: Everybody = False) -> Response:
    """List the people who fit a role for a product, best first; nobody is a valid answer."""
    return _page(asked, paging, everybody=everybody)


@router.get("/projects/{project_id}/recommendations", response_model=RecommendationList)
def recommend_for_project(asked: ForProject, paging: Paged, everybody: Everybody = False) -> Response:
    """List the people who fit a role for a project, best first; nobody is a valid answer."""
    return _page(asked, paging, everybody=everybody)


@router.get("/groups/{group_id}/recommendations", response_model=RecommendationList)
def recommend_for_group(query: ForGroup, paging: Paged, everybody: Everybody = False) -> Response:
    """List the people who fit the role of chief engineer for a whole technology group, best first."""
    return _page(query, paging, everybody=everybody)


@router.get("/products/{product_id}/recommendations.csv", response_class=CSVResponse)
def export_for_product(asked: ForProduct, request: Request, by: Acting, everybody: Everybody = False) -> CSVResponse:
    """Give the whole list of a product as CSV."""
    return _export(asked, request, by, everybody=everybody)


@router.get("/projects/{project_id}/recommendations.csv", response_class=CSVResponse)
def export_for_project(asked: ForProject, request: Request, by: Acting, everybody: Everybody = False) -> CSVResponse:
    """Give the whole list of a project as CSV."""
    return _export(asked, request, by, everybody=everybody)


@router.get("/groups/{group_id}/recommendations.csv", response_class=CSVResponse)
def export_for_group(query: ForGroup, request: Request, by: Acting, everybody: Everybody = False) -> CSVResponse:
    """Give the whole list of a group as CSV."""
    return _export(query, request, by, everybody=everybody)


@router.get("/products/{product_id}/recommendations/{expert_id}/explanation")
def explain_for_product(asked: ForProduct, expert_id: ExpertId) -> ExplanationView:
    """Explain why somebody stands where they stand for a product, why not, and what would change it."""
    return explanation_of(asked.about(expert_id), expert_id)


@router.get("/projects/{project_id}/recommendations/{expert_id}/explanation")
def explain_for_project(asked: ForProject, expert_id: ExpertId) -> ExplanationView:
    """Explain why somebody stands where they stand for a project, why not, and what would change it."""
    return explanation_of(asked.about(expert_id), expert_id)


@router.get("/groups/{group_id}/recommendations/{expert_id}/explanation")
def explain_for_group(query: ForGroup, expert_id: ExpertId) -> ExplanationView:
    """Explain why somebody stands where they stand for a group, why not, and what would change it."""
    return explanation_of(query.about(expert_id), expert_id)


def _page(query: RecommendationQuery, paging: Paging, *, everybody: bool) -> Response:
    with query.session:  # it ends in this thread, and none has to be asked for that
        written = written_page(query.listed(everybody=everybody), paging, everybody=everybody)
    return paging.answer(written)


def _export(query: RecommendationQuery, request: Request, by: Actor, *, everybody: bool) -> CSVResponse:
    found = query.recommend()
    entries = whole_list(found, everybody=everybody).items
    subject, role = found.inputs.subject, found.inputs.need.role
    read = [entry.expert.id for entry in entries]
    record_reading(services_of(request).engine, by, f"export-{role}", AuditedObject(subject.kind, subject.id), read)
    return CSVResponse(as_csv(entries), headers=attachment(f"{subject.id}-{role}.csv"))
