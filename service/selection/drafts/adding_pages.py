"""The page that finds somebody by name to be added to a draft: nobody has to know a code."""

from typing import Annotated, Any

from fastapi import Query, Response
from sqlmodel import Session, col

from models.experts import Expert
from models.vocabulary import RoleCode
from service.catalogue.rules.queries import role_names
from service.identity.access.policies import Operation
from service.identity.access.viewer import CurrentViewer
from service.identity.access.visibility import visible_experts
from service.kit.late_routes import APIRouter
from service.kit.rendering import ReaderOfPage
from service.kit.sessions import Reading
from service.people.profiles.queries import Filters, filtered_experts
from service.selection.drafts.guards import permit_shortlist
from service.selection.drafts.people_now import people_now
from service.selection.drafts.queries import find_shortlist, places_of
from service.selection.naming import subject_name
from service.selection.requests.guards import VisibleRequests
from service.selection.requests.queries import find_request
from service.selection.words import NAMES

router = APIRouter(prefix="/shortlists/{shortlist_id}", include_in_schema=False)
MOST = 20


@router.get("/people", dependencies=[permit_shortlist(Operation.EDIT_DRAFTS)])
def people_page(
    shortlist_id: str,
    viewer: CurrentViewer,
    visible: VisibleRequests,
    reader: ReaderOfPage,
    session: Reading,
    role: RoleCode,
    q: Annotated[str, Query(max_length=200)] = "",
) -> Response:
    """Show whom a name finds, and for each who may be added the button that adds them."""
    shortlist = find_shortlist(session, visible, shortlist_id)
    request = find_request(session, visible, shortlist.request_id)
    wanted = filtered_experts(visible_experts(viewer), Filters(q=q)).order_by(col(Expert.name_key), col(Expert.id)).limit(MOST)
    found = session.scalars(wanted).all() if q.strip() else []
    values: dict[str, Any] = {
        "shortlist": shortlist,
        "subject": subject_name(session, request.subject_kind, request.subject_id),
        "role": role,
        "role_names": role_names(session),
        "q": q,
        "found": found,
        "now": people_now(session, [one.id for one in found], request.id),
        "listed": _listed(session, shortlist_id, role),
        "most": MOST,
    }
    return reader.render("selection/drafts/adding.html", **values, **NAMES)


def _listed(session: Session, shortlist_id: str, role: RoleCode) -> set[str]:
    return {content.expert_id for entry, content in places_of(session, shortlist_id) if content is not None and entry.role is role}
