"""Clients who change people: each adds one to a number that stands in four texts, several the same person's."""

import re
from collections.abc import Iterator, Sequence
from itertools import cycle
from typing import Any

from tests.soak.everything.book import Book
from tests.soak.everything.caller import API, OUTDATED, ROLE, Caller

TEXTS = (("headline", "vi"), ("headline", "en"), ("biography", "vi"), ("biography", "en"))
NUMBER = re.compile(r"^Lần (\d+)$")
ITEM = {"kind": "programme", "language": "vi", "title": "Chương trình robot quốc gia"}


def count(caller: Caller, people: Sequence[str]) -> Iterator[None]:
    """Add one to the number of each person in turn."""
    for person in cycle(people):
        add_one(caller, person)
        yield


def add_one(caller: Caller, person: str) -> None:
    """Add one to the number of ``person``; where somebody else was quicker, again."""
    while True:
        found = caller.ask("GET", f"{API}/experts/{person}")
        number, version = number_of(caller.book, found.json(), found.headers["etag"]), found.headers["etag"]
        text = f"Lần {number + 1}"
        change = {"headline": {"vi": text, "en": text}, "biography": {"vi": text, "en": text}}
        answer = caller.ask("PATCH", f"{API}/experts/{person}", OUTDATED, json=change, headers={"If-Match": version})
        if answer.status_code != OUTDATED:
            caller.book.acknowledged(person)
            caller.book.note(caller.book.counted, person)
            return


def number_of(book: Book, person: dict[str, Any], version: str) -> int:
    """Return the number that stands in the texts of ``person``, 0 before the first change; it is the same one in all of them."""
    texts = [(person[field] or {}).get(language) or "" for field, language in TEXTS]
    numbers = {int(found[1]) if (found := NUMBER.match(text)) else 0 for text in texts}
    book.must(len(numbers) == 1, f"{person['id']} at {version} is torn: {texts}")
    book.saw(person["id"], version, texts)
    return max(numbers)


def keep_own_record(caller: Caller, person: str) -> Iterator[None]:
    """Count, add an item, say something of a role and remove the item, over and over, as the person."""
    place = f"{API}/experts/{person}"
    for willing in cycle((True, False)):
        add_one(caller, person)
        yield
        item = str(caller.ask("POST", f"{place}/evidence", json=ITEM).json()["id"])
        caller.book.acknowledged(person)
        caller.book.items[person].add(item)
        yield
        caller.ask("PUT", f"{place}/willingness/{ROLE}", json={"willing": willing})
        caller.book.acknowledged(person)
        yield
        remove(caller, person, item)
        yield


def remove(caller: Caller, person: str, item: str) -> None:
    """Remove an item of ``person``; where somebody changed the person meanwhile, again."""
    while True:
        version = caller.ask("GET", f"{API}/experts/{person}").headers["etag"]
        answer = caller.ask("DELETE", f"{API}/experts/{person}/evidence/{item}", OUTDATED, headers={"If-Match": version})
        if answer.status_code != OUTDATED:
            caller.book.acknowledged(person)
            caller.book.items[person].discard(item)
            return


def withdraw_and_consent(caller: Caller, person: str, asked: str, key: dict[str, str]) -> Iterator[None]:
    """Withdraw consent to matching, look whether the holder of ``key`` is shown the person any more, and give it again."""
    version = caller.get("/consent-texts", purpose="matching")["items"][0]["version"]
    place = f"{API}/experts/{person}/consents/matching"
    other = caller.of_another(key)
    with other.client:
        while True:
            caller.ask("PUT", place, json={"given": False})
            caller.book.acknowledged(person)
            shown = [entry["expert"]["id"] for entry in other.get(asked, role=ROLE, limit=50)["items"]]
            caller.book.must(person not in shown, f"{person} is shown after the withdrawal")
            yield
            caller.ask("PUT", place, json={"given": True, "text_version": version})
            caller.book.acknowledged(person)
            yield
