"""Addresses of this service, wherever a proxy has put its root."""

from urllib.parse import urlsplit

from fastapi import Request
from fastapi.responses import RedirectResponse


def address_of(request: Request, path: str) -> str:
    """Return the address of ``path``, which begins with a slash, below the root under which ``request`` reached the service."""
    root: str = request.scope.get("root_path", "")
    return f"{root.rstrip('/')}{path}"


def led_to(request: Request, path: str) -> RedirectResponse:
    """Return the answer to a form that was done: go on to ``path`` of this service."""
    return RedirectResponse(address_of(request, path), 303)


def page_before(request: Request) -> str | None:
    """Return the page of this service that the reader came from; None from elsewhere, and where it is the page that was asked for."""
    came_from = urlsplit(request.headers.get("referer", ""))
    if came_from.path.startswith("//"):  # a browser reads what follows as another host
        return None
    if came_from.netloc != request.url.netloc or (request.method == "GET" and came_from.path == request.url.path):
        return None
    return f"{came_from.path}?{came_from.query}" if came_from.query else came_from.path or None
