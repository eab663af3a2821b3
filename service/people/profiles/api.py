"""Addresses of people: list, show, add, change."""

from dataclasses import replace
from typing import Annotated

from fastapi import Depends, Request, Response
from sqlmodel import Session

from models.experts import Expert
from service.identity.access.acting import Acting
from service.identity.access.guards import enforce, permit, permit_part
from service.identity.access.once import OnlyOnce
from service.identity.access.policies import Operation, may
from service.identity.access.viewer import CurrentViewer
from service.identity.access.visibility import visible_experts
from service.kit.late_routes import APIRouter
from service.kit.pagination import Page, Paged, find_page, find_page_by_place, slice_page
from service.kit.preconditions import IfNoneMatch, etag, not_modified
from service.kit.problems import responses
from service.kit.sessions import Reading, Writing
from service.people.profiles import operations
from service.people.profiles.guards import ExpertToChange, ExpertToRead
from service.people.profiles.near import near_people
from service.people.profiles.queries import Filters, consents_of, filtered_experts, nearness, willingness_of
from service.people.profiles.schemas import ConsentView, ExpertChange, ExpertCreate, ExpertSummary, ExpertView, WillingnessView

router = APIRouter(prefix="/experts", tags=["experts"], responses=responses(401, 403))


@router.get("", dependencies=[permit_part(Operation.READ_EXPERTS)])
def list_experts(viewer: CurrentViewer, session: Reading, paging: Paged, filters: Annotated[Filters, Depends()]) -> Page[ExpertSummary]:
    """List people by name, all or those whom the filters let through; a search by words gives the nearest first.

    A search that finds nobody offers people of near names, each marked as ``near``. An identifier is looked up for those who may compare
    records, and for nobody else: the answer alone would tell that somebody is here.
    """
    if filters.identifies:
        enforce(may(viewer, Operation.READ_DUPLICATES))
    statement, order = filtered_experts(visible_experts(viewer), filters), (Expert.name_key, Expert.id)
    if filters.q is None:
        return paging.page(find_page(session, statement, order, paging), ExpertSummary.of)
    found = find_page_by_place(session, statement, (nearness(filters.q), *order), paging)
    if found.total:
        return paging.page(found, ExpertSummary.of)
    offered = near_people(session, filtered_experts(visible_experts(viewer), replace(filters, q=None)), filters.q)
    return paging.page(slice_page(offered, paging), lambda expert: ExpertSummary.of(expert, near=True))


@router.post("", status_code=201, response_model=ExpertView, dependencies=[permit(Operation.ADD_EXPERTS)], responses=responses(409))
def create_expert(
    fields: ExpertCreate, request: Request, response: Response, session: Writing, by: Acting, once: OnlyOnce
) -> ExpertView | Response:
    """Add a person; the service gives the id. Nothing is matched before the person consents to it."""
    if earlier := once.earlier(fields):
        return earlier
    expert = operations.create_expert(session, by, fields)
    response.headers["Location"] = f"{request.url.path}/{expert.id}"
    return once.keep(_show(session, expert, response), response, expert.id)


@router.get("/{expert_id}", response_model=ExpertView, responses={**responses(404), 304: {"description": "Not Modified"}})
def get_expert(expert: ExpertToRead, session: Reading, response: Response, if_none_match: IfNoneMatch = None) -> ExpertView | Response:
    """Show a person, without contact details. The ETag is the version that a change must name."""
    return not_modified(if_none_match, expert.version) or _show(session, expert, response)


@router.patch("/{expert_id}", responses=responses(404, 409, 412, 428))
def change_expert(expert: ExpertToChange, change: ExpertChange, session: Writing, response: Response, by: Acting) -> ExpertView:
    """Change the named fields of a person; the next recommendation sees it."""
    operations.change_expert(session, by, expert, change)
    return _show(session, expert, response)


def _show(session: Session, expert: Expert, response: Response) -> ExpertView:
    response.headers["ETag"] = etag(expert.version)
    consents = [ConsentView.of(consent, given=consent.withdrawn_at is None) for consent in consents_of(session, expert.id)]
    willingness = [WillingnessView.of(word) for word in willingness_of(session, expert.id)]
    return ExpertView.of(expert, consents=consents, willingness=willingness)
