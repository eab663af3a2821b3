"""What a viewer reads is what the policy says, and what is hidden looks like what is not there.

The policy in words: coordinators and auditors read everybody; an expert reads the own profile and may not know of any other; nobody
else reads people. Coordinators change everybody, experts themselves; nobody else changes people.
"""

from typing import Any

from fastapi.testclient import TestClient
from httpx import Response
from hypothesis import given, settings
from sqlalchemy.engine import Engine

from models.vocabulary import AccountRole
from tests.access.worlds import ABSENT, World, build, dump, worlds
from tests.service.people.profiles.people import AN, EXPERTS, ITEM

EXAMPLES = 20
PER_REQUEST = {"x-request-id", "date"}
WRITES: list[tuple[str, str, Any]] = [
    ("PATCH", "", {"country": "DE"}),
    ("PATCH", "", {"country": 7}),
    ("POST", "/evidence", ITEM),
    ("PATCH", "/evidence/one", {"title": "a"}),
    ("DELETE", "/evidence/one", None),
    ("PUT", "/consents/matching", {"given": True, "text_version": "1"}),
    ("PUT", "/willingness/CE_PROJECT", {"willing": True}),
    ("POST", "/relations", {"kind": "employer", "organisation_id": "org-none"}),
    ("DELETE", "/relations/1", None),
    ("DELETE", "/documents/none", None),
]


def readable(world: World) -> set[str]:
    if world.roles & {AccountRole.COORDINATOR, AccountRole.AUDITOR}:
        return set(world.ids)
    return {world.own_id} if world.own_id else set()


def changeable(world: World) -> set[str]:
    if AccountRole.COORDINATOR in world.roles:
        return set(world.ids)
    return {world.own_id} if world.own_id else set()


def shown(answer: Response, identifier: str) -> tuple[int, str, dict[str, str]]:
    """Return everything of an answer that its reader can see, without the id that was asked for."""
    body = answer.text.replace(identifier, "ID")
    body = body.replace(answer.headers["x-request-id"], "REQUEST")
    return answer.status_code, body, {name: value for name, value in answer.headers.items() if name not in PER_REQUEST}


@settings(max_examples=EXAMPLES, deadline=None)
@given(world=worlds)
def test_lists_counts_and_searches_hold_exactly_what_may_be_read(shared_engine: Engine, anybody: TestClient, world: World) -> None:
    key, wanted = build(shared_engine, world), readable(world)
    for parameters in ({}, {"q": "an"}, {"country": "VN"}):
        answer = anybody.get(EXPERTS, params=parameters, headers=key)
        if not wanted:
            assert (answer.status_code, answer.json()["code"]) == (403, "forbidden")
        else:
            assert ({item["id"] for item in answer.json()["items"]}, answer.json()["total"]) == (wanted, len(wanted))
    assert anybody.get(EXPERTS).status_code == 401


LISTS: list[tuple[str, dict[str, Any]]] = [
    (EXPERTS, {}),
    (EXPERTS, {"q": "an"}),
    (EXPERTS, {"country": "VN"}),
    (EXPERTS, {"limit": 1}),
    (f"{EXPERTS}/E000001/evidence", {}),
    (f"{EXPERTS}/E000001/relations", {}),
    ("/api/v1/data-requests", {}),
]


def test_a_list_beside_hidden_people_is_the_list_without_them_to_the_byte(shared_engine: Engine, anybody: TestClient) -> None:
    """Counts, order, links to the next page and ETags are part of what is compared."""
    seen = []
    for people in (1, 3):
        key = build(shared_engine, World(people, frozenset({AccountRole.EXPERT}), 0))
        seen.append([shown(anybody.get(address, params=asked, headers=key), ABSENT) for address, asked in LISTS])
    assert {answer[0] for answer in seen[0]} == {200}
    assert seen[0] == seen[1]


@settings(max_examples=EXAMPLES, deadline=None)
@given(world=worlds)
def test_what_is_hidden_looks_like_what_is_not_there(shared_engine: Engine, anybody: TestClient, world: World) -> None:
    key, wanted = build(shared_engine, world), readable(world)
    for path in ("", "/evidence", "/relations"):
        absent = shown(anybody.get(f"{EXPERTS}/{ABSENT}{path}", headers=key), ABSENT)
        for identifier in world.ids:
            answer = shown(anybody.get(f"{EXPERTS}/{identifier}{path}", headers=key), identifier)
            assert answer[0] == 200 if identifier in wanted else answer == absent


@settings(max_examples=EXAMPLES, deadline=None)
@given(world=worlds)
def test_a_forbidden_change_changes_no_row_and_tells_nothing(shared_engine: Engine, anybody: TestClient, world: World) -> None:
    key, allowed = build(shared_engine, world), changeable(world)
    before = dump(shared_engine)
    for method, path, body in WRITES:
        headers = {**key, "If-Match": "*"}
        absent = shown(anybody.request(method, f"{EXPERTS}/{ABSENT}{path}", json=body, headers=headers), ABSENT)
        for identifier in set(world.ids) - allowed:
            answer = shown(anybody.request(method, f"{EXPERTS}/{identifier}{path}", json=body, headers=headers), identifier)
            assert answer == absent
            assert answer[0] in {403, 404}
    if AccountRole.COORDINATOR not in world.roles:
        assert anybody.post(EXPERTS, json=AN, headers=key).status_code == 403
    assert dump(shared_engine) == before


@settings(max_examples=EXAMPLES, deadline=None)
@given(world=worlds)
def test_an_allowed_change_is_made(shared_engine: Engine, anybody: TestClient, world: World) -> None:
    key = build(shared_engine, world)
    for identifier in changeable(world):
        answer = anybody.patch(f"{EXPERTS}/{identifier}", json={"country": "DE"}, headers={**key, "If-Match": "*"})
        assert (answer.status_code, answer.json()["country"]) == (200, "DE")
