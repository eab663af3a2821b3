"""The guards that routes ask for: each checks one operation of the policies, and those of an object return it, already authorised.

Somebody who is not signed in gets 401; what one may not know exists answers exactly as if it did not (404); anything else that is not
allowed answers 403 with the reason. A guard comes before the session of its route, so that a request never holds two connections.
"""

from collections.abc import Callable
from typing import Any, TypeVar

from fastapi import Depends

from service.identity.access.policies import Decision, Kind, Operation, may, may_with_all, may_with_expert
from service.identity.access.viewer import CurrentViewer, Viewer
from service.kit.problems import Forbidden, NotFound, Unauthorised

Guard = TypeVar("Guard", bound=Callable[..., Any])
OPERATION = "guarded_operation"


def guards(operation: Operation) -> Callable[[Guard], Guard]:
    """Mark a dependency as the guard of ``operation``; a test finds every route without exactly one."""

    def mark(guard: Guard) -> Guard:
        setattr(guard, OPERATION, operation)
        return guard

    return mark


def enforce(decision: Decision, hidden: NotFound | None = None) -> None:
    """Raise what ``decision`` refuses with; ``hidden`` is the answer for something that is not there."""
    if decision is True:
        return
    if decision.kind is Kind.SIGN_IN:
        raise Unauthorised(en=decision.reason.en, vi=decision.reason.vi)
    if decision.kind is Kind.HIDDEN:
        raise hidden or NotFound(en=decision.reason.en, vi=decision.reason.vi)
    forbidden = Forbidden(decision.code, en=decision.reason.en, vi=decision.reason.vi)
    forbidden.permission = decision.permission
    raise forbidden


def permit(operation: Operation) -> Any:
    """Return the guard for ``dependencies=`` that lets pass whoever may do ``operation`` to everything there is."""
    return _permit(operation, may_with_all)


def permit_part(operation: Operation) -> Any:
    """Return the guard that also lets pass whoever reaches only a part: the route must then ask ``visibility`` for every row."""
    return _permit(operation, may)


def _permit(operation: Operation, decide: Callable[[Viewer, Operation], Decision]) -> Any:
    @guards(operation)
    async def guard(viewer: CurrentViewer) -> Viewer:
        enforce(decide(viewer, operation))
        return viewer

    return Depends(guard)


def permit_with_expert(operation: Operation) -> Any:
    """Return the guard of ``operation`` on the person in the address, who is then still to be found by the route."""

    @guards(operation)
    async def guard(expert_id: str, viewer: CurrentViewer) -> Viewer:
        enforce(may_with_expert(viewer, operation, expert_id), no_expert(expert_id))
        return viewer

    return Depends(guard)


def no_expert(expert_id: str) -> NotFound:
    """Return the answer for a person who is not there, or of whom the viewer may not know."""
    return NotFound.of(en="expert", vi="chuyên gia", identifier=expert_id)
