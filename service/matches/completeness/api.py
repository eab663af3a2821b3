"""Addresses of what records lack."""

from typing import Annotated

from fastapi import Query

from matching.gate.asking import Lack
from service.identity.access.guards import permit
from service.identity.access.policies import Operation
from service.kit.fields import Identifier
from service.kit.late_routes import APIRouter
from service.kit.pagination import Page, Paged, slice_page
from service.kit.problems import responses
from service.kit.sessions import Reading
from service.matches.completeness.queries import completeness, lacking, people_to_ask
from service.matches.completeness.schemas import CompletenessView, PersonToAsk
from service.matches.recommendations.dependencies import FromRecommender

router = APIRouter(
    prefix="/completeness", tags=["experts"], dependencies=[permit(Operation.READ_DRAFTS)], responses=responses(401, 403, 503)
)
OfLack = Annotated[Lack | None, Query(description="Only people who lack this")]
OfRule = Annotated[Identifier | None, Query(examples=["R-YEARS"], description="Only people for whom nothing is shown for this rule")]


@router.get("")
def get_completeness(session: Reading, recommender: FromRecommender) -> CompletenessView:
    """Count what records lack, by what the gate and the rules look at."""
    return completeness(lacking(session, recommender))


@router.get("/people")
def list_people_to_ask(
    session: Reading, recommender: FromRecommender, paging: Paged, lack: OfLack = None, rule: OfRule = None
) -> Page[PersonToAsk]:
    """List whom to ask for what, the nearest to complete first."""
    found = people_to_ask(lacking(session, recommender), lack, rule)
    return paging.page(slice_page(found, paging), lambda person: person)
