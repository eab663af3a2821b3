"""Addresses for whoever watches the service: alive, ready, metrics."""

import structlog
from fastapi import Request, Response
from prometheus_client import CONTENT_TYPE_LATEST
from pydantic import BaseModel, Field
from sqlalchemy.engine import Engine
from sqlalchemy.exc import SQLAlchemyError

from matching.readers.words import MODEL as WORDS_MODEL
from models.database import reading
from models.migrations.state import state_of
from service.front.health.database_states import what_to_do
from service.front.health.storage import WORDS, lacking_storage
from service.front.services import everything_of
from service.kit.late_routes import APIRouter
from service.kit.problems import RETRY_AFTER_SECONDS, NotFound, Unavailable, responses
from service.kit.services import services_of
from service.matches.encoders.choice import choose, model_of, require
from service.matches.network.versions import current_encoder, current_notice

router = APIRouter(tags=["health"])
log = structlog.get_logger()


class Alive(BaseModel):
    """The process answers."""

    status: str = "alive"


class Reason(BaseModel):
    """One thing to know, in both languages."""

    code: str = Field(examples=["not_migrated"])
    en: str
    vi: str


class Readiness(BaseModel):
    """Whether the service can do its work, and if not, why; ``notices`` say what makes a ready service weaker."""

    ready: bool
    reasons: list[Reason]
    notices: list[Reason]


UNREACHABLE = Reason(code="database_unreachable", en="The database does not answer.", vi="Cơ sở dữ liệu không trả lời.")
NOT_FITTED = Reason(
    code="text_space_not_fitted",
    en="Nobody is read yet: load a catalogue or a network with `vinmatch seed`.",
    vi="Chưa đọc hồ sơ nào: hãy nạp danh mục hoặc mạng lưới bằng `vinmatch seed`.",
)
WARMING_UP = Reason(
    code="warming_up",
    en="The network is being read; the first page is ready in a few seconds.",
    vi="Đang đọc mạng lưới; trang đầu sẽ sẵn sàng sau vài giây.",
)


@router.get("/healthz")
async def healthz() -> Alive:
    """Say that the process answers; asks nothing of the database and waits for no thread."""
    return Alive()


@router.get("/readyz", responses={503: {"model": Readiness, "description": "Not ready"}})
def readyz(request: Request, response: Response) -> Readiness:
    """Say whether recommendations can be made without delay, with every reason why not."""
    engine: Engine = services_of(request).engine
    reasons = missing(engine, services_of(request).settings.encoder)
    if not reasons and everything_of(request).warm_up.under_way:
        reasons = [WARMING_UP]
    if reasons:
        response.status_code, response.headers["Retry-After"] = 503, RETRY_AFTER_SECONDS
    return Readiness(ready=not reasons, reasons=reasons, notices=[] if reasons else notices(engine))


@router.get("/metrics", response_class=Response, responses={200: {"content": {CONTENT_TYPE_LATEST: {}}}, **responses(404)})
def metrics(request: Request) -> Response:
    """Give the counters in the text format of Prometheus, where the settings want that."""
    if not services_of(request).settings.metrics:
        raise NotFound(en="There is nothing at this address.", vi="Không có gì ở địa chỉ này.")
    with reading(services_of(request).engine) as session:
        everything_of(request).metrics.count_jobs(session)
    return Response(everything_of(request).metrics.text(), media_type=CONTENT_TYPE_LATEST)


def missing(engine: Engine, encoder_setting: str) -> list[Reason]:
    """Return what the service lacks to make recommendations; the first lack hides those that rest on it."""
    try:
        lack = what_to_do(state_of(engine))
        if lack:
            return [Reason(code="not_migrated", en=lack.en, vi=lack.vi)]
        unwritable = lacking_storage(engine)
        if unwritable:
            log.error("changes cannot be stored", cause=unwritable)
            return [Reason(code=unwritable, **WORDS[unwritable]._asdict())]
        with reading(engine) as session:
            needed = current_encoder(session)
    except SQLAlchemyError:
        return [UNREACHABLE]
    return [NOT_FITTED] if needed is None else _lacking_encoder(needed, encoder_setting)


def notices(engine: Engine) -> list[Reason]:
    """Return what makes recommendations weaker than they could be."""
    with reading(engine) as session:
        notice = current_notice(session)
    return [Reason(code="no_encoder", en=notice.en, vi=notice.vi)] if notice else []


def _lacking_encoder(needed: str, setting: str) -> list[Reason]:
    try:
        if needed != WORDS_MODEL or model_of(setting) != WORDS_MODEL:
            require(needed, choose(setting))
    except Unavailable as problem:
        return [Reason(code="encoder_missing", en=problem.detail.en, vi=problem.detail.vi)]
    return []
