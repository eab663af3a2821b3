"""The addresses of this room, and its entry of the menu."""

from service.identity.access.policies import Operation
from service.kit.languages import Bilingual
from service.kit.routers import MenuEntry, Routers
from service.people.directory import form_pages, pages

PEOPLE = MenuEntry("/people", Bilingual(en="People", vi="Chuyên gia"), 40, Operation.READ_EXPERTS)


def routers() -> Routers:
    """Return what the room adds to the application; the forms first, because "new" is nobody's id."""
    return Routers(pages=(form_pages.router, pages.router), menu=(PEOPLE,))
