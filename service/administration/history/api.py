"""Addresses of the history of the catalogue."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa
from pydantic import BaseModel, Field
from sqlmodel import Session, SQLModel, col

from models.catalogue import Product
from models.catalogue_changes import CatalogueChange, EntryKind
from models.projects import Project
from models.vocabulary import Sensitivity
from service.identity.access.guards import permit
from service.identity.access.policies import Operation
from service.identity.access.viewer import CurrentViewer, Viewer
from service.kit.late_routes import APIRouter
from service.kit.pagination import Page, Paged, find_page_by_place
from service.kit.problems import responses
from service.kit.sessions import Reading

router = APIRouter(prefix="/catalogue-changes", tags=["administration"], responses=responses(401, 403))
_INSIDE: dict[EntryKind, type[SQLModel]] = {EntryKind.PRODUCT: Product, EntryKind.PROJECT: Project}


class CatalogueChangeView(BaseModel):
    """One change of one entry."""

    kind: EntryKind
    entry_id: str
    number: int = Field(description="Changes of an entry are numbered from 1")
    changed_by: str
    changed_at: datetime
    reason: str
    earlier: dict[str, Any] | None = Field(description="The content before; empty for a new entry, null for what needs clearance")


@router.get("", dependencies=[permit(Operation.READ_CATALOGUE_HISTORY)])
def list_catalogue_changes(
    viewer: CurrentViewer, session: Reading, paging: Paged, kind: EntryKind | None = None, entry_id: str | None = None
) -> Page[CatalogueChangeView]:
    """List who changed what of the catalogue and why, the latest first."""
    wanted = {"kind": kind, "entry_id": entry_id}
    statement = sa.select(CatalogueChange).where(*(col(getattr(CatalogueChange, name)) == one for name, one in wanted.items() if one))
    order = (col(CatalogueChange.changed_at).desc(), col(CatalogueChange.kind), col(CatalogueChange.entry_id), col(CatalogueChange.number))
    return paging.page(find_page_by_place(session, statement, order, paging), lambda row: show(session, viewer, row))


def show(session: Session, viewer: Viewer, change: CatalogueChange) -> CatalogueChangeView:
    """Return the view of a change; of something restricted, then or now, the content before is for people with clearance."""
    table = _INSIDE.get(change.kind)
    entry = session.get(table, change.entry_id) if table else None
    restricted = Sensitivity.RESTRICTED in {change.earlier.get("sensitivity"), getattr(entry, "sensitivity", None)}
    columns = change.model_dump()
    return CatalogueChangeView.model_validate({**columns, "earlier": None if restricted and not viewer.cleared else change.earlier})
