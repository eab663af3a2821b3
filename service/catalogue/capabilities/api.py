"""Addresses of the capability thesaurus."""

from typing import Annotated

from fastapi import Query

from service.catalogue.capabilities import queries, schemas
from service.catalogue.products.queries import product_of_filter
from service.identity.access.viewer import CurrentViewer
from service.kit.conditional import UNCHANGED, ConditionalRoute
from service.kit.late_routes import APIRouter
from service.kit.pagination import Page, Paged, slice_page
from service.kit.problems import responses
from service.kit.sessions import Reading

router = APIRouter(prefix="/capabilities", tags=["capabilities"], route_class=ConditionalRoute, responses=UNCHANGED)


@router.get("")
def list_capabilities(
    viewer: CurrentViewer,
    session: Reading,
    paging: Paged,
    q: Annotated[str | None, Query(max_length=200, description="Part of a name in either language, with or without accents")] = None,
    product: Annotated[str | None, Query(description="Only what roles for this product need; an id of any list")] = None,
) -> Page[schemas.CapabilitySummary]:
    """List or search the capabilities."""
    found = queries.capabilities(session, viewer, q, product_of_filter(session, product))
    return paging.page(slice_page(found, paging), queries.summary)


@router.get("/{capability_id}", responses=responses(404))
def get_capability(capability_id: str, viewer: CurrentViewer, session: Reading) -> schemas.CapabilityView:
    """Show one capability with its parent, its children and the products that need it."""
    return queries.whole(session, viewer, queries.find_capability(session, capability_id))
