"""Finds requests, and the need that a request asks with."""

from dataclasses import replace
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, col

from matching.needs import RoleNeed
from models.database import WriteSession
from models.selection import SelectionRequest
from models.vocabulary import NeedLevel, RoleCode
from service.catalogue.subjects.contents import SubjectKind
from service.kit.problems import NotFound
from service.matches.recommendations.recommending import Recommendation, Recommender

LEVELS = tuple(NeedLevel)
Asked = dict[str, Any]
_ASKED = {"subject_kind", "roles", "must", "nice", "excluded", "seats", "starts", "hours_per_week", "languages", "track"}


def find_request(session: Session, visible: sa.Select[Any], request_id: str) -> SelectionRequest:
    """Return one of the ``visible`` requests; raises ``NotFound``."""
    request: SelectionRequest | None = session.scalar(visible.where(col(SelectionRequest.id) == request_id))
    if request is None:
        raise no_request(request_id)
    return request


def lock_request(session: WriteSession, visible: sa.Select[Any], request_id: str) -> SelectionRequest:
    """Return one of the ``visible`` requests, which nobody else changes until the transaction ends; raises ``NotFound``."""
    wanted = visible.where(col(SelectionRequest.id) == request_id).with_for_update()
    request: SelectionRequest | None = session.scalar(wanted.execution_options(populate_existing=True))
    if request is None:
        raise no_request(request_id)
    return request


def roles_of(request: SelectionRequest) -> tuple[RoleCode, ...]:
    """Return the roles that are asked for."""
    return tuple(RoleCode(role) for role in request.roles)


def asked_of(request: SelectionRequest) -> Asked:
    """Return what ``request`` asks for, as it is kept in a shortlist."""
    return {**request.model_dump(mode="json", include=_ASKED), "subject": request.subject_id}


def worded(asked: Asked, need: RoleNeed) -> RoleNeed:
    """Return the catalogue's ``need`` as a request words it."""
    must, nice, excluded = (tuple(asked[level.value].get(need.role.value, ())) for level in LEVELS)
    starts = date.fromisoformat(asked["starts"]) if asked["starts"] else None
    later = starts if starts and starts > need.selection_date else need.starts
    more = {"hours_per_week": asked["hours_per_week"], "languages": tuple(asked["languages"])}
    return replace(need, must=must, nice=nice, excluded=excluded, starts=later, **more)


def recommend_for(
    recommender: Recommender, session: Session, asked: Asked, on: date | None = None, *, fitting: bool = False
) -> list[Recommendation]:
    """Rank everybody for each role that is asked for, counting years up to ``on``; raises what the recommender raises.

    ``fitting`` says that those who fit are all that is asked about.
    """

    def wording(need: RoleNeed) -> RoleNeed:
        return worded(asked, replace(need, selection_date=on or need.selection_date))

    roles = [RoleCode(role) for role in asked["roles"]]
    return recommender.recommend_each(session, SubjectKind(asked["subject_kind"]), asked["subject"], roles, wording, fitting=fitting)


def no_request(request_id: str) -> NotFound:
    """Return the answer for a request that is not there, or of which the viewer may not know."""
    return NotFound.of(en="request", vi="yêu cầu", identifier=request_id)
