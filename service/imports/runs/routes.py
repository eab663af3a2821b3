"""The addresses of this room."""

from service.imports.runs import api, pages, waiting
from service.kit.routers import Routers


def routers() -> Routers:
    """Return what the room adds to the application."""
    return Routers(api=(api.router, api.templates_router), pages=(pages.router,), home=(waiting.imports,))
