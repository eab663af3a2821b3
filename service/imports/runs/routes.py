"""The addresses of this room, and its entry of the menu."""

from service.identity.access.policies import Operation
from service.imports.runs import api, pages, waiting
from service.kit.languages import Bilingual
from service.kit.routers import MenuEntry, Routers

IMPORTS = MenuEntry("/imports", Bilingual(en="Import", vi="Nhập người"), 45, Operation.READ_IMPORTS)


def routers() -> Routers:
    """Return what the room adds to the application."""
    return Routers(api=(api.router, api.templates_router), pages=(pages.router,), menu=(IMPORTS,), home=(waiting.imports,))
