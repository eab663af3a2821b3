"""The guards that routes ask for: each checks one operation of the policies, and those of an object return it, already authorised.

Somebody who is not signed in gets 401; what one may not know exists answers exactly as if it did not (404); anything else that is not
allowed answers 403 with the reason. A guard comes before the session of its route, so that a request never holds two connections.
"""

from collections.abc import Callable
from typing import Annotated, Any, TypeVar

from fastapi import Depends
from sqlmodel import col

from models.experts import Expert
from service.access.policies import Decision, Kind, Operation, may, may_with_all, may_with_expert
from service.access.viewer import CurrentViewer, Viewer
from service.access.visibility import visible_experts
from service.experts import changes
from service.preconditions import IfMatch
from service.problems import Forbidden, NotFound, Unauthorised
from service.sessions import Reading, Writing

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
    raise Forbidden(en=decision.reason.en, vi=decision.reason.vi)


def permit(operation: Operation) -> Any:
    """Return the guard for ``dependencies=`` that lets pass whoever may do ``operation`` to everything there is."""
    return _permit(operation, may_with_all)


def permit_part(operation: Operation) -> Any:
    """Return the guard that also lets pass whoever reaches only a part: the route must then ask ``visibility`` for every row."""
    return _permit(operation, may)


def _permit(operation: Operation, decide: Callable[[Viewer, Operation], Decision]) -> Any:
    @guards(operation)
    def guard(viewer: CurrentViewer) -> Viewer:
        enforce(decide(viewer, operation))
        return viewer

    return Depends(guard)


def permit_with_expert(operation: Operation) -> Any:
    """Return the guard of ``operation`` on the person in the address, who is then still to be found by the route."""

    @guards(operation)
    def guard(expert_id: str, viewer: CurrentViewer) -> Viewer:
        enforce(may_with_expert(viewer, operation, expert_id), no_expert(expert_id))
        return viewer

    return Depends(guard)


@guards(Operation.READ_EXPERTS)
def _expert_to_read(expert_id: str, viewer: CurrentViewer, session: Reading) -> Expert:
    enforce(may(viewer, Operation.READ_EXPERTS))
    expert: Expert | None = session.scalar(visible_experts(viewer).where(col(Expert.id) == expert_id))
    if expert is None:
        raise no_expert(expert_id)
    return expert


@guards(Operation.CHANGE_EXPERTS)
def _expert_to_extend(expert_id: str, viewer: CurrentViewer, session: Writing) -> Expert:
    enforce(may_with_expert(viewer, Operation.CHANGE_EXPERTS, expert_id), no_expert(expert_id))
    return changes.expert_to_extend(session, expert_id)


@guards(Operation.CHANGE_EXPERTS)
def _expert_to_change(expert_id: str, viewer: CurrentViewer, session: Writing, if_match: IfMatch = None) -> Expert:
    enforce(may_with_expert(viewer, Operation.CHANGE_EXPERTS, expert_id), no_expert(expert_id))
    return changes.expert_to_change(session, expert_id, if_match)


@guards(Operation.READ_EXPERTS)
def _own_expert_to_read(viewer: CurrentViewer, session: Reading) -> Expert:
    enforce(may(viewer, Operation.READ_EXPERTS))
    return _expert_to_read(own_expert_id(viewer), viewer, session)


@guards(Operation.CHANGE_EXPERTS)
def _own_expert_to_change(viewer: CurrentViewer, session: Writing) -> Expert:
    enforce(may(viewer, Operation.CHANGE_EXPERTS))
    return _expert_to_extend(own_expert_id(viewer), viewer, session)


def own_expert_id(viewer: Viewer) -> str:
    """Return whose profile is the viewer's own; raises ``NotFound`` for an account without one."""
    if viewer.expert_id is None:
        raise NotFound(en="No profile belongs to your account.", vi="Tài khoản của bạn không gắn với hồ sơ chuyên gia nào.")
    return viewer.expert_id


ExpertToRead = Annotated[Expert, Depends(_expert_to_read)]
ExpertToExtend = Annotated[Expert, Depends(_expert_to_extend)]  # for additions, which overwrite nothing
ExpertToChange = Annotated[Expert, Depends(_expert_to_change)]  # for changes, which name the version that was read
OwnExpertToRead = Annotated[Expert, Depends(_own_expert_to_read)]
OwnExpertToChange = Annotated[Expert, Depends(_own_expert_to_change)]


def no_expert(expert_id: str) -> NotFound:
    """Return the answer for a person who is not there, or of whom the viewer may not know."""
    return NotFound.of(en="expert", vi="chuyên gia", identifier=expert_id)
