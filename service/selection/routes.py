"""The addresses of this room, its entry of the menu, and what of it waits for people."""

from service.identity.access.policies import Operation
from service.kit.languages import Bilingual
from service.kit.routers import MenuEntry, Routers
from service.selection import pages, waiting

REQUESTS = MenuEntry("/requests", Bilingual(en="Requests", vi="Yêu cầu"), 20, Operation.READ_SELECTIONS, whole=False)


def routers() -> Routers:
    """Return what the room adds to the application."""
    home = (
        waiting.start_a_list,
        waiting.requests_waiting,
        waiting.answers_owed,
        waiting.led_subjects,
        waiting.invitations_of_mine,
        waiting.lists_with_me,
        waiting.lists_to_verify,
    )
    return Routers(pages=(pages.router,), menu=(REQUESTS,), home=home)
