"""The addresses of this room."""

from service.identity.access.policies import Operation
from service.kit.languages import Bilingual
from service.kit.routers import MenuEntry, Routers
from service.matches.recommendations import api, overview_pages, pages

PRODUCTS = MenuEntry("/products", Bilingual(en="Products", vi="Sản phẩm"), 30, Operation.READ_MATCHES)


def routers() -> Routers:
    """Return what the room adds to the application."""
    return Routers(
        api=(api.router,),
        pages=(overview_pages.router, pages.router),
        menu=(PRODUCTS,),
        under={"/projects": "/products", "/groups": "/products"},
    )
