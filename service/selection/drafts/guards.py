"""The guards of shortlists: whoever reaches the subject, and may see inside it, may do the operation.

What one may not see looks absent, the requests about something restricted too.
"""

from typing import Annotated, Any

from fastapi import Depends

from models.selection import SelectionRequest
from models.shortlists import Shortlist
from service.identity.access.guards import enforce, guards
from service.identity.access.policies import Operation, may
from service.identity.access.viewer import CurrentViewer
from service.identity.access.visibility import visible_selections
from service.kit.sessions import Reading, Writing
from service.selection.drafts.queries import find_shortlist, lock_shortlist
from service.selection.requests.guards import VisibleRequests, enforce_on_request


def _locked(shortlist_id: str, visible: VisibleRequests, session: Writing) -> tuple[SelectionRequest, Shortlist]:
    return lock_shortlist(session, visible, shortlist_id)


LockedShortlist = Annotated[tuple[SelectionRequest, Shortlist], Depends(_locked)]  # the one in the address, with its request


def permit_shortlist(operation: Operation) -> Any:
    """Return the guard of reading something about the shortlist in the address."""

    @guards(operation)
    def guard(viewer: CurrentViewer, session: Reading, shortlist_id: str) -> None:
        enforce(may(viewer, operation))
        visible = visible_selections(viewer.owner)
        enforce_on_request(viewer, session, operation, find_shortlist(session, visible, shortlist_id).request_id)

    return Depends(guard)


def permit_shortlist_change(operation: Operation) -> Any:
    """Return the guard of writing something about the shortlist in the address."""

    @guards(operation)
    def guard(viewer: CurrentViewer, session: Writing, shortlist_id: str) -> None:
        enforce(may(viewer, operation))
        visible = visible_selections(viewer.owner)
        enforce_on_request(viewer, session, operation, find_shortlist(session, visible, shortlist_id).request_id)

    return Depends(guard)
