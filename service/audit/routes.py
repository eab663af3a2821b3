"""The addresses of this room, its entry of the menu, and what of it the home page shows."""

from service.audit import api, pages, waiting
from service.identity.access.policies import Operation
from service.kit.languages import Bilingual
from service.kit.routers import MenuEntry, Routers

JOURNAL = MenuEntry("/journal", Bilingual(en="Journal", vi="Nhật ký"), 85, Operation.READ_AUDIT)


def routers() -> Routers:
    """Return what the room adds to the application."""
    return Routers(api=(api.router,), pages=(pages.router,), menu=(JOURNAL,), home=(waiting.journal,))
