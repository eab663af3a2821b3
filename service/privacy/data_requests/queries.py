"""Finds requests: by id, by what they are, and those that are due."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any

import sqlalchemy as sa
from fastapi import Query
from sqlmodel import Session, col

from models.data_requests import DataRequest, DutyClock
from models.vocabulary import DataRequestKind, DataRequestState
from service.kit.problems import NotFound, Unavailable


@dataclass(frozen=True, slots=True)
class RequestFilters:
    """What a list of requests can be narrowed by; all that are given must hold."""

    kind: DataRequestKind | None = None
    state: DataRequestState | None = None
    expert_id: Annotated[str | None, Query(max_length=80)] = None
    owner: Annotated[str | None, Query(max_length=80)] = None
    overdue: Annotated[bool, Query(description="Only those whose acknowledgement or answer is late")] = False


def find_request(session: Session, visible: sa.Select[Any], request_id: str) -> DataRequest:
    """Return one of the ``visible`` requests; raises ``NotFound``."""
    request: DataRequest | None = session.scalar(visible.where(col(DataRequest.id) == request_id))
    if request is None:
        raise NotFound.of(en="request", vi="yêu cầu", identifier=request_id)
    return request


def find_clock(session: Session, kind: DataRequestKind) -> DutyClock:
    """Return the legal clock of a kind of request; raises ``Unavailable`` before the catalogue is loaded."""
    clock = session.get(DutyClock, kind)
    if clock is None:
        raise Unavailable(
            "catalogue_not_loaded",
            en="The legal clocks are not loaded yet: `vinmatch seed --catalogue-only`.",
            vi="Chưa nạp các thời hạn theo luật: `vinmatch seed --catalogue-only`.",
        )
    return clock


def filtered_requests(visible: sa.Select[Any], filters: RequestFilters, today: date) -> sa.Select[Any]:
    """Return the query for those of the ``visible`` requests that ``filters`` let through."""
    wanted = {
        DataRequest.kind: filters.kind,
        DataRequest.state: filters.state,
        DataRequest.expert_id: filters.expert_id,
        DataRequest.owner: filters.owner,
    }
    conditions = [col(column) == value for column, value in wanted.items() if value is not None]
    return visible.where(*conditions, *([_late(today)] if filters.overdue else []))


def open_requests(session: Session) -> list[DataRequest]:
    """Return every request that is not closed, the one due first first."""
    return open_visible_requests(session, sa.select(DataRequest))


def open_visible_requests(session: Session, visible: sa.Select[Any]) -> list[DataRequest]:
    """Return those of the ``visible`` requests that are not closed, the one due first first."""
    statement = visible.where(col(DataRequest.closed_at).is_(None))
    return list(session.scalars(statement.order_by(col(DataRequest.due_on), col(DataRequest.id))))


def is_overdue(request: DataRequest, today: date) -> bool:
    """Return whether the acknowledgement or the answer is late; the same question as that of the list."""
    unacknowledged = request.acknowledged_at is None and request.acknowledge_by < today
    return request.closed_at is None and (request.due_on < today or unacknowledged)


def _late(today: date) -> sa.ColumnElement[bool]:
    unacknowledged = sa.and_(col(DataRequest.acknowledged_at).is_(None), col(DataRequest.acknowledge_by) < today)
    return sa.and_(col(DataRequest.closed_at).is_(None), sa.or_(col(DataRequest.due_on) < today, unacknowledged))
