"""The page of all products: who is proposed for every product of a list."""

import sqlalchemy as sa
from fastapi import Request
from fastapi.responses import Response
from sqlmodel import Session, col

from models.catalogue import ProductList, TechnologyGroup
from service.catalogue.products.queries import choose_list
from service.identity.access.guards import permit
from service.identity.access.policies import Operation
from service.identity.access.viewer import CurrentViewer
from service.kit.late_routes import APIRouter
from service.kit.rendering import ReaderOfPage
from service.kit.sessions import Reading
from service.matches.network.versions import current_notice
from service.matches.recommendations.cells import SHORT_NAMES
from service.matches.recommendations.overview import Overview
from service.matches.recommendations.services import matching_of

router = APIRouter(include_in_schema=False)


@router.get("/products", dependencies=[permit(Operation.READ_MATCHES)])
def overview_page(
    request: Request, viewer: CurrentViewer, session: Reading, reader: ReaderOfPage, catalogue: str | None = None
) -> Response:
    """Show who is proposed for every product of a list."""
    overview: Overview = matching_of(request).overview
    chosen = choose_list(session, catalogue) or ""
    found = overview.cells(session, chosen, viewer)
    return reader.render(
        "matches/recommendations/overview.html",
        rows=list(zip(found[::2], found[1::2], strict=True)),
        roles=SHORT_NAMES,
        groups=_groups(session, chosen),
        catalogues=session.scalars(sa.select(ProductList).order_by(col(ProductList.valid_from).desc())).all(),
        chosen=chosen,
        notice=current_notice(session),
    )


def _groups(session: Session, catalogue: str) -> dict[str, TechnologyGroup]:
    return {group.id: group for group in session.scalars(sa.select(TechnologyGroup).where(col(TechnologyGroup.list_code) == catalogue))}
