"""The guards of requests and shortlists: whoever reaches the subject, and may see inside it, may do the operation.

What one may not see looks absent, the requests about something restricted too.
"""

from typing import Annotated, Any

import sqlalchemy as sa
from fastapi import Depends

from models.selection import SelectionRequest
from models.shortlists import Shortlist
from service.identity.access.guards import enforce, guards
from service.identity.access.policies import Operation, may
from service.identity.access.viewer import CurrentViewer
from service.identity.access.visibility import visible_selections
from service.kit.sessions import Reading, Writing
from service.selection.drafts.queries import find_shortlist, lock_shortlist
from service.selection.requests.guards import _enforce


def _visible_to(viewer: CurrentViewer) -> sa.Select[Any]:
    return visible_selections(viewer.owner)


VisibleRequests = Annotated[sa.Select[Any], Depends(_visible_to)]  # every look-up of a request or of what belongs to one starts here


def _locked(shortlist_id: str, visible: VisibleRequests, session: Writing) -> tuple[SelectionRequest, Shortlist]:
    return lock_shortlist(session, visible, shortlist_id)


LockedShortlist = Annotated[tuple[SelectionRequest, Shortlist], Depends(_locked)]  # the one in the address, with its request


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
