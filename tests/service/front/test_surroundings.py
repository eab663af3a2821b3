"""Every page is found under an entry of the menu, or has a place outside of it."""

from fastapi.routing import iter_route_contexts

from service.front.application import create_app
from service.front.rooms import routers
from service.front.surroundings import entry_of

OUTSIDE = {
    "/": "the entry before those of the rooms",
    "/help": "linked below every page",
    "/about": "linked below every page",
    "/contact": "linked below every page",
    "/account": "linked by one's name above every page",
    "/sign-in": "before there is anybody with a menu",
    "/invitations": "before there is anybody with a menu",
    "/invited": "a letter: whoever was written to need not know the rest",
    "/data-requests": "a task of the home page, which alone leads there",
    "/docs": "the API reference, a site of its own",
}
"""Why the pages of these addresses light no entry."""


def pages() -> set[str]:
    """Return the address of every page of the application; what has a full stop in it is a file."""
    found = set()
    for context in iter_route_contexts(create_app().routes):
        route, path = context.original_route, context.path or ""
        if "GET" in (getattr(route, "methods", None) or ()) and not getattr(route, "include_in_schema", True) and "." not in path:
            found.add(path)
    return found


def test_every_page_lights_an_entry_or_says_why_not() -> None:
    entries = {entry.path for room in routers() for entry in room.menu}
    assert {entry_of(path) for path in pages()} - entries == set(OUTSIDE)


def test_a_room_names_entries_that_there_are_and_addresses_of_pages() -> None:
    entries = {entry.path for room in routers() for entry in room.menu}
    firsts = {f"/{path.split('/')[1]}" for path in pages()}
    for room in routers():
        assert set(room.under) <= firsts
        assert set(room.under.values()) <= entries
