"""Clients who bring people in from small files and take people out."""

from collections.abc import Iterator, Sequence
from itertools import count, cycle
from typing import Any

from tests.soak.everything.caller import API, Caller

OVER = ("done", "failed", "cancelled")
KEYS = ("SOAK-1", "SOAK-2", "SOAK-3")
FAMILY = "Kiểm"
EXPORTS = ("/people-export.csv", "/people-export.json", "/people-export.xlsx", "/coverage.csv")


def bring_in(caller: Caller) -> Iterator[None]:
    """Send the same three people again and again, each time with one number more in all of their names."""
    for number in count(1):
        rows = "".join(f"{key};{FAMILY} Số {number} {key};{key.lower()}@example.vn;Việt Nam\n" for key in KEYS)
        file = ("people.csv", ("Mã;Họ và tên;Email;Quốc gia\n" + rows).encode())
        run = caller.ask("POST", f"{API}/imports", files={"file": file}, data={"mode": "one"}).json()
        while run["status"] not in OVER:
            yield
            run = caller.get(f"/imports/{run['id']}")
        done = run["added"] + run["changed"] == len(KEYS) and not run["refused"]
        caller.book.must(done, f"import {number}: {run}")
        caller.book.imported = number
        yield


def look_at_imported(caller: Caller) -> None:
    """A file comes in as one: the people of it bear one number."""
    found = caller.get("/experts", q=f"{FAMILY} Số", limit=200)["items"]
    numbers = {one["display_name"].split()[2] for one in found if one["display_name"].startswith(f"{FAMILY} Số ")}
    caller.book.must(len(numbers) <= 1, f"half of a file was shown: {numbers}")


def take_out(caller: Caller, people: Sequence[str]) -> Iterator[None]:
    """Take everybody out as each kind of file, and all that is kept of one person."""
    for path, person in zip(cycle(EXPORTS), cycle(people), strict=False):
        caller.ask("GET", API + path)
        yield
        caller.ask("GET", f"{API}/experts/{person}/access-export.json")
        caller.ask("GET", f"{API}/experts/{person}/access-export.md")
        yield


def administer(caller: Caller) -> Iterator[None]:
    """Read what administrators read, and try other weights without taking them."""
    weights: list[dict[str, Any]] = caller.get("/weights")["items"]
    for one in cycle(weights):
        for path in ("/accounts", "/jobs", "/imports", "/catalogue-changes", "/me", "/me/keys"):
            caller.get(path)
            yield
        caller.ask("POST", f"{API}/weights/{one['family']}/{one['version']}/dry-run")
        yield
