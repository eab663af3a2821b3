"""The addresses of this room, and what the home page of an administrator says of the service itself."""

from service.front.home import pages, waiting
from service.kit.routers import Routers


def routers() -> Routers:
    """Return what the room adds to the application."""
    return Routers(pages=(pages.router,), home=(waiting.state_of_service,))
