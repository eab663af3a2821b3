"""What holds for every answer: HEAD is answered wherever GET is (RFC 9110, 9.3.2), and browsers are told what not to do with it."""

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from service.kit.headers import headers_for
from service.kit.services import is_over_tls


class HeadLikeGet:
    """ASGI middleware: a HEAD request is answered as GET would be, without the body."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on."""
        if scope["type"] != "http" or scope["method"] != "HEAD":
            await self.app(scope, receive, send)
            return

        async def send_without_body(message: Message) -> None:
            await send({**message, "body": b""} if message["type"] == "http.response.body" else message)

        # A copy: the server reads the method of its own when the answer leaves, and breaks off a GET whose body is too short.
        got = {**scope, "method": "GET"}
        try:
            await self.app(got, receive, send_without_body)
        finally:
            scope.update({**got, "method": "HEAD"})  # the route that answered, for whoever counts requests outside


class WithoutSlash:
    """ASGI application for what no route answers: an address with a slash at its end is read without it; else ``otherwise``.

    The address to go on to begins with a slash: it names no host, because the Host header of a request is not ours to repeat.
    """

    def __init__(self, otherwise: ASGIApp) -> None:
        self.otherwise = otherwise

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer the request."""
        if scope["type"] != "http" or scope["method"] != "GET" or not (path := scope["path"].strip("/")) or scope["path"][-1] != "/":
            await self.otherwise(scope, receive, send)
            return
        query = scope["query_string"].decode("latin-1")
        await RedirectResponse(f"/{path}{'?' if query else ''}{query}")(scope, receive, send)


class Guarded:
    """ASGI middleware: every answer carries the headers of ``service.kit.headers`` that it does not set itself."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on."""

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in headers_for(tls=is_over_tls(Request(scope))).items():
                    headers.setdefault(name, value)
            await send(message)

        await self.app(scope, receive, send_with_headers if scope["type"] == "http" else send)
