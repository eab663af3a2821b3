"""Addresses of the exposure report, and of what a diversity policy would do to one list."""

from enum import StrEnum
from typing import Annotated

from fastapi import Query, Request

from matching.exposure.report import FIRST
from service.identity.access.guards import permit
from service.identity.access.policies import Operation
from service.identity.access.viewer import CurrentViewer
from service.kit.late_routes import APIRouter
from service.kit.problems import responses
from service.kit.sessions import Reading
from service.matches.coverage.dependencies import OfCell
from service.matches.exposure import schemas
from service.matches.exposure.dependencies import First
from service.matches.exposure.queries import diversity_effect, exposure_report
from service.matches.recommendations.services import matching_of

router = APIRouter(tags=["exposure"], dependencies=[permit(Operation.READ_MATCHES)], responses=responses(401, 403, 404, 503))


class Dimension(StrEnum):
    """By what a policy groups people."""

    SUB_NETWORK = "sub_network"
    COUNTRY = "country"
    RESIDENCE = "residence"


@router.get("/exposure")
def get_exposure(viewer: CurrentViewer, session: Reading, request: Request, first: First = FIRST) -> schemas.ExposureReport:
    """Report who is ever shown, how concentrated that is, and selection rates by group; nothing is corrected."""
    return exposure_report(session, matching_of(request).overview, first, viewer)


@router.get("/exposure/{product_id}/{role}/diversity")
def get_diversity_effect(
    found: OfCell,
    dimension: Dimension,
    code: Annotated[str, Query(examples=["overseas"], description="The group: a sub-network, a country, `domestic` or `overseas`")],
    at_least: Annotated[int, Query(ge=1, le=100)] = 1,
    first: First = 5,
) -> schemas.DiversityEffect:
    """Show what "at least so many of the first places for a group" would do to one list and what it would cost; it is not kept."""
    return diversity_effect(found, schemas.PolicyView(dimension=dimension, code=code, at_least=at_least, first=first))
