"""Addresses of mappings: what the headings of somebody's files mean, kept by a name."""

from typing import Annotated

from fastapi import Path

from service.identity.access.acting import Acting
from service.identity.access.guards import permit
from service.identity.access.policies import Operation
from service.imports.mappings import operations, queries
from service.imports.mappings.schemas import MappingInput, MappingView
from service.kit.fields import Named
from service.kit.late_routes import APIRouter
from service.kit.pagination import Page, Paged, slice_page
from service.kit.problems import responses
from service.kit.sessions import Reading, Writing

router = APIRouter(prefix="/import-mappings", tags=["imports"], responses=responses(401, 403))
READ, IMPORT = [permit(Operation.READ_IMPORTS)], [permit(Operation.IMPORT_PEOPLE)]
Name = Annotated[Named, Path(max_length=80)]


@router.get("", dependencies=READ)
def list_mappings(session: Reading, paging: Paged) -> Page[MappingView]:
    """List mappings by name."""
    return paging.page(slice_page(queries.all_mappings(session), paging), MappingView.of)


@router.get("/{name}", dependencies=READ, responses=responses(404))
def get_mapping(name: Name, session: Reading) -> MappingView:
    """Show a mapping."""
    return MappingView.of(queries.find_mapping(session, name))


@router.put("/{name}", dependencies=IMPORT)
def keep_mapping(name: Name, fields: MappingInput, session: Writing, by: Acting) -> MappingView:
    """Keep a mapping by its name, in place of one that had it."""
    return MappingView.of(operations.keep_mapping(session, by, name, fields.columns))


@router.delete("/{name}", dependencies=IMPORT, status_code=204, responses=responses(404))
def remove_mapping(name: Name, session: Writing, by: Acting) -> None:
    """Remove a mapping; imports that used it are not changed."""
    operations.remove_mapping(session, by, name)
