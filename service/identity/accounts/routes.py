"""The addresses of this room."""

from service.identity.accounts import administration_pages, api, pages
from service.kit.routers import Routers


def routers() -> Routers:
    """Return what the room adds to the application."""
    return Routers(api=(api.router,), pages=(pages.router, administration_pages.router))
