"""Clients who read: lists, pairs, searches, pages and the audit. What belongs together fits together."""

from collections.abc import Iterator, Sequence
from itertools import count, cycle, product
from typing import Any

from tests.soak.everything.caller import API, ROLE, Caller
from tests.soak.everything.editing import number_of
from tests.soak.everything.importing import look_at_imported
from tests.soak.everything.selecting import verified

ROLES = (ROLE, "CA_PROJECT")
LIMITS = (5, 10, 20, 50)
WORDS = ("điều khiển robot", "semiconductor packaging", "vắc xin", "satellite navigation", "trí tuệ nhân tạo", "lithium battery")
OPEN = ("/", "/roles", "/programmes", "/about", "/help", "/contact", "/sign-in", "/docs", "/api/v1/products", "/api/v1/rules", "/healthz")
OFFICE = (
    *("/", "/people", "/people?q=an", "/find", "/coverage", "/exposure", "/conflicts/names", "/requests", "/imports", "/completeness"),
    *("/watches", "/nominations", "/import-notices", "/duplicates", "/plans"),
)


def ask_for_lists(caller: Caller, products: Sequence[str]) -> Iterator[None]:
    """Ask for every product and role, with explanations, as data and as a table."""
    for limit, (subject, role) in zip(cycle(LIMITS), cycle(product(products, ROLES)), strict=False):
        place = f"/products/{subject}/recommendations"
        found = caller.get(place, role=role, limit=limit)
        check_list(caller, found, limit)
        yield
        caller.ask("GET", f"{API}{place}.csv", params={"role": role, "limit": limit})
        for entry in found["items"][:1]:
            caller.get(f"{place}/{entry['expert']['id']}/explanation", 404, 409, role=role)
        yield


def check_list(caller: Caller, found: dict[str, Any], limit: int) -> None:
    """Nobody stands twice on a list, places follow one another, and scores only fall."""
    people = [entry["expert"]["id"] for entry in found["items"]]
    ranks = [entry["rank"] for entry in found["items"]]
    right = len(people) == len(set(people)) <= limit and ranks == list(range(1, len(ranks) + 1))
    caller.book.must(right, f"a list does not fit together: {list(zip(ranks, people, strict=True))}")


def ask_for_pairs(caller: Caller, products: Sequence[str]) -> Iterator[None]:
    """Ask for pairs of every product, as data and as a table."""
    for subject in cycle(products):
        caller.get(f"/products/{subject}/pairs", limit=10)
        yield
        caller.ask("GET", f"{API}/products/{subject}/pairs.csv", params={"limit": 10})
        yield


def search(caller: Caller) -> Iterator[None]:
    """Search by words that were searched before and by new ones."""
    for number, words in zip(count(), cycle(WORDS), strict=False):
        caller.post("/search/people", {"text": f"{words} {number % 500}"})
        yield
        caller.post("/search/brief", {"text": words})
        yield


def open_pages(caller: Caller, pages: Sequence[str]) -> Iterator[None]:
    """Open one page after the other, in both languages."""
    for page, language in zip(cycle(pages), cycle(("vi", "en", "vi")), strict=False):
        caller.ask("GET", page, headers={"Accept-Language": language})
        yield


def audit(caller: Caller, people: Sequence[str]) -> Iterator[None]:
    """Read the end of the audit, people who are being edited, the people of files, and verify what was signed."""
    for person in cycle(people):
        found = caller.ask("GET", f"{API}/experts/{person}")
        number_of(caller.book, found.json(), found.headers["etag"])
        yield
        look_at_imported(caller)
        caller.get("/audit", limit=50)
        yield
        for shortlist_id in list(caller.book.signed)[:1]:
            verified(caller, shortlist_id)
        yield
