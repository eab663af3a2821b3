"""The addresses of this room."""

from service.kit.routers import Routers
from service.people.consents import api, pages


def routers() -> Routers:
    """Return what the room adds to the application."""
    return Routers(api=(api.texts_router, api.router, api.word_router), pages=(pages.router,))
