"""The addresses of this room."""

from service.administration import pages
from service.kit.routers import Routers


def routers() -> Routers:
    """Return what the room adds to the application."""
    return Routers(pages=(pages.router,))
