"""What stands around every page: the menu of whoever asks, their name, the search, files, and that people are invented."""

import json
from collections.abc import Mapping
from functools import cache
from typing import Any

from fastapi import Request

from service.front import rooms
from service.front.static_files import static_addresses
from service.identity.access.policies import Operation, may, may_with_all
from service.identity.access.viewer import Viewer, viewer_of_page
from service.kit.addresses import address_of
from service.kit.routers import MenuEntry

HTMX = {
    "allowEval": False,
    "allowScriptTags": False,
    "selfRequestsOnly": True,
    "includeIndicatorStyles": False,  # the policy allows no style in a page
    "historyCacheSize": 0,  # a browser keeps no page that names people
    "refreshOnHistoryMiss": True,
    "scrollIntoViewOnBoost": False,
    "defaultSettleDelay": 0,
    "attributesToSettle": [],  # nothing moves from its old look to its new one
    "responseHandling": [{"code": "204", "swap": False}, {"code": "...", "swap": True}],  # a refusal is a page as well
}
"""How htmx works here, see https://htmx.org/docs/#config."""


def around_page(request: Request) -> Mapping[str, Any]:
    """Return what the base template shows of the viewer."""
    viewer = viewer_of_page(request)
    here = request.url.path.removeprefix(address_of(request, ""))
    entry = entry_of(here)
    return {
        "viewer": viewer,
        "menu": [(door, door.path == entry) for door in menu_of(viewer)],
        "searches": may_with_all(viewer, Operation.READ_EXPERTS) is True,
        "here": here,
        "files": dict(static_addresses()),
        "htmx": json.dumps(HTMX),
        "sought": request.query_params.get("q", "") if here == "/people" else "",
    }


def menu_of(viewer: Viewer) -> list[MenuEntry]:
    """Return the entries that lead ``viewer`` somewhere: none that would be refused."""
    return [door for door in _doors() if _opens(door, viewer)]


def _opens(door: MenuEntry, viewer: Viewer) -> bool:
    operation = Operation(door.operation)
    allowed = (may_with_all if door.whole else may)(viewer, operation) is True
    return allowed and (viewer.expert_id is not None or not door.own)


def entry_of(here: str) -> str:
    """Return the address of the entry of the menu to which the page at ``here`` belongs, were there such an entry."""
    first = "/" + here.split("/", 2)[1] if here.startswith("/") else here
    return _under().get(first, first)


@cache
def _under() -> Mapping[str, str]:
    return {address: entry for room in rooms.routers() for address, entry in room.under.items()}


@cache
def _doors() -> tuple[MenuEntry, ...]:
    return tuple(sorted((door for room in rooms.routers() for door in room.menu), key=lambda door: (door.place, door.path)))
