"""The guards of requests: whoever reaches the subject, and may see inside it, may do the operation."""

from typing import Annotated, Any

import sqlalchemy as sa
from fastapi import Depends
from sqlmodel import Session

from models.selection import SelectionRequest
from models.vocabulary import Sensitivity
from service.catalogue.subjects.contents import SubjectKind
from service.catalogue.subjects.queries import find_subject
from service.identity.access.guards import enforce, guards
from service.identity.access.policies import Operation, may
from service.identity.access.viewer import CurrentViewer, Viewer
from service.identity.access.visibility import visible_selections
from service.kit.problems import NotOnListInForce
from service.kit.sessions import Reading, Writing
from service.selection.requests.queries import find_request, no_request
from service.selection.requests.reaching import may_reach


def _visible_to(viewer: CurrentViewer) -> sa.Select[Any]:
    return visible_selections(viewer.owner)


VisibleRequests = Annotated[sa.Select[Any], Depends(_visible_to)]  # every look-up of a request or of what belongs to one starts here


def permit_request(operation: Operation) -> Any:
    """Return the guard of reading something about the request in the address."""

    @guards(operation)
    def guard(viewer: CurrentViewer, session: Reading, request_id: str) -> None:
        enforce_on_request(viewer, session, operation, request_id)

    return Depends(guard)


def permit_request_change(operation: Operation) -> Any:
    """Return the guard of writing something about the request in the address."""

    @guards(operation)
    def guard(viewer: CurrentViewer, session: Writing, request_id: str) -> None:
        enforce_on_request(viewer, session, operation, request_id)

    return Depends(guard)


def enforce_on_request(viewer: Viewer, session: Session, operation: Operation, request_id: str) -> None:
    """Raise ``Forbidden`` for who may not do ``operation`` on the request, ``NotFound`` for who may not know of it."""
    enforce(may(viewer, operation))
    request = find_request(session, visible_selections(viewer.owner), request_id)
    decision = may_reach(viewer, operation, request.subject_kind, request.subject_id, _sensitivity(session, request))
    enforce(decision, no_request(request_id))


def _sensitivity(session: Session, request: SelectionRequest) -> Sensitivity:
    try:
        return find_subject(session, SubjectKind(request.subject_kind), request.subject_id).sensitivity
    except NotOnListInForce:
        return Sensitivity.RESTRICTED  # nothing says any more how open it is
