"""The addresses of this room."""

from service.kit.routers import Routers
from service.selection.drafts import adding_pages, answering_pages, api, evidence_pages, findings_pages, opening_pages, pages, trial_pages


def routers() -> Routers:
    """Return what the room adds to the application."""
    acts = (
        opening_pages.router,
        adding_pages.router,
        findings_pages.router,
        trial_pages.router,
        answering_pages.router,
        evidence_pages.router,
    )
    return Routers(api=(api.router, api.tasks_router), pages=(pages.router, *acts))
