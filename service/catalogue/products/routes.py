"""The addresses of this room."""

from service.catalogue.products import api
from service.kit.routers import Routers


def routers() -> Routers:
    """Return what the room adds to the application."""
    return Routers(api=(api.router,))
