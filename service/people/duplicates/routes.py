"""The addresses of this room."""

from service.kit.routers import Routers
from service.people.duplicates import api, pages, waiting


def routers() -> Routers:
    """Return what the room adds to the application."""
    return Routers(api=(api.router,), pages=(pages.router,), home=(waiting.doubles,), under={"/duplicates": "/people"})
