"""National projects: added once, changed as a whole, tried out before, and recommended for at once."""

from collections.abc import Callable
from typing import Any

import pytest
from fastapi.testclient import TestClient

from tests.service.administration.conftest import API, both

Header = dict[str, str]
AT = f"{API}/administration/projects"
WORDS = {"vi": "Trạm cảm biến", "en": "Sensing station"}
N9 = {
    "id": "N9",
    "title": WORDS,
    "brief": {"vi": "Xây trạm.", "en": "To build a station for quantum sensors."},
    "host": "B3",
    "participants": ["B1"],
    "products": ["P1"],
    "starts": "2027-01-01",
    "ends": "2029-01-01",
    "source": WORDS,
    "sureness": WORDS,
    "reason": "To test.",
}


def change(client: TestClient, header: Header, body: dict[str, Any], project: str = "N1") -> Any:
    tag = client.get(f"{AT}/{project}", headers=header).headers["ETag"]
    return client.patch(f"{AT}/{project}", json={**body, "reason": "To test."}, headers={**header, "If-Match": tag})


@both
def test_a_project_is_added_once_and_people_are_proposed_for_it(client: TestClient, administrator: Header) -> None:
    key = {**administrator, "Idempotency-Key": "once"}
    first, again = (client.post(AT, json=N9, headers=key) for _ in range(2))
    assert (first.status_code, again.status_code, again.json()) == (201, 201, first.json())
    assert client.post(AT, json=N9, headers=administrator).status_code == 409
    shown = client.get(f"{API}/projects/N9").json()
    assert (shown["host"]["id"], [one["id"] for one in shown["participants"]]) == ("B3", ["B1"])
    assert client.get(f"{API}/projects/N9/recommendations", params={"role": "CE_PROJECT"}).status_code == 200


@both
def test_a_change_replaces_what_it_names_and_keeps_the_rest(client: TestClient, administrator: Header) -> None:
    before = client.get(f"{AT}/N1", headers=administrator).json()
    after = change(client, administrator, {"products": ["P2"], "participants": ["B1"]})
    assert (after.status_code, after.json()) == (200, {**before, "products": ["P2"], "participants": ["B1"]})
    (told,) = client.get(f"{API}/catalogue-changes", params={"kind": "project"}).json()["items"]
    assert (told["earlier"]["products"], told["earlier"]["participants"]) == (["P1", "P2"], [])
    events = client.get(f"{API}/audit", headers=administrator, params={"object_kind": "project"}).json()["items"]
    assert [(event["action"], event["details"]) for event in events] == [("project_changed", {"fields": ["participants", "products"]})]


def test_bidders_stay_and_still_count(client: TestClient, administrator: Header) -> None:
    before = client.get(f"{API}/projects/N1/recommendations", params={"role": "CE_PROJECT"}).json()["counts"]
    change(client, administrator, {"title": WORDS})
    assert client.get(f"{API}/projects/N1/recommendations", params={"role": "CE_PROJECT"}).json()["counts"] == before


@both
def test_a_dry_run_changes_no_row(client: TestClient, administrator: Header, rows: Callable[[], Any]) -> None:
    before = rows()
    told = client.post(f"{AT}/N1/dry-run", json={"products": ["P2"]}, headers=administrator)
    assert (told.status_code, rows() == before) == (200, True)
    assert {one["subject"] for one in told.json()["changed"]} == {"N1"}


WRONG = [
    ({"products": ["P9"]}, "products"),
    ({"products": []}, "products"),
    ({"host": "B9"}, "host"),
    ({"participants": ["B9"]}, "participants"),
    ({"ends": "2020-01-01"}, ""),
    ({"title": {"vi": "", "en": ""}}, "title"),
]


@pytest.mark.parametrize(("body", "field"), WRONG)
def test_wrong_fields_are_refused(
    client: TestClient, administrator: Header, rows: Callable[[], Any], body: dict[str, Any], field: str
) -> None:
    before = rows()
    for answer in (change(client, administrator, body), client.post(AT, json={**N9, **body}, headers=administrator)):
        assert (answer.status_code, rows() == before) == (422, True)
        assert any(field in one["field"] for one in answer.json()["errors"])


def test_a_stale_state_is_refused_and_others_change_nothing(client: TestClient, administrator: Header, rows: Callable[[], Any]) -> None:
    before = rows()
    body = {"title": WORDS, "reason": "To test."}
    assert client.patch(f"{AT}/N1", json=body, headers={**administrator, "If-Match": '"0"'}).status_code == 412
    assert client.patch(f"{AT}/N1", json=body, headers=administrator).status_code == 428
    assert client.patch(f"{AT}/N1", json=body, headers={"If-Match": "*"}).status_code == 403
    assert client.post(AT, json=N9).status_code == 403
    assert rows() == before
