"""The addresses of this room."""

from service.identity.access.policies import Operation
from service.kit.languages import Bilingual
from service.kit.routers import MenuEntry, Routers
from service.people.delegates import api, pages

EDITING = MenuEntry("/editing", Bilingual(en="I edit for others", vi="Sửa thay người khác"), 12, Operation.READ_EDITED, whole=False)


def routers() -> Routers:
    """Return what the room adds to the application."""
    return Routers(api=(api.router,), pages=(pages.own, pages.people, pages.editing), menu=(EDITING,))
