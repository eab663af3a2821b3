"""Addresses of the coverage map of the list in force, of one product and role, and of recruiting briefs."""

from enum import StrEnum
from typing import Annotated

from fastapi import Query, Request, Response

from models.vocabulary import Language
from service.identity.access.acting import Acting
from service.identity.access.guards import permit
from service.identity.access.policies import Operation
from service.identity.access.viewer import CurrentViewer
from service.kit.attachments import attachment
from service.kit.events.recording import AuditedObject, record_reading
from service.kit.languages import preferred_language
from service.kit.late_routes import APIRouter
from service.kit.problems import responses
from service.kit.services import services_of
from service.kit.sessions import Reading
from service.kit.tables import CSVResponse
from service.matches.coverage import schemas
from service.matches.coverage.brief_text import as_markdown
from service.matches.coverage.briefs import recruiting_brief
from service.matches.coverage.dependencies import Capability, Filtered, NamesPeople, OfCell
from service.matches.coverage.export import as_csv, named_people
from service.matches.coverage.queries import coverage_map, one_cell
from service.matches.recommendations.services import matching_of

router = APIRouter(tags=["coverage"], dependencies=[permit(Operation.READ_MATCHES)], responses=responses(401, 403, 404, 503))


class Format(StrEnum):
    """How a brief is written."""

    JSON = "json"
    MARKDOWN = "markdown"


class MarkdownResponse(Response):
    """A document as text."""

    media_type = "text/markdown"


@router.get("/coverage")
def get_coverage(filters: Filtered, viewer: CurrentViewer, session: Reading, request: Request) -> schemas.CoverageMap:
    """Give the map of the list in force: who is there for every product and role, what is missing, on whom it leans."""
    return coverage_map(session, matching_of(request).overview, filters, viewer)


@router.get("/coverage.csv", response_class=CSVResponse)
def export_coverage(filters: Filtered, viewer: CurrentViewer, session: Reading, request: Request, by: Acting) -> CSVResponse:
    """Give the map as CSV: a line for every product and role, and one for each required capability."""
    found = coverage_map(session, matching_of(request).overview, filters, viewer)
    record_reading(services_of(request).engine, by, "export-coverage", AuditedObject("coverage", "file"), named_people(found))
    return CSVResponse(as_csv(found), headers=attachment("coverage.csv"))


@router.get("/coverage/{product_id}/{role}")
def get_coverage_of_cell(found: OfCell, session: Reading, request: Request, people: NamesPeople) -> schemas.CellBrief:
    """Give the numbers of one product and role, with its recruiting brief."""
    return schemas.CellBrief(cell=one_cell(session, found), brief=recruiting_brief(session, found, _smallest(request), people=people))


@router.get(
    "/coverage/{product_id}/{role}/recruiting-brief",
    response_model=schemas.RecruitingBrief,
    responses={200: {"content": {MarkdownResponse.media_type: {"schema": {"type": "string"}}}}},
)
def get_recruiting_brief(
    found: OfCell,
    session: Reading,
    request: Request,
    people: NamesPeople,
    capability: Capability = None,
    format: Annotated[Format, Query(description="JSON with both languages, or a document in one")] = Format.JSON,  # noqa: A002 - its public name
    lang: Annotated[Language | None, Query(description="Language of the document; default: what Accept-Language prefers")] = None,
) -> schemas.RecruitingBrief | MarkdownResponse:
    """Give the recruiting brief for a role or one of its required capabilities: what to look for, where, and who is nearest."""
    brief = recruiting_brief(session, found, _smallest(request), capability=capability, people=people)
    if format is Format.JSON:
        return brief
    language = lang or preferred_language(request.headers.get("accept-language"), default=Language.VI)
    return MarkdownResponse(as_markdown(brief, language, _smallest(request)), headers={"Content-Language": language})


def _smallest(request: Request) -> int:
    smallest: int = services_of(request).settings.smallest_group_shown
    return smallest
