"""The addresses of this room."""

from service.kit.routers import Routers
from service.privacy.data_requests import api, handling_pages, pages, waiting


def routers() -> Routers:
    """Return what the room adds to the application."""
    return Routers(
        api=(api.router,),
        pages=(pages.router, handling_pages.router),
        home=(
            waiting.clocks,
            waiting.my_requests,
        ),
    )
