"""Addresses of nominations."""

from fastapi import Request, Response
from sqlmodel import col

from models.nominations import Nomination
from models.vocabulary.selection import NominationState
from service.identity.access.acting import Acting
from service.identity.access.guards import permit_part
from service.identity.access.once import OnlyOnce
from service.identity.access.policies import Operation
from service.identity.access.viewer import CurrentViewer
from service.identity.access.visibility import visible_nominations
from service.kit.late_routes import APIRouter
from service.kit.pagination import Page, Paged, find_page
from service.kit.problems import responses
from service.kit.sessions import Reading, Writing
from service.selection.nominations import operations
from service.selection.nominations.queries import find_nomination, shown
from service.selection.nominations.schemas import NominationAnswer, NominationCreate, NominationView

router = APIRouter(prefix="/nominations", tags=["shortlists"], responses=responses(401, 403))
READ, CHANGE = [permit_part(Operation.READ_NOMINATIONS)], [permit_part(Operation.NOMINATE)]


@router.get("", dependencies=READ)
def list_nominations(viewer: CurrentViewer, session: Reading, paging: Paged, state: NominationState | None = None) -> Page[NominationView]:
    """List nominations in the order in which they came: all, or those that one sent and those of oneself."""
    statement = visible_nominations(viewer)
    if state is not None:
        statement = statement.where(col(Nomination.state) == state)
    found = find_page(session, statement, (Nomination.id,), paging)
    views = {view.id: view for view in shown(session, viewer, list(found.rows))}
    return paging.page(found, lambda row: views[row.id])


@router.post("", dependencies=CHANGE, status_code=201, response_model=NominationView, responses=responses(404))
def nominate(
    fields: NominationCreate, viewer: CurrentViewer, request: Request, response: Response, by: Acting, once: OnlyOnce
) -> NominationView | Response:
    """Name a person for a role or for the network. Nobody is matched before consenting to it."""
    if earlier := once.earlier(fields):
        return earlier
    nomination = operations.nominate(once.session, by, viewer.owner, fields)
    response.headers["Location"] = f"{request.url.path}/{nomination.id}"
    (view,) = shown(once.session, viewer.owner, [nomination])
    return once.keep(view, response, nomination.expert_id)


@router.post("/{nomination_id}/answers", dependencies=CHANGE, responses=responses(404, 409))
def answer_nomination(nomination_id: str, fields: NominationAnswer, viewer: CurrentViewer, session: Writing, by: Acting) -> NominationView:
    """Accept or decline: the person alone, or a coordinator who writes how they were told."""
    nomination = find_nomination(session, viewer.owner, nomination_id)
    operations.answer(session, by, viewer.owner, nomination, fields)
    (view,) = shown(session, viewer.owner, [nomination])
    return view
