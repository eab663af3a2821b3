"""The addresses of this room."""

from service.identity.access.policies import Operation
from service.kit.languages import Bilingual
from service.kit.routers import MenuEntry, Routers
from service.matches.plans import api, pages

PLANS = MenuEntry("/plans", Bilingual(en="Plans", vi="Kế hoạch"), 70, Operation.READ_MATCHES)


def routers() -> Routers:
    """Return what the room adds to the application."""
    return Routers(api=(api.router,), pages=(pages.router,), menu=(PLANS,))
