"""The addresses of this room."""

from service.kit.routers import Routers
from service.selection.signing import api, pages, public_pages


def routers() -> Routers:
    """Return what the room adds to the application."""
    return Routers(api=(api.router,), pages=(pages.router, public_pages.router), under={"/shortlists": "/requests", "/verify": "/requests"})
