"""Builds the web application: engine, worker, routes, errors, log and the description of the API."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import structlog
from fastapi import FastAPI
from fastapi.middleware.gzip import GZipMiddleware
from fastapi.routing import APIRoute
from fastapi.telemetry import TelemetryConfig

from models.database import engine_warnings, make_engine
from service.front import connections, rooms
from service.front.answering import Guarded, HeadLikeGet, WithoutSlash
from service.front.body_limit import BodyLimit
from service.front.bulk_reading import ReadingInBulk
from service.front.jobs.kinds import DAILY, PATIENT, kinds_for
from service.front.measured_database import MeasuredPool, measure_statements
from service.front.observation import Observation, configure_log
from service.front.services import ApplicationServices
from service.front.tracing import tracing_of_environment
from service.identity.access.cross_site import CrossSiteGuard
from service.kit.jobs.worker import background_worker
from service.kit.late_routes import enter
from service.kit.problem_answers import problem_response, register_problem_answers
from service.kit.problems import MEDIA_TYPE, responses
from service.kit.settings import Settings
from service.matches.network.kept import FOLDER, folder_of
from service.matches.network.reading import ask_for_reading
from service.matches.retrieval.choice import MEMORY
from service.matches.retrieval.indexing import ask_for_index

API = "/api/v1"
SMALLEST_COMPRESSED = 2048
"""Bytes from which an answer is compressed for whoever reads that."""
DESCRIPTION = (
    "Recommends chief engineers and chief architects for Viet Nam's strategic technology products, with reasons. "
    "For reference only: people decide.\n\n"
    "Đề xuất tổng công trình sư và kiến trúc sư trưởng cho các sản phẩm công nghệ chiến lược của Việt Nam, kèm lý do. "
    "Chỉ để tham khảo: con người quyết định."
)
PROBLEM_SCHEMA = {"$ref": "#/components/schemas/ProblemDetails"}
log = structlog.get_logger()
NO_TELEMETRY_OF_THE_FRAMEWORK = TelemetryConfig(tracing=False, metrics=False, logs=False, operation_spans=False, auto_configure=False)
"""FastAPI's own spans name the address that was asked, with the token of an invitation and the words of a search."""
connections.connect()


class Application(FastAPI):
    """FastAPI whose description tells the media type that errors really have, and where signing in is a choice."""

    def openapi(self) -> dict[str, Any]:
        """Return the description of the API."""
        description = super().openapi()
        for operations in description["paths"].values():
            for operation in operations.values():
                _name_problem_media_type(operation["responses"])
                _say_where_signing_in_is_a_choice(operation)
        return description


def create_app(settings: Settings | None = None) -> FastAPI:
    """Return the application for ``settings``, by default those of the environment. Its engine lives as long as it runs."""
    settings = settings or Settings()
    app = Application(
        title="VIN match",
        version="1",
        description=DESCRIPTION,
        lifespan=_lifespan,
        docs_url=None,
        redoc_url=None,
        swagger_ui_oauth2_redirect_url=None,
        redirect_slashes=False,
        generate_unique_id_function=_operation_id,
        responses=responses(422, 500),
        telemetry=NO_TELEMETRY_OF_THE_FRAMEWORK,
    )
    app.router.default = WithoutSlash(app.router.default)
    configure(app, settings)
    register_problem_answers(app)
    app.add_middleware(CrossSiteGuard, answer=problem_response)
    app.add_middleware(ReadingInBulk, answer=problem_response)  # within the compression: it looks at what is said
    app.add_middleware(GZipMiddleware, minimum_size=SMALLEST_COMPRESSED)
    app.add_middleware(BodyLimit)
    app.add_middleware(HeadLikeGet)
    app.add_middleware(Guarded)
    app.add_middleware(Observation)
    for room in rooms.routers():
        for router in room.api:
            enter(app, router, API)
        for router in room.pages:
            enter(app, router)
    return app


def configure(app: FastAPI, settings: Settings) -> None:
    """Give ``app``, which must not be running, what it holds for ``settings``; its routes are the same for all."""
    configure_log(settings.log_level)
    app.state.services = ApplicationServices(settings)


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    services: ApplicationServices = app.state.services
    settings = services.settings
    engine = services.engine = make_engine(settings.database_url, MeasuredPool, limits=settings.database_limits)
    measure_statements(engine)
    engine.update_execution_options(**{FOLDER: folder_of(settings)})
    for warning in engine_warnings(engine):
        log.warning(warning)
    services.tracing = tracing_of_environment()
    ask_for_reading(engine, settings.encoder)
    if settings.retrieval != MEMORY:
        ask_for_index(engine)
    try:
        with background_worker(engine, settings, kinds_for(settings), DAILY, PATIENT), services.warm_up.beside(engine):
            yield
    finally:
        services.tracing.end()
        engine.dispose()


def _operation_id(route: APIRoute) -> str:
    return route.name


def _say_where_signing_in_is_a_choice(operation: dict[str, Any]) -> None:
    choices = operation.get("security", [])
    if choices and "401" not in operation["responses"] and {} not in choices:
        choices.append({})  # it answers everybody, and those with clearance with more


def _name_problem_media_type(answers: dict[str, Any]) -> None:
    for answer in answers.values():
        # FastAPI gives an error the media type of the route's own answer.
        if any(body.get("schema") == PROBLEM_SCHEMA for body in answer.get("content", {}).values()):
            answer["content"] = {MEDIA_TYPE: {"schema": PROBLEM_SCHEMA}}
