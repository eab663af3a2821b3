"""Clients who select: a coordinator drafts, decides, signs and releases; a lead asks, reads and answers."""

from collections.abc import Iterator, Sequence
from itertools import cycle
from typing import Any

from tests.soak.everything.caller import ROLE, Caller


def draft_and_sign(caller: Caller, products: Sequence[str]) -> Iterator[None]:
    """Open a request, draft, exclude the first, sign, release and verify, for one product after the other."""
    for product in cycle(products):
        request = caller.post("/requests", {"subject": product, "roles": [ROLE]}).json()
        shortlist = caller.post(f"/requests/{request['id']}/shortlists", {"length": 10}).json()
        yield
        place = f"/shortlists/{shortlist['id']}"
        if shortlist["entries"]:
            choice = {"role": ROLE, "expert_id": shortlist["entries"][0]["expert_id"], "kind": "exclude", "reason": "Xin rút."}
            shortlist = caller.post(f"{place}/choices", choice, headers=version(shortlist)).json()
            yield
        signature = {"reason": "Đã xem với đơn vị chủ trì.", "open_rules_seen": True}
        caller.post(f"{place}/signatures", signature, headers=version(shortlist))
        caller.book.signed.add(shortlist["id"])
        yield
        caller.post(f"{place}/release", {})
        verified(caller, shortlist["id"])
        yield


def verified(caller: Caller, shortlist_id: str) -> None:
    """A signed list is what was signed."""
    found = caller.get(f"/shortlists/{shortlist_id}/verification")
    caller.book.must(found["intact"], f"shortlist {shortlist_id}: {found}")


def lead(caller: Caller, product: str) -> Iterator[None]:
    """Ask for people, look at every request and at what was released."""
    while True:
        caller.post("/requests", {"subject": product, "roles": [ROLE]})
        yield
        for request in caller.get("/requests", limit=5)["items"]:
            caller.get(f"/requests/{request['id']}")
            caller.get(f"/requests/{request['id']}/released", 404)
            yield


def version(thing: dict[str, Any]) -> dict[str, str]:
    """Return the header that names the version of ``thing``."""
    return {"If-Match": f'"{thing["version"]}"'}
