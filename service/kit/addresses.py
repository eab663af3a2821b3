"""Addresses of this service, wherever a proxy has put its root."""

from fastapi import Request
from fastapi.responses import RedirectResponse


def address_of(request: Request, path: str) -> str:
    """Return the address of ``path``, which begins with a slash, below the root under which ``request`` reached the service."""
    root: str = request.scope.get("root_path", "")
    return f"{root.rstrip('/')}{path}"


def led_to(request: Request, path: str) -> RedirectResponse:
    """Return the answer to a form that was done: go on to ``path`` of this service."""
    return RedirectResponse(address_of(request, path), 303)
