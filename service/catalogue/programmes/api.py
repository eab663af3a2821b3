"""Addresses of the programmes, priority sectors and product criteria."""

import sqlalchemy as sa

from models.catalogue import Programme
from service.catalogue.programmes import queries, schemas
from service.kit.conditional import UNCHANGED, ConditionalRoute
from service.kit.late_routes import APIRouter
from service.kit.pagination import Page, Paged, find_page, slice_page
from service.kit.problems import responses
from service.kit.sessions import Reading

router = APIRouter(tags=["programmes"], route_class=ConditionalRoute, responses=UNCHANGED)


@router.get("/programmes")
def list_programmes(session: Reading, paging: Paged) -> Page[schemas.ProgrammeSummary]:
    """List the national programmes that products are linked to."""
    return paging.page(find_page(session, sa.select(Programme), (Programme.code,), paging), queries.summary)


@router.get("/programmes/{code}", responses=responses(404))
def get_programme(code: str, session: Reading) -> schemas.ProgrammeView:
    """Show one programme with its targets, tasks, bodies, funding, products and sectors."""
    return queries.whole(session, queries.find_programme(session, code))


@router.get("/priority-sectors")
def list_priority_sectors(session: Reading, paging: Paged) -> Page[schemas.SectorView]:
    """List the priority sectors that programmes name."""
    return paging.page(slice_page(queries.sectors(session), paging), queries.show_sector)


@router.get("/product-criteria")
def list_product_criteria(session: Reading, paging: Paged) -> Page[schemas.CriterionView]:
    """List the criteria that a draft resolution proposes for strategic technologies and products."""
    return paging.page(slice_page(queries.criteria(session), paging), schemas.CriterionView.of)
