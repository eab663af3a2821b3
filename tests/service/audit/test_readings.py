"""Whatever hands out people in bulk is recorded before it leaves: who, what for, and whose data, without what was asked for."""

from typing import Any

import pytest
from fastapi.testclient import TestClient

from models.vocabulary import AccountRole
from tests.accounts import key_header
from tests.conftest import ClientFor
from tests.service.synthetic_world import world_settings

SUBJECT = "/api/v1/products/P01"
TEXT = "Large language models for Vietnamese"
EXPORTS: list[tuple[str, str, dict[str, Any] | None, str]] = [
    ("GET", f"{SUBJECT}/recommendations.csv?role=CE_PROJECT", None, "export-CE_PROJECT"),
    ("GET", f"{SUBJECT}/pairs.csv", None, "export-pairs"),
    ("POST", "/api/v1/search/people.csv", {"text": TEXT}, "export-search"),
    ("POST", "/api/v1/search/similar.csv", {"experts": ["E000001"]}, "export-search"),
    ("GET", "/api/v1/coverage.csv", None, "export-coverage"),
]


@pytest.fixture
def client(world_copy: str, client_for: ClientFor) -> TestClient:
    return client_for(world_settings(world_copy))


def read_events(client: TestClient, auditor: dict[str, str]) -> list[dict[str, Any]]:
    """Return every event of people that were read; the world may have been read before it was copied."""
    items: list[dict[str, Any]] = client.get("/api/v1/audit", params={"action": "people_read", "limit": 200}, headers=auditor).json()[
        "items"
    ]
    return items


def test_every_export_is_recorded_with_the_people_in_it(client: TestClient, world_copy: str) -> None:
    auditor = key_header(world_copy, AccountRole.AUDITOR)
    before = {event["sequence"] for event in read_events(client, auditor)}
    for method, address, body, _ in EXPORTS:
        assert client.request(method, address, json=body).status_code == 200, address
    page = client.post("/find/export", data={"text": TEXT, "do": "search"})
    assert page.status_code == 200
    recorded = [event for event in read_events(client, auditor) if event["sequence"] not in before]
    events = [event for event in recorded if event["details"]["purpose"] != "bulk"]  # that many were read is recorded besides
    assert [event["details"]["purpose"] for event in events] == [purpose for *_, purpose in EXPORTS] + ["export-search"]
    assert TEXT not in str(events)
    in_file = {line.split(",")[2] for line in page.text.splitlines()[1:]}
    assert set(events[-1]["details"]["experts"]) == in_file
    assert {event["actor"] for event in events} == {client.get("/api/v1/me").json()["id"]}


@pytest.mark.parametrize("address", ["/api/v1/experts?limit=60", f"{SUBJECT}/recommendations?role=CE_PROJECT&everybody=true&limit=60"])
def test_paging_through_people_is_recorded_like_a_file(client: TestClient, world_copy: str, address: str) -> None:
    auditor = key_header(world_copy, AccountRole.AUDITOR)
    before = {event["sequence"] for event in read_events(client, auditor)}
    shown = client.get(address).json()["items"]
    (event,) = (event for event in read_events(client, auditor) if event["sequence"] not in before)
    ids = {one.get("expert", one)["id"] for one in shown}
    assert (len(ids), event["details"]["purpose"], ids <= set(event["details"]["experts"])) == (60, "bulk", True)
