"""The addresses of this room."""

from service.kit.routers import Routers
from service.selection.drafts import answering_pages, api, evidence_pages, pages


def routers() -> Routers:
    """Return what the room adds to the application."""
    return Routers(api=(api.router, api.tasks_router), pages=(pages.router, answering_pages.router, evidence_pages.router))
