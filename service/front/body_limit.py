"""Refuses request bodies over the limit as a problem, whether or not the caller announces the length.

FastAPI's own limit answers as plain text from outside the handlers that write problems.
"""

from http import HTTPStatus

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from service.kit.services import Services


class BodyLimit:
    """ASGI middleware, with the limit of the application's settings.

    The error is raised where the route reads the body, so that the usual handler answers it.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, with a body that stops at the limit."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        announced = Headers(scope=scope).get("content-length", "0")
        size = int(announced) if announced.isdecimal() else 0
        services: Services = scope["app"].state.services
        limit = services.settings.import_limit_bytes if _is_import(scope) else services.settings.body_limit_bytes
        seen = 0

        async def limited_receive() -> Message:
            nonlocal seen
            _check(size, limit)
            message = await receive()
            seen += len(message.get("body", b""))
            _check(seen, limit)
            return message

        await self.app(scope, limited_receive, send)


def _is_import(scope: Scope) -> bool:
    """Return whether a file of people is sent, which may be larger than anything else."""
    return scope["method"] == "POST" and str(scope["path"]).endswith("/imports")


def _check(size: int, limit: int) -> None:
    if size > limit:
        # FastAPI turns any other error of reading the body into a 400.
        raise HTTPException(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
