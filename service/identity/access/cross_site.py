"""Refuses changes that another site's page sends with our visitor's cookie (cross-site request forgery).

The session cookie is SameSite=Lax, which already keeps it out of another site's form posts. This is the second lock, for the cases that
Lax leaves open (another host of the same site, old browsers), and it covers signing in as well, where there is no cookie yet. Browsers
say themselves where a request comes from: Sec-Fetch-Site, else Origin. A caller that sends neither is no browser and carries no cookie
that it was not given. Nothing to remember in a form, and no form can forget it.
"""

from collections.abc import Callable
from urllib.parse import urlsplit

from fastapi import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from service.kit.problems import Forbidden, Problem

READING = frozenset({"GET", "HEAD", "OPTIONS"})
OURS = frozenset({"same-origin", "none"})  # "none": typed or from a bookmark


class CrossSiteGuard:
    """ASGI middleware; ``answer`` turns the problem into a response."""

    def __init__(self, app: ASGIApp, answer: Callable[[Request, Problem], Response]) -> None:
        self.app = app
        self.answer = answer

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on unless it is a change that another site asks for."""
        if scope["type"] == "http" and comes_from_elsewhere(request := Request(scope)):
            problem = Forbidden(
                "asked_by_other_site",
                en="This change was asked for by another site. Open this service and repeat it there.",
                vi="Yêu cầu này đến từ một trang khác. Hãy mở dịch vụ này và thực hiện lại.",
            )
            await self.answer(request, problem)(scope, receive, send)
            return
        await self.app(scope, receive, send)


def comes_from_elsewhere(request: Request) -> bool:
    """Return whether a browser sends this change for a page of another origin."""
    if request.method in READING:
        return False
    site = request.headers.get("sec-fetch-site")
    if site is not None:
        return site not in OURS
    origin = request.headers.get("origin")
    return origin is not None and urlsplit(origin).netloc != request.headers.get("host")
