"""The page of all products: who is proposed for every product of a list."""

from collections import defaultdict

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
from service.matches.recommendations.cells import SHORT_NAMES, Cell
from service.matches.recommendations.overview import Overview
from service.matches.recommendations.services import matching_of

router = APIRouter(include_in_schema=False)
Row = tuple[Cell, Cell]
"""A product for its two roles."""
_WITHOUT = "~"
"""Stands for no group, behind the ids of all."""


@router.get("/products", dependencies=[permit(Operation.READ_MATCHES)])
def overview_page(
    request: Request,
    viewer: CurrentViewer,
    session: Reading,
    reader: ReaderOfPage,
    catalogue: str | None = None,
    unfolded: bool = False,
) -> Response:
    """Show who is proposed for every product of a list: the first group, and the others where they are unfolded."""
    overview: Overview = matching_of(request).overview
    chosen = choose_list(session, catalogue) or ""
    found = overview.cells(session, chosen, viewer)
    return reader.render(
        "matches/recommendations/overview.html",
        groups=_by_group(session, chosen, list(zip(found[::2], found[1::2], strict=True))),
        roles=SHORT_NAMES,
        catalogues=session.scalars(sa.select(ProductList).order_by(col(ProductList.valid_from).desc())).all(),
        chosen=chosen,
        catalogue=chosen if catalogue else None,
        unfolded=unfolded,
        notice=current_notice(session),
    )


def _by_group(session: Session, catalogue: str, rows: list[Row]) -> list[tuple[TechnologyGroup | None, list[Row], int]]:
    """Return the technology groups of a list with their rows, last those without one, and how many roles have nobody who fits."""
    groups = {group.id: group for group in session.scalars(sa.select(TechnologyGroup).where(col(TechnologyGroup.list_code) == catalogue))}
    found: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows:
        group = groups.get(row[0].product.group_id or _WITHOUT)
        found[group.id if group else _WITHOUT].append(row)
    return [(groups.get(one), mine, sum(_is_empty(cell) for row in mine for cell in row)) for one, mine in sorted(found.items())]


def _is_empty(cell: Cell) -> bool:
    return cell.answer is not None and cell.nobody_fits
