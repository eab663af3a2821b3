"""Whoever says no is matched nowhere from the next request on: lists, counts, explanations, exports, in every process."""

import csv
import io
from collections.abc import Iterator
from contextlib import ExitStack
from typing import Any

import pytest
from fastapi.testclient import TestClient

from models.vocabulary import AccountRole
from tests.accounts import key_header
from tests.applications import running_client
from tests.service.front.command_line.conftest import Run, run
from tests.service.synthetic_world import world_settings

__all__ = ["run"]
LIST = "/api/v1/products/P01/recommendations"
ROLE = {"role": "CE_PROJECT", "everybody": True, "limit": 200}
WORDS = [
    ("consents/matching", {"given": False}, "no_consent"),
    ("stops/objection", {"stopped": True}, "objected"),
    ("stops/restriction", {"stopped": True}, "restricted"),
]


@pytest.fixture
def processes(world_copy: str) -> Iterator[list[TestClient]]:
    """Two servers on one database, each with its own network in memory."""
    with ExitStack() as stack:
        key = key_header(world_copy, AccountRole.COORDINATOR)
        yield [stack.enter_context(running_client(world_settings(world_copy), headers=key)) for _ in range(2)]


def ask(client: TestClient, address: str = LIST) -> Any:
    answer = client.get(address, params=ROLE)
    assert answer.status_code == 200, answer.text
    return answer.json()


def listed(client: TestClient) -> list[str]:
    return [item["expert"]["id"] for item in ask(client)["items"]]


def exported(client: TestClient) -> list[str]:
    text = client.get(f"{LIST}.csv", params={"role": "CE_PROJECT", "everybody": True}).text
    return [row["expert_id"] for row in csv.DictReader(io.StringIO(text.removeprefix("\ufeff")))]


@pytest.mark.parametrize(("word", "body", "reason"), WORDS)
def test_a_no_counts_everywhere_at_once(
    processes: list[TestClient], run: Run, world_copy: str, word: str, body: dict[str, bool], reason: str
) -> None:
    first, second = processes
    person, before = listed(first)[0], ask(second)["counts"]
    assert person in listed(second)
    first.put(f"/api/v1/experts/{person}/{word}", json=body)
    for client in processes:
        counts = ask(client)["counts"]
        assert person not in listed(client)
        assert person not in exported(client)
        assert counts["gated"] == before["gated"] + 1
        assert counts["eligible"] + counts["evidence_missing"] == before["eligible"] + before["evidence_missing"] - 1
        explained = ask(client, f"{LIST}/{person}/explanation")
        assert [gate["code"] for gate in explained["gate"]] == [reason]
        assert (explained["entry"], explained["citations"]) == (None, [])
    assert person not in run("shortlist", "P01", "CE_PROJECT", "--everybody", "--limit", 300, "--json", "--database", world_copy).stdout


def test_a_lifted_objection_lets_matching_go_on(processes: list[TestClient]) -> None:
    first, second = processes
    before = listed(first)
    address = f"/api/v1/experts/{before[0]}/stops/objection"
    first.put(address, json={"stopped": True})
    assert first.put(address, json={"stopped": False}).json() == {"stop": "objection", "stopped": False, "since": None}
    assert listed(second) == before
