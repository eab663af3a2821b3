"""Gives every request an id, one log line and its place in the metrics; none of them holds the data of a person who is matched.

A request that takes long gets a second line, with the seconds of its stages. All lines of a request, also those of what it calls, have its
id, and that of its trace where traces are exported.

The line names the route's template, never the address or its parameters: an address can name a person. Who asked stands there as the id of
the account and the network address, by which an attack is told and stopped. An error is
logged with its kind and its place, never with its message: that of a database can hold the row.
"""

import logging
import re
import sys
import time
import traceback
import uuid
from collections.abc import MutableMapping
from typing import Any

import structlog
from fastapi.routing import iter_route_contexts
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from structlog.contextvars import bound_contextvars

from service.front.metrics import UNMATCHED
from service.front.services import ApplicationServices
from service.kit.stages import Stages

ACCEPTABLE_REQUEST_ID = re.compile(r"[A-Za-z0-9_.-]{1,64}")
log = structlog.get_logger()


def configure_log(level: str) -> None:
    """Write log lines from ``level`` upwards as JSON to the standard error stream."""
    logging.getLogger("uvicorn.error").addFilter(_without_traceback)
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            say_where_it_failed,
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.getLevelNamesMapping()[level.upper()]),
        logger_factory=lambda *_: structlog.WriteLogger(sys.stderr),
    )


def _without_traceback(record: logging.LogRecord) -> bool:
    """Let the web server say that something failed, and leave it to our own line to say what."""
    record.exc_info = record.exc_text = None
    return True


def say_where_it_failed(_logger: Any, _method: str, entry: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """Put the kinds of an exception and of its causes, and the lines it went through, in the place of the exception."""
    error = entry.pop("exc_info", None)
    if not isinstance(error, BaseException):
        return entry
    causes, frames = [type(error).__name__], traceback.extract_tb(error.__traceback__)
    while (error := error.__cause__ or error.__context__) is not None:
        causes.append(type(error).__name__)
    entry["exception"] = causes
    entry["through"] = [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames]
    return entry


class Observation:
    """ASGI middleware around one application, whose metrics it keeps."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self._templates: dict[int, str] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on and record how it ended."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        request_id = _request_id(scope)
        scope.setdefault("state", {})["request_id"] = request_id
        services: ApplicationServices = scope["app"].state.services
        status, stages = 500, Stages()
        begin = time.perf_counter()

        async def send_with_id(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                MutableHeaders(scope=message)["X-Request-ID"] = request_id
            await send(message)

        with services.tracing.request(scope, stages) as traced, bound_contextvars(request_id=request_id, **traced.ids), stages.measured():
            try:
                await self.app(scope, receive, send_with_id)
            finally:
                traced.answered(self._template(scope), status)
                self._record(scope, status, time.perf_counter() - begin, stages)

    def _record(self, scope: Scope, status: int, seconds: float, stages: Stages) -> None:
        services: ApplicationServices = scope["app"].state.services
        about: dict[str, Any] = {"method": scope["method"], "route": self._template(scope), "status": status}
        services.metrics.observe_request(**about, seconds=seconds, stages=stages.seconds)
        account = scope.get("state", {}).get("account_id")
        caller = scope["client"][0] if scope.get("client") else None
        log.info("request", **about, milliseconds=round(seconds * 1000, 1), account=account, caller=caller)
        if 0 < services.settings.slow_request_seconds <= seconds:
            spent = {name: round(own, 4) for name, own in stages.seconds.items()}
            log.warning("slow_request", **about, account=account, seconds=round(seconds, 4), stages=spent)

    def _template(self, scope: Scope) -> str:
        """Return the address pattern of the route that answered, such as ``/api/v1/products/{product_id}``."""
        if "route" not in scope:
            return UNMATCHED
        if not self._templates:
            # A route of an included router knows its own path only; its context knows the whole.
            contexts = iter_route_contexts(scope["app"].routes)
            self._templates = {id(context.original_route): context.path or UNMATCHED for context in contexts}
        return self._templates.get(id(scope["route"]), UNMATCHED)


def _request_id(scope: Scope) -> str:
    given = Headers(scope=scope).get("x-request-id", "")
    return given if ACCEPTABLE_REQUEST_ID.fullmatch(given) else uuid.uuid4().hex
