"""The addresses of this room."""

from service.identity.access.policies import Operation
from service.identity.accounts import administration_pages, api, pages, second_factor_pages, waiting
from service.kit.languages import Bilingual
from service.kit.routers import MenuEntry, Routers

ACCOUNTS = MenuEntry("/accounts", Bilingual(en="Accounts", vi="Tài khoản"), 90, Operation.READ_ACCOUNTS)


def routers() -> Routers:
    """Return what the room adds to the application."""
    own = (pages.router, second_factor_pages.router)
    return Routers(api=(api.router,), pages=(*own, administration_pages.router), menu=(ACCOUNTS,), home=(waiting.accounts,))
