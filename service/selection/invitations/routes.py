"""The addresses of this room."""

from service.kit.routers import Routers
from service.selection.invitations import api, pages


def routers() -> Routers:
    """Return what the room adds to the application."""
    return Routers(api=(api.router, api.answer_router), pages=(pages.router,))
