"""Addresses of the national projects."""

from typing import Annotated

from fastapi import Query

from models.projects import Project
from service.catalogue.products.queries import product_of_filter
from service.catalogue.projects import queries, schemas
from service.identity.access.viewer import CurrentViewer
from service.kit.conditional import UNCHANGED, ConditionalRoute
from service.kit.late_routes import APIRouter
from service.kit.pagination import Page, Paged, find_page
from service.kit.problems import responses
from service.kit.sessions import Reading

router = APIRouter(prefix="/projects", tags=["projects"], route_class=ConditionalRoute, responses=UNCHANGED)


@router.get("")
def list_projects(
    viewer: CurrentViewer,
    session: Reading,
    paging: Paged,
    product: Annotated[str | None, Query(description="Only projects under this product; an id of any list")] = None,
) -> Page[schemas.ProjectView]:
    """List the national projects."""
    under = product_of_filter(session, product)
    found = find_page(session, queries.projects_under(under), (Project.id,), paging)
    views = queries.shown(session, viewer, found.rows)
    return paging.page(found, lambda project: views[project.id])


@router.get("/{project_id}", responses=responses(404))
def get_project(project_id: str, viewer: CurrentViewer, session: Reading) -> schemas.ProjectView:
    """Show one project."""
    return queries.show(session, viewer, queries.find_project(session, project_id))
