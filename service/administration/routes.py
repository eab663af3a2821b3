"""The addresses of this room."""

from service.administration import pages
from service.identity.access.policies import Operation
from service.kit.languages import Bilingual
from service.kit.routers import MenuEntry, Routers

ADMINISTRATION = MenuEntry("/administration", Bilingual(en="Catalogue and rules", vi="Danh mục, quy tắc"), 95, Operation.CHANGE_CATALOGUE)


def routers() -> Routers:
    """Return what the room adds to the application."""
    return Routers(pages=(pages.router,), menu=(ADMINISTRATION,))
