"""The addresses of this room."""

from service.kit.routers import Routers
from service.selection import pages


def routers() -> Routers:
    """Return what the room adds to the application."""
    return Routers(pages=(pages.router,))
