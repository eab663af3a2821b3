"""The way back to one's own profile."""

from fastapi import Request, Response
from fastapi.responses import RedirectResponse


def back_to_profile(request: Request) -> Response:
    """Lead back to the page, which says that it is saved."""
    return RedirectResponse(f"{request.scope.get('root_path', '').rstrip('/')}/profile?saved=true", 303)
