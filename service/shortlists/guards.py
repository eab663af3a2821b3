"""The guards of requests and shortlists: whoever reaches the subject, and may see inside it, may do the operation.

What one may not see looks absent, the requests about something restricted too.
"""

from typing import Annotated, Any

import sqlalchemy as sa
from fastapi import Depends
from sqlmodel import Session

from models.selection import SelectionRequest
from models.shortlists import Shortlist
from models.vocabulary import Sensitivity
from service.access.guards import enforce, guards
from service.access.policies import Operation, may
from service.access.viewer import CurrentViewer, Viewer
from service.access.visibility import visible_selections
from service.network.subjects import SubjectKind
from service.problems import NotOnListInForce
from service.recommendations.subjects import find_subject
from service.sessions import Reading, Writing
from service.shortlists.drafts.queries import find_shortlist, lock_shortlist
from service.shortlists.reaching import may_reach
from service.shortlists.requests.queries import find_request, no_request


def _visible_to(viewer: CurrentViewer) -> sa.Select[Any]:
    return visible_selections(viewer.owner)


VisibleRequests = Annotated[sa.Select[Any], Depends(_visible_to)]  # every look-up of a request or of what belongs to one starts here


def _locked(shortlist_id: str, visible: VisibleRequests, session: Writing) -> tuple[SelectionRequest, Shortlist]:
    return lock_shortlist(session, visible, shortlist_id)


LockedShortlist = Annotated[tuple[SelectionRequest, Shortlist], Depends(_locked)]  # the one in the address, with its request


def permit_request(operation: Operation) -> Any:
    """Return the guard of reading something about the request in the address."""

    @guards(operation)
    def guard(viewer: CurrentViewer, session: Reading, request_id: str) -> None:
        _enforce(viewer, session, operation, request_id)

    return Depends(guard)


def permit_request_change(operation: Operation) -> Any:
    """Return the guard of writing something about the request in the address."""

    @guards(operation)
    def guard(viewer: CurrentViewer, session: Writing, request_id: str) -> None:
        _enforce(viewer, session, operation, request_id)

    return Depends(guard)


def permit_shortlist(operation: Operation) -> Any:
    """Return the guard of reading something about the shortlist in the address."""

    @guards(operation)
    def guard(viewer: CurrentViewer, session: Reading, shortlist_id: str) -> None:
        enforce(may(viewer, operation))
        visible = visible_selections(viewer.owner)
        _enforce(viewer, session, operation, find_shortlist(session, visible, shortlist_id).request_id)

    return Depends(guard)


def permit_shortlist_change(operation: Operation) -> Any:
    """Return the guard of writing something about the shortlist in the address."""

    @guards(operation)
    def guard(viewer: CurrentViewer, session: Writing, shortlist_id: str) -> None:
        enforce(may(viewer, operation))
        visible = visible_selections(viewer.owner)
        _enforce(viewer, session, operation, find_shortlist(session, visible, shortlist_id).request_id)

    return Depends(guard)


def _enforce(viewer: Viewer, session: Session, operation: Operation, request_id: str) -> None:
    enforce(may(viewer, operation))
    request = find_request(session, visible_selections(viewer.owner), request_id)
    decision = may_reach(viewer, operation, request.subject_kind, request.subject_id, _sensitivity(session, request))
    enforce(decision, no_request(request_id))


def _sensitivity(session: Session, request: SelectionRequest) -> Sensitivity:
    try:
        return find_subject(session, SubjectKind(request.subject_kind), request.subject_id).sensitivity
    except NotOnListInForce:
        return Sensitivity.RESTRICTED  # nothing says any more how open it is
