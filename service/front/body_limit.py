"""Refuses request bodies over the limit as a problem, whether or not the caller announces the length.

FastAPI's own limit answers as plain text from outside the handlers that write problems.
"""

from http import HTTPStatus

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from service.kit.services import Services
from service.kit.settings import Settings

IMPORTS = "/imports"
DOCUMENTS = ("/documents", "/offers", "/offers/accept")
QUESTIONS = "/profile/evidence-tasks/"
FINDINGS = "/findings"  # of a page: the address of the API takes no file


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
        limit = _limit(scope, services.settings)
        seen = 0

        async def limited_receive() -> Message:
            nonlocal seen
            _check(size, limit)
            message = await receive()
            seen += len(message.get("body", b""))
            _check(seen, limit)
            return message

        await self.app(scope, limited_receive, send)


def _limit(scope: Scope, settings: Settings) -> int:
    """Return the limit of the address: a document fits beside the other fields of its form, and a file of people may be the largest."""
    if scope["method"] != "POST":
        return settings.body_limit_bytes
    if scope["path"].endswith(IMPORTS):
        return settings.import_limit_bytes
    of_findings = scope["path"].endswith(FINDINGS) and "/api/" not in scope["path"]
    takes_document = scope["path"].endswith(DOCUMENTS) or QUESTIONS in scope["path"] or of_findings
    return settings.body_limit_bytes + (settings.document_limit_bytes if takes_document else 0)


def _check(size: int, limit: int) -> None:
    if size > limit:
        # FastAPI turns any other error of reading the body into a 400.
        raise HTTPException(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
