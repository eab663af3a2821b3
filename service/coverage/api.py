"""Addresses of the coverage map of the list in force, of one product and role, and of recruiting briefs."""

from enum import StrEnum
from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query, Request, Response

from models.vocabulary import Language, RoleCode
from service.access.guards import permit
from service.access.policies import Operation, may
from service.access.viewer import CurrentViewer
from service.acting import Acting
from service.attachments import attachment
from service.audit.operations import Thing, record_reading
from service.coverage import schemas
from service.coverage.brief_text import as_markdown
from service.coverage.briefs import recruiting_brief
from service.coverage.export import as_csv, named_people
from service.coverage.queries import Filters, coverage_map, one_cell
from service.languages import preferred_language
from service.network.subjects import SubjectKind
from service.problems import responses
from service.recommendations.api import CSVResponse
from service.recommendations.asking import Asked
from service.recommendations.recommending import Recommendation
from service.sessions import Reading

router = APIRouter(tags=["coverage"], dependencies=[permit(Operation.READ_MATCHES)], responses=responses(401, 403, 404, 503))

Role = Annotated[RoleCode, Path(examples=[RoleCode.CE_PROJECT], description="CE_PROJECT or CA_PROJECT")]
ProductId = Annotated[str, Path(examples=["P01"], description="Product of the list in force, or of an older list")]
Capability = Annotated[str | None, Query(description="A required capability of the role; without it the whole role")]
People = Annotated[bool, Query(description="Whether the brief names the nearest people; without them it can be passed on")]


class Format(StrEnum):
    """How a brief is written."""

    JSON = "json"
    MARKDOWN = "markdown"


class MarkdownResponse(Response):
    """A document as text."""

    media_type = "text/markdown"


def _filters(
    group: Annotated[str | None, Query(examples=["G03"], description="Technology group")] = None,
    sub_network: Annotated[str | None, Query(examples=["germany"])] = None,
    country: Annotated[str | None, Query(examples=["DE"], description="Country of residence (ISO 3166)")] = None,
    language: Annotated[str | None, Query(examples=["vi"], description="Language that somebody speaks (ISO 639)")] = None,
) -> Filters:
    return Filters(group, sub_network, country, language)


def _recommendation(product_id: ProductId, role: Role, viewer: CurrentViewer, session: Reading, request: Request) -> Recommendation:
    return Asked(request.app.state.recommender, session, viewer, SubjectKind.PRODUCT, product_id, role).recommend()


def _names_people(viewer: CurrentViewer, people: People = True) -> bool:
    return people and may(viewer, Operation.READ_EXPERTS) is True


Filtered = Annotated[Filters, Depends(_filters)]
OfCell = Annotated[Recommendation, Depends(_recommendation)]
NamesPeople = Annotated[bool, Depends(_names_people)]  # only to who may read of them


@router.get("/coverage")
def get_coverage(filters: Filtered, viewer: CurrentViewer, session: Reading, request: Request) -> schemas.CoverageMap:
    """Give the map of the list in force: who is there for every product and role, what is missing, on whom it leans."""
    return coverage_map(session, request.app.state.overview, filters, viewer)


@router.get("/coverage.csv", response_class=CSVResponse)
def export_coverage(filters: Filtered, viewer: CurrentViewer, session: Reading, request: Request, by: Acting) -> CSVResponse:
    """Give the map as CSV: a line for every product and role, and one for each required capability."""
    found = coverage_map(session, request.app.state.overview, filters, viewer)
    record_reading(request.app.state.engine, by, "export-coverage", Thing("coverage", "file"), named_people(found))
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
    smallest: int = request.app.state.settings.smallest_group_shown
    return smallest
