"""Opens, changes and closes requests. A request that nobody fits can be opened as well: it is data for the coverage map."""

import uuid
from collections.abc import Mapping
from datetime import UTC
from typing import Any

from matching.needs import RoleNeed
from models.audit import AuditAction
from models.database import WriteSession
from models.selection import SelectionRequest
from models.vocabulary import RoleCode
from models.vocabulary.selection import RequestSubject, SelectionState
from service.catalogue.capabilities.queries import unknown_capabilities
from service.catalogue.subjects.contents import SubjectKind
from service.catalogue.subjects.queries import NamedSubject, find_subject, kind_of
from service.identity.access.guards import enforce
from service.identity.access.policies import Operation
from service.identity.access.viewer import Viewer
from service.kit.actor import Actor
from service.kit.days import check_days
from service.kit.events.recording import AuditedObject, record
from service.kit.problems import Conflict, Invalid
from service.matches.recommendations.recommending import Recommender
from service.selection.requests.queries import LEVELS
from service.selection.requests.reaching import may_with_subject
from service.selection.requests.schemas import RequestChange, RequestCreate, Wanted
from service.selection.rivals import leave_to_uninvolved

REQUEST = "selection_request"
_EDITABLE = (SelectionState.NEED, SelectionState.ANNOUNCED, SelectionState.CANDIDATE_POOL, SelectionState.SHORTLIST)


def open_request(session: WriteSession, by: Actor, viewer: Viewer, fields: RequestCreate, recommender: Recommender) -> SelectionRequest:
    """Open a request, its capabilities taken from the catalogue where it names none; raises ``NotFound`` and ``Invalid``."""
    kind = kind_of(session, fields.subject)
    subject = find_subject(session, kind, fields.subject)
    enforce(may_with_subject(viewer, Operation.OPEN_SELECTIONS, subject))
    check_days(by.today, starts=fields.starts)
    own = fields.model_dump(exclude={"subject", "roles", *(level.value for level in LEVELS)})
    request = SelectionRequest(
        id=_new_id(by),
        **_subject_columns(kind, subject),
        roles=_checked_roles(fields),
        **_wanted(session, recommender.needs(session, kind, subject.id, fields.roles), fields),
        **own,
        opened_by=by.actor,
        opened_at=by.now,
    )
    session.add(request)
    session.flush()
    what = {"subject": request.subject_id, "roles": request.roles, "seats": request.seats, "track": request.track.value}
    record(session, by, AuditAction.SELECTION_OPENED, AuditedObject(REQUEST, request.id), **what)
    return request


def change_request(session: WriteSession, by: Actor, request: SelectionRequest, change: RequestChange) -> None:
    """Change the named fields.

    Raises ``Conflict`` for a closed request, ``Invalid`` for unknown capabilities, ``Forbidden`` to who stands in the request: what is
    asked for decides who fits.
    """
    leave_to_uninvolved(session, by, request.id)
    if request.state not in _EDITABLE:
        raise Conflict("request_closed", en="A closed request is not changed.", vi="Không sửa yêu cầu đã đóng.")
    check_days(by.today, starts=change.starts)
    named = change.model_dump(exclude_unset=True)
    for level in {level.value for level in LEVELS} & named.keys():
        _check_capabilities(session, level, named[level])
        named[level] = {**getattr(request, level), **_plain(named[level])}
    for name, value in named.items():
        setattr(request, name, value)
    session.flush()
    record(session, by, AuditAction.SELECTION_CHANGED, AuditedObject(REQUEST, request.id), fields=sorted(named))


def _new_id(by: Actor) -> str:
    """Return an id whose order is that of opening."""
    return f"S{by.now.astimezone(UTC):%Y%m%d%H%M%S%f}-{uuid.uuid4().hex[:8]}"


def _subject_columns(kind: SubjectKind, subject: NamedSubject) -> dict[str, Any]:
    return {"subject_kind": RequestSubject(kind.value), f"{kind.value}_id": subject.id}


def _checked_roles(fields: RequestCreate) -> list[str]:
    if len(set(fields.roles)) < len(fields.roles):
        raise Invalid.field("roles", en="must not name a role twice", vi="không được nêu một vai trò hai lần")
    return [role.value for role in fields.roles]


def _wanted(session: WriteSession, needs: Mapping[RoleCode, RoleNeed], fields: RequestCreate) -> dict[str, Any]:
    wanted: dict[str, Any] = {}
    for level in LEVELS:
        named: Wanted = getattr(fields, level.value) or {}
        _check_capabilities(session, level.value, named)
        wanted[level.value] = {role.value: list(named.get(role, getattr(need, level.value))) for role, need in needs.items()}
    return wanted


def _check_capabilities(session: WriteSession, level: str, named: Wanted) -> None:
    unknown = unknown_capabilities(session, {capability for ids in named.values() for capability in ids})
    if unknown:
        listed = ", ".join(unknown)
        raise Invalid.field(level, en=f"names unknown capabilities: {listed}", vi=f"có năng lực không tồn tại: {listed}")


def _plain(named: Wanted) -> dict[str, list[str]]:
    return {str(role): list(ids) for role, ids in named.items()}
