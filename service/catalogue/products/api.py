"""Addresses of the product lists, technology groups and products."""

from collections.abc import Sequence
from typing import Annotated, Any

import sqlalchemy as sa
from fastapi import Query
from sqlmodel import Session, col

from models.catalogue import Product, ProductList, TechnologyGroup
from service.catalogue.products import schemas
from service.catalogue.products import views as products
from service.catalogue.products.queries import choose_list, filtered_products, find_group, find_product, successors
from service.identity.access.viewer import CurrentViewer
from service.kit.conditional import UNCHANGED, ConditionalRoute
from service.kit.late_routes import APIRouter
from service.kit.pagination import Page, Paged, find_page
from service.kit.problems import NotFound, responses
from service.kit.sessions import Reading

router = APIRouter(tags=["catalogue"], route_class=ConditionalRoute, responses=UNCHANGED)


@router.get("/catalogues")
def list_catalogues(session: Reading, paging: Paged) -> Page[schemas.ListView]:
    """List the published product lists, older ones too."""
    found = find_page(session, sa.select(ProductList), (ProductList.code,), paging)
    views = _show_lists(session, found.rows)
    return paging.page(found, lambda row: views[row.code])


@router.get("/catalogues/{code}", responses=responses(404))
def get_catalogue(code: str, session: Reading) -> schemas.ListView:
    """Show one product list."""
    row = session.get(ProductList, code)
    if row is None:
        raise NotFound.of(en="catalogue", vi="danh mục", identifier=code)
    return _show_lists(session, [row])[row.code]


@router.get("/groups")
def list_groups(session: Reading, paging: Paged, catalogue: str | None = None) -> Page[schemas.GroupView]:
    """List the technology groups of a product list, by default of the one in force."""
    statement = sa.select(TechnologyGroup).where(col(TechnologyGroup.list_code) == choose_list(session, catalogue))
    found = find_page(session, statement, (TechnologyGroup.id,), paging)
    return paging.page(found, lambda group: schemas.GroupView.of(group, catalogue=group.list_code))


@router.get("/groups/{group_id}", responses=responses(404))
def get_group(group_id: str, session: Reading) -> schemas.GroupWithProducts:
    """Show one technology group with its products."""
    return products.group_with_products(session, find_group(session, group_id))


@router.get("/products")
def list_products(
    session: Reading,
    paging: Paged,
    catalogue: str | None = None,
    group: str | None = None,
    band: Annotated[int | None, Query(ge=1, le=2)] = None,
    priority: bool | None = None,
) -> Page[schemas.ProductSummary]:
    """List the products of a product list, by default of the one in force."""
    found = find_page(session, filtered_products(session, catalogue, group, band, priority), (Product.id,), paging)
    in_force = successors(session, [product.id for product in found.rows])
    return paging.page(found, lambda product: products.summary(product, in_force[product.id]))


@router.get("/products/{product_id}", responses=responses(404))
def get_product(product_id: str, viewer: CurrentViewer, session: Reading) -> schemas.ProductView:
    """Show one product of any list; one of an older list names the product in force, if there is one."""
    return products.whole(session, viewer, find_product(session, product_id))


def _show_lists(session: Session, rows: Sequence[ProductList]) -> dict[str, schemas.ListView]:
    groups, members = (_counted(session, code) for code in (col(TechnologyGroup.list_code), col(Product.list_code)))
    return {row.code: schemas.ListView.of(row, groups=groups.get(row.code, 0), products=members.get(row.code, 0)) for row in rows}


def _counted(session: Session, code: Any) -> dict[str, int]:
    rows = session.execute(sa.select(code, sa.func.count()).group_by(code))
    return {str(found): int(number) for found, number in rows}
