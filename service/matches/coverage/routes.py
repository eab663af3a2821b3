"""The addresses of this room."""

from service.identity.access.policies import Operation
from service.kit.languages import Bilingual
from service.kit.routers import MenuEntry, Routers
from service.matches.coverage import api, pages, waiting

COVERAGE = MenuEntry("/coverage", Bilingual(en="Coverage", vi="Bản đồ nguồn chuyên gia"), 60, Operation.READ_MATCHES)


def routers() -> Routers:
    """Return what the room adds to the application."""
    return Routers(api=(api.router,), pages=(pages.router,), menu=(COVERAGE,), home=(waiting.gaps,))
