"""A withdrawn consent counts in the next request in every way that names or counts people, in a second process too.

Two applications over one database, each with its own network and caches in memory, stand for two worker processes. Lists, counts and
explanations of one product are in test_stopping.py; here are pairs, plans, searches, the map, the report, their files and the pages.
"""

from collections.abc import Iterator
from contextlib import ExitStack
from typing import Any

import pytest
from fastapi.testclient import TestClient

from models.vocabulary import AccountRole
from tests.accounts import key_header
from tests.applications import running_client
from tests.service.synthetic_world import world_settings

API = "/api/v1"
TEXT = {"text": "Large language models, robots, chips, networks, drones, satellites, batteries and vaccines"}
BROWSER = {"Accept": "text/html"}


@pytest.fixture
def processes(world_copy: str) -> Iterator[list[TestClient]]:
    with ExitStack() as stack:
        key = key_header(world_copy, AccountRole.COORDINATOR, cleared=True)
        yield [stack.enter_context(running_client(world_settings(world_copy), headers=key)) for _ in range(2)]


def with_pairs(client: TestClient) -> tuple[str, str, str]:
    """Return a product that has pairs, and the two people of its first."""
    for number in range(1, 31):
        product = f"P{number:02d}"
        items = client.get(f"{API}/products/{product}/pairs", params={"limit": 1}).json()["items"]
        if items:
            return product, items[0]["engineer"]["expert"]["id"], items[0]["architect"]["expert"]["id"]
    raise AssertionError("no product has pairs")


def told(client: TestClient, product: str) -> dict[str, str]:
    """Return what every way says that names people, by the way."""
    seats = {"seats": [{"subject": product, "role": "CE_PROJECT"}]}
    asked = {
        "pairs": client.get(f"{API}/products/{product}/pairs", params={"limit": 200}),
        "file of pairs": client.get(f"{API}/products/{product}/pairs.csv"),
        "search": client.post(f"{API}/search/people", json=TEXT, params={"limit": 200}),
        "file of a search": client.post(f"{API}/search/people.csv", json=TEXT),
        "new plan": client.post(f"{API}/plans", json=seats),
        "map": client.get(f"{API}/coverage"),
        "file of the map": client.get(f"{API}/coverage.csv"),
        "report": client.get(f"{API}/exposure"),
        "page of the list": client.get(f"/products/{product}/CE_PROJECT", headers=BROWSER),
        "page of pairs": client.get(f"/products/{product}/pairs", headers=BROWSER),
        "page of all products": client.get("/products", headers=BROWSER),
    }
    wrong = {name: answer.text for name, answer in asked.items() if answer.status_code not in {200, 201}}
    assert wrong == {}
    return {name: answer.text for name, answer in asked.items()}


def numbers(client: TestClient) -> tuple[int, int]:
    found = client.get(f"{API}/coverage").json()
    return found["people"], found["without_consent"]


def test_a_withdrawal_counts_in_every_way_in_both_processes(processes: list[TestClient]) -> None:
    first, second = processes
    product, person, architect = with_pairs(first)
    plan = first.post(f"{API}/plans", json={"seats": [{"subject": product, "role": "CE_PROJECT"}]}).json()["id"]
    before = [told(client, product) for client in processes]
    shown = {name for name, text in before[0].items() if person in text}
    assert shown >= {"pairs", "file of pairs", "search", "file of a search", "page of the list", "page of pairs"}
    counted = numbers(second)
    name = first.get(f"{API}/experts/{person}").json()["display_name"]
    first.put(f"{API}/experts/{person}/consents/matching", json={"given": False})
    for client in processes:
        after = told(client, product)
        assert [way for way, text in after.items() if person in text] == []
        assert numbers(client) == (counted[0] - 1, counted[1] + 1)
        explained: Any = client.get(f"{API}/products/{product}/pairs/{person}/{architect}/explanation").json()
        assert ([gate["code"] for gate in explained["gate"]], explained["pair"]) == (["no_consent"], None)
        assert name not in client.get(f"{API}/plans/{plan}").text
