"""The pages of coverage: the map, and the recruiting brief of one product and role."""

from typing import Annotated
from urllib.parse import urlencode

from fastapi import Query, Request, Response

from service.catalogue.products.queries import list_names
from service.catalogue.rules.clauses import cited, unknown_note
from service.catalogue.rules.queries import rule_sets
from service.identity.access.guards import permit
from service.identity.access.policies import Operation, may
from service.identity.access.viewer import CurrentViewer
from service.kit.late_routes import APIRouter
from service.kit.places import named
from service.kit.rendering import Reader, ReaderOfPage
from service.kit.services import services_of
from service.kit.sessions import Reading
from service.matches.coverage import sentences
from service.matches.coverage.brief_text import lacks, where_note
from service.matches.coverage.briefs import recruiting_brief
from service.matches.coverage.dependencies import Capability, Filtered, NamesPeople, OfCell
from service.matches.coverage.heat import blocks, totals, worst
from service.matches.coverage.queries import Filters, coverage_map
from service.matches.coverage.schemas import CellCoverage
from service.matches.recommendations.cells import ROLES, SHORT_NAMES
from service.matches.recommendations.services import matching_of

router = APIRouter(prefix="/coverage", include_in_schema=False, dependencies=[permit(Operation.READ_MATCHES)])
OnlyGaps = Annotated[bool, Query(description="Only products with a gap or a single point of failure")]


@router.get("")
def coverage_page(
    filters: Filtered, viewer: CurrentViewer, request: Request, session: Reading, reader: ReaderOfPage, gaps: OnlyGaps = False
) -> Response:
    """Show the map of the list in force."""
    found = coverage_map(session, matching_of(request).overview, filters, viewer)
    rows = [found.cells[place : place + len(ROLES)] for place in range(0, len(found.cells), len(ROLES))]
    return reader.render(
        "matches/coverage/map.html",
        map=found,
        list_names=list_names(session),
        blocks=blocks(found, [row for row in rows if not gaps or any(map(_is_thin, row))]),
        worst=worst(found),
        totals=totals(found),
        roles=SHORT_NAMES,
        gaps=gaps,
        gaps_address=f"?{urlencode({**_given(filters), **({} if gaps else {'gaps': 'true'})})}",
        counted_only=_counted_only(filters, reader),
        smallest=services_of(request).settings.smallest_group_shown,
    )


@router.get("/{product_id}/{role}")
def recruiting_brief_page(
    found: OfCell,
    request: Request,
    viewer: CurrentViewer,
    session: Reading,
    reader: ReaderOfPage,
    people: NamesPeople,
    capability: Capability = None,
) -> Response:
    """Show the recruiting brief for a role or one of its required capabilities."""
    smallest = services_of(request).settings.smallest_group_shown
    brief = recruiting_brief(session, found, smallest, capability=capability, people=people)
    return reader.render(
        "matches/coverage/brief.html",
        brief=brief,
        rule_sets=rule_sets(session),
        may_open=may(viewer, Operation.OPEN_SELECTIONS) is True,
        may_draft=may(viewer, Operation.EDIT_DRAFTS) is True,
        kinds=sentences.KINDS,
        cited=cited,
        clauses_note=unknown_note(brief.rules),
        wanted_note=sentences.WANTED_NOTE,
        nearest=[(near, list(lacks(near, reader.language))) for near in brief.nearest],
        pool_note=where_note(brief, reader.language, smallest),
        smallest=smallest,
    )


def _is_thin(cell: CellCoverage) -> bool:
    return cell.unmet or cell.counts.ready == 1


def _given(filters: Filters) -> dict[str, str]:
    return {**({"group": filters.group} if filters.group else {}), **filters.of_people}


def _counted_only(filters: Filters, reader: Reader) -> list[str]:
    return [named(dimension, code).in_language(reader.language) for dimension, code in filters.of_people.items()]
