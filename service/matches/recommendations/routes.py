"""The addresses of this room."""

from service.kit.routers import Routers
from service.matches.recommendations import api, overview_pages, pages


def routers() -> Routers:
    """Return what the room adds to the application."""
    return Routers(api=(api.router,), pages=(overview_pages.router, pages.router))
