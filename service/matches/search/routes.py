"""The addresses of this room."""

from service.identity.access.policies import Operation
from service.kit.languages import Bilingual
from service.kit.routers import MenuEntry, Routers
from service.matches.search import api, pages

FIND = MenuEntry("/find", Bilingual(en="Find by topic", vi="Tìm theo chuyên môn"), 50, Operation.READ_MATCHES)


def routers() -> Routers:
    """Return what the room adds to the application."""
    return Routers(api=(api.router,), pages=(pages.router,), menu=(FIND,))
