"""The addresses of this room."""

from service.identity.access.policies import Operation
from service.kit.languages import Bilingual
from service.kit.routers import MenuEntry, Routers
from service.matches.exposure import api, pages

EXPOSURE = MenuEntry("/exposure", Bilingual(en="Figures", vi="Thống kê đề xuất"), 80, Operation.READ_MATCHES)


def routers() -> Routers:
    """Return what the room adds to the application."""
    return Routers(api=(api.router,), pages=(pages.router,), menu=(EXPOSURE,))
