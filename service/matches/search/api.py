"""Addresses that find people by a pasted text or by examples: what was read, the list, its export, the explanation of one person."""

from typing import Annotated

from fastapi import Depends, Query, Request

from service.identity.access.acting import Acting
from service.identity.access.guards import permit
from service.identity.access.policies import Operation
from service.kit.late_routes import APIRouter
from service.kit.pagination import Paged
from service.kit.problems import responses
from service.kit.sessions import Reading
from service.kit.tables import CSVResponse
from service.matches.recommendations.dependencies import ExpertId, FromRecommender
from service.matches.search.answers import brief_view, search_explanation, search_page
from service.matches.search.export import search_export
from service.matches.search.queries import Search, search_similar, search_text
from service.matches.search.schemas import BriefInput, BriefView, PeopleInput, SearchExplanation, SearchList, SimilarInput

router = APIRouter(
    prefix="/search", tags=["search"], dependencies=[permit(Operation.READ_MATCHES)], responses=responses(401, 403, 413, 503)
)


FittingOnly = Annotated[bool, Query(description="List only those who reach the threshold for a fit, not everybody who may be shown")]


def _by_text(asked: PeopleInput, session: Reading, recommender: FromRecommender) -> Search:
    return search_text(session, recommender, asked)


def _by_examples(asked: SimilarInput, session: Reading, recommender: FromRecommender) -> Search:
    return search_similar(session, recommender, asked)


ByText = Annotated[Search, Depends(_by_text)]
ByExamples = Annotated[Search, Depends(_by_examples)]


@router.post("/brief")
def read_brief(asked: BriefInput, session: Reading, recommender: FromRecommender) -> BriefView:
    """Read the capabilities that a text names, with the words that name them, to be edited before searching. The text is not stored."""
    return brief_view(session, recommender, asked.text)


@router.post("/people")
def search_people(found: ByText, paging: Paged, fitting: FittingOnly = False) -> SearchList:
    """List the people whose evidence is about a text, best first; "no evidence" and "nobody" are valid answers."""
    return search_page(found, paging, everybody=not fitting)


@router.post("/similar")
def search_similar_people(found: ByExamples, paging: Paged, fitting: FittingOnly = False) -> SearchList:
    """List the people whose evidence is like that of one to five others, who stay on the list."""
    return search_page(found, paging, everybody=not fitting)


@router.post("/people.csv", response_class=CSVResponse)
def export_people(found: ByText, request: Request, by: Acting, fitting: FittingOnly = False) -> CSVResponse:
    """Give the whole list for a text as CSV."""
    return search_export(found, request, by, everybody=not fitting)


@router.post("/similar.csv", response_class=CSVResponse)
def export_similar_people(found: ByExamples, request: Request, by: Acting, fitting: FittingOnly = False) -> CSVResponse:
    """Give the whole list for examples as CSV."""
    return search_export(found, request, by, everybody=not fitting)


@router.post("/people/{expert_id}/explanation", responses=responses(404))
def explain_found_person(found: ByText, expert_id: ExpertId) -> SearchExplanation:
    """Explain why somebody stands where they stand for a text."""
    return search_explanation(found, expert_id)


@router.post("/similar/{expert_id}/explanation", responses=responses(404))
def explain_similar_person(found: ByExamples, expert_id: ExpertId) -> SearchExplanation:
    """Explain why somebody stands where they stand beside the examples."""
    return search_explanation(found, expert_id)
