"""The addresses of this room."""

from service.kit.routers import Routers
from service.people.own_profile import pages


def routers() -> Routers:
    """Return what the room adds to the application."""
    return Routers(pages=(pages.router,))
