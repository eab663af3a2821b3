"""Finds the pages that somebody reaches from the home page: one address of each kind, in the order in which they are met."""

import re
from collections import Counter, deque
from collections.abc import Iterator

from playwright.sync_api import Page

from tests.browser.watching import Watched

LINKS = "Array.from(document.querySelectorAll('a[href]:not([download])'), link => link.getAttribute('href'))"
NOT_PAGES = re.compile(r"^/(api|docs|openapi|sign-in/openid)|\.(pdf|docx|xlsx|csv|md|ics|json)\b|[?&](format|lang)=")
NAMES = re.compile(r"(?<=/)(?:[A-Z]+-?[A-Z0-9]*\d[\w.-]*|[0-9a-f]{8,}[\w-]*|[A-Za-z0-9_-]{30,}|\d+|C[EA]_\w+)(?=/|$)")
DEPTH = 3
SEVERAL = {"/requests/*": 4}
"""Kinds of pages of which several are opened, because a request offers other things in each state."""


def kind(path: str) -> str:
    """Return ``path`` with a star in place of each name, and the names of the fields of its query without what stands in them."""
    base, _, query = path.partition("?")
    fields = sorted({field.partition("=")[0] for field in query.split("&") if field})
    return NAMES.sub("*", base) + ("?" + "&".join(fields) if fields else "")


def pages(watched: Watched, start: str = "/") -> Iterator[str]:
    """Open the pages that are reached from ``start`` by links, one of each kind, and yield the path of each while it is open."""
    waiting, met = deque([(start, 0)]), Counter([kind(start)])
    seen = {start}
    while waiting:
        path, depth = waiting.popleft()
        watched.open(path)
        yield path
        for link in _links(watched.page) if depth < DEPTH else ():
            if link not in seen and met[kind(link)] < SEVERAL.get(kind(link), 1):
                seen.add(link)
                met[kind(link)] += 1
                waiting.append((link, depth + 1))


def _links(page: Page) -> list[str]:
    links = [str(link).partition("#")[0] for link in page.evaluate(LINKS)]
    return [link for link in links if link.startswith("/") and not NOT_PAGES.search(link)]
