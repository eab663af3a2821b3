"""The addresses of this room."""

from service.kit.routers import Routers
from service.selection.releases import api, pages


def routers() -> Routers:
    """Return what the room adds to the application."""
    return Routers(api=(api.router, api.lead_router), pages=(pages.release_router, pages.router))
