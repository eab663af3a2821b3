"""The addresses of this room."""

from service.catalogue.programmes import api, pages
from service.kit.routers import Routers


def routers() -> Routers:
    """Return what the room adds to the application."""
    return Routers(api=(api.router,), pages=(pages.router,), under={"/programmes": "/products"})
