"""The addresses of this room."""

from service.kit.routers import Routers
from service.privacy.notices import api, pages


def routers() -> Routers:
    """Return what the room adds to the application."""
    return Routers(api=(api.router,), pages=(pages.router,), under={"/import-notices": "/imports"})
