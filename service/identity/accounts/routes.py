"""The addresses of this room."""

from service.identity.access.policies import Operation
from service.identity.accounts import administration_pages, api, pages, waiting
from service.kit.languages import Bilingual
from service.kit.routers import Door, Routers

ACCOUNTS = Door("/accounts", Bilingual(en="Accounts", vi="Tài khoản"), 90, Operation.READ_ACCOUNTS)


def routers() -> Routers:
    """Return what the room adds to the application."""
    return Routers(api=(api.router,), pages=(pages.router, administration_pages.router), menu=(ACCOUNTS,), home=(waiting.accounts,))
