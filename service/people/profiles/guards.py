"""The guards of people: each returns the person, already authorised."""

from collections.abc import Callable
from typing import Annotated

from fastapi import Depends
from sqlmodel import col

from models.experts import Expert
from service.identity.access.guards import enforce, guards, no_expert
from service.identity.access.policies import Operation, may, may_with_expert
from service.identity.access.viewer import CurrentViewer, Viewer
from service.identity.access.visibility import visible_experts
from service.kit.preconditions import IfMatch
from service.kit.problems import NotFound
from service.kit.sessions import Reading, Writing
from service.people.profiles import changes
from service.people.profiles.merged import gone, kept_id
from service.people.profiles.queries import find_expert


@guards(Operation.READ_EXPERTS)
def _expert_to_read(expert_id: str, viewer: CurrentViewer, session: Reading) -> Expert:
    enforce(may(viewer, Operation.READ_EXPERTS))
    seen = visible_experts(viewer)
    expert: Expert | None = session.scalar(seen.where(col(Expert.id) == expert_id))
    if expert is not None:
        return expert
    kept = kept_id(session, expert_id)
    if kept != expert_id and session.scalar(seen.where(col(Expert.id) == kept)) is not None:
        raise gone(expert_id, kept)
    raise no_expert(expert_id)


def _to_read(operation: Operation) -> Callable[..., Expert]:
    @guards(operation)
    def expert(expert_id: str, viewer: CurrentViewer, session: Reading) -> Expert:
        enforce(may_with_expert(viewer, operation, expert_id), no_expert(expert_id))
        return find_expert(session, expert_id)

    return expert


def _to_extend(operation: Operation) -> Callable[..., Expert]:
    @guards(operation)
    def expert(expert_id: str, viewer: CurrentViewer, session: Writing) -> Expert:
        enforce(may_with_expert(viewer, operation, expert_id), no_expert(expert_id))
        return changes.expert_to_extend(session, expert_id)

    return expert


def _to_change(operation: Operation) -> Callable[..., Expert]:
    @guards(operation)
    def expert(expert_id: str, viewer: CurrentViewer, session: Writing, if_match: IfMatch = None) -> Expert:
        enforce(may_with_expert(viewer, operation, expert_id), no_expert(expert_id))
        return changes.expert_to_change(session, expert_id, if_match)

    return expert


_expert_to_extend = _to_extend(Operation.CHANGE_EXPERTS)


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


ExpertToChange = Annotated[Expert, Depends(_to_change(Operation.CHANGE_EXPERTS))]  # for changes, which name the version that was read


ExpertWithEvidence = Annotated[Expert, Depends(_to_read(Operation.EDIT_EVIDENCE))]  # for the forms of evidence


EvidenceToExtend = Annotated[Expert, Depends(_to_extend(Operation.EDIT_EVIDENCE))]


EvidenceToChange = Annotated[Expert, Depends(_to_change(Operation.EDIT_EVIDENCE))]


ExpertEdited = Annotated[Expert, Depends(_to_read(Operation.READ_EDITED))]  # for whoever was named to edit


OwnExpertToRead = Annotated[Expert, Depends(_own_expert_to_read)]


OwnExpertToChange = Annotated[Expert, Depends(_own_expert_to_change)]
