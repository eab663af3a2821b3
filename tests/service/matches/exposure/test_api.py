from typing import Any

import pytest
from fastapi.testclient import TestClient

from tests.service.conftest import shared_both

REPORT = "/api/v1/exposure"
POLICY = {"dimension": "residence", "code": "overseas", "at_least": 2, "first": 3}


def ask(client: TestClient, address: str = REPORT, **parameters: object) -> dict[str, Any]:
    answer = client.get(address, params=parameters)
    assert answer.status_code == 200, answer.text
    body: dict[str, Any] = answer.json()
    return body


@shared_both
def test_the_report_counts_the_places_of_the_lists(world_client: TestClient) -> None:
    found, cells = ask(world_client, first=3), ask(world_client, "/api/v1/coverage")["cells"]
    addresses = [(f"/api/v1/products/{cell['product']['id']}/recommendations", cell["role"]) for cell in cells]
    listed = [entry["expert"]["id"] for address, role in addresses for entry in ask(world_client, address, role=role, limit=3)["items"]]
    assert (found["lists"], found["places"], found["shown"]) == (60, len(listed), len(set(listed)))
    assert found["people"] == ask(world_client, "/api/v1/coverage")["people"]
    assert 0 < found["gini"] < 1
    assert [top["of_people"] for top in found["top"]] == [0.01, 0.1]


def test_small_groups_are_hidden_and_the_yardstick_names_its_source(world_client: TestClient) -> None:
    found = ask(world_client)
    assert any(one["people"] is None for one in found["countries"])
    assert all(one["people"] is None or one["people"] >= found["smallest_shown"] for one in found["countries"])
    assert "29 CFR 1607.4D" in found["yardstick"]["en"]
    assert {one["code"] for one in found["residence"]} == {"domestic", "overseas"}


def test_a_policy_shows_its_cost_and_leaves_the_list_alone(world_client: TestClient) -> None:
    address = "/api/v1/products/P01/recommendations"
    before = ask(world_client, address, role="CE_PROJECT", limit=200)
    found = ask(world_client, f"{REPORT}/P01/CE_PROJECT/diversity", **POLICY)
    assert sorted(one["id"] for one in found["order"]) == sorted(entry["expert"]["id"] for entry in before["items"])
    scores = {entry["expert"]["id"]: entry["score"] for entry in before["items"]}
    first = [entry["expert"]["id"] for entry in before["items"]][:3]
    lost = sum(scores[one] for one in first) - sum(scores[one["id"]] for one in found["order"][:3])
    assert found["cost"] == pytest.approx(lost, abs=0.001)
    assert ask(world_client, address, role="CE_PROJECT", limit=200) == before


@pytest.mark.parametrize(("change", "field"), [({"at_least": 4}, "at_least"), ({"dimension": "age"}, "dimension"), ({"first": 0}, "first")])
def test_bad_policies_are_refused(world_client: TestClient, change: dict[str, object], field: str) -> None:
    answer = world_client.get(f"{REPORT}/P01/CE_PROJECT/diversity", params={**POLICY, **change})
    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (422, field)
