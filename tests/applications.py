"""Applications for tests. One is built per process and taken again by the next test, because building its routes takes longest."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from fastapi import APIRouter, FastAPI
from fastapi.testclient import TestClient

from service.front.application import configure, create_app
from service.kit.settings import Settings

IDLE: list[FastAPI] = []


@contextmanager
def application(settings: Settings, extra: APIRouter | None = None) -> Iterator[FastAPI]:
    """Yield an application for ``settings``, with the routes of ``extra`` added, which nobody else has meanwhile."""
    app = IDLE.pop() if IDLE else create_app(settings)
    configure(app, settings)
    routes = list(app.router.routes)
    if extra:
        app.include_router(extra)
        _forget_what_was_derived_from_routes(app)
    try:
        yield app
    finally:
        app.dependency_overrides.clear()
        if app.router.routes != routes:
            app.router.routes[:] = routes
            _forget_what_was_derived_from_routes(app)
        IDLE.append(app)


def _forget_what_was_derived_from_routes(app: FastAPI) -> None:
    app.middleware_stack = None
    app.openapi_schema = None


@contextmanager
def running_client(settings: Settings, extra: APIRouter | None = None, **options: Any) -> Iterator[TestClient]:
    """Yield a client of a running application, to which errors come as answers; ``options`` are those of ``TestClient``."""
    with application(settings, extra) as app, TestClient(app, raise_server_exceptions=False, **options) as client:
        yield client
