"""The addresses of this room."""

from service.identity.access.policies import Operation
from service.kit.languages import Bilingual
from service.kit.routers import MenuEntry, Routers
from service.people.own_profile import pages, waiting

MINE = MenuEntry("/profile", Bilingual(en="My profile", vi="Hồ sơ của tôi"), 10, Operation.READ_EXPERTS, whole=False, own=True)


def routers() -> Routers:
    """Return what the room adds to the application."""
    return Routers(
        pages=(pages.router,),
        menu=(MINE,),
        home=(
            waiting.questions,
            waiting.what_is_missing,
        ),
    )
