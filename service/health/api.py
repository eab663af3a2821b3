"""Addresses for whoever watches the service: alive, ready, metrics."""

import sqlalchemy as sa
from fastapi import APIRouter, Request, Response
from prometheus_client import CONTENT_TYPE_LATEST
from pydantic import BaseModel, Field
from sqlalchemy.engine import Engine
from sqlalchemy.exc import SQLAlchemyError
from sqlmodel import col

from models.database import reading
from models.jobs import TextSpaceVersion
from models.migrations.upgrade import is_current

router = APIRouter(tags=["health"])


class Alive(BaseModel):
    """The process answers."""

    status: str = "alive"


class Reason(BaseModel):
    """One thing that is missing, in both languages."""

    code: str = Field(examples=["not_migrated"])
    en: str
    vi: str


class Readiness(BaseModel):
    """Whether the service can do its work, and if not, why."""

    ready: bool
    reasons: list[Reason]


UNREACHABLE = Reason(code="database_unreachable", en="The database does not answer.", vi="Cơ sở dữ liệu không trả lời.")
NOT_MIGRATED = Reason(
    code="not_migrated",
    en="The database is not at the newest migration: run `vinmatch migrate`.",
    vi="Cơ sở dữ liệu chưa ở bản nâng cấp mới nhất: hãy chạy `vinmatch migrate`.",
)
NOT_FITTED = Reason(
    code="text_space_not_fitted",
    en="No text space is fitted: load a network with `vinmatch seed`.",
    vi="Chưa dựng không gian văn bản: hãy nạp mạng lưới bằng `vinmatch seed`.",
)


@router.get("/healthz")
def healthz() -> Alive:
    """Say that the process answers; asks nothing of the database."""
    return Alive()


@router.get("/readyz", responses={503: {"model": Readiness, "description": "Not ready"}})
def readyz(request: Request, response: Response) -> Readiness:
    """Say whether recommendations can be made, with every reason why not."""
    reasons = missing(request.app.state.engine)
    response.status_code = 503 if reasons else 200
    return Readiness(ready=not reasons, reasons=reasons)


@router.get("/metrics", response_class=Response, responses={200: {"content": {CONTENT_TYPE_LATEST: {}}}})
def metrics(request: Request) -> Response:
    """Give the counters in the text format of Prometheus."""
    with reading(request.app.state.engine) as session:
        request.app.state.metrics.count_jobs(session)
    return Response(request.app.state.metrics.text(), media_type=CONTENT_TYPE_LATEST)


def missing(engine: Engine) -> list[Reason]:
    """Return what the service lacks to make recommendations; the first lack hides those that rest on it."""
    try:
        if not is_current(engine):
            return [NOT_MIGRATED]
        with reading(engine) as session:
            fitted = session.scalar(sa.select(col(TextSpaceVersion.version)).where(col(TextSpaceVersion.current)))
    except SQLAlchemyError:
        return [UNREACHABLE]
    return [] if fitted else [NOT_FITTED]
