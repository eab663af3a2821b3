"""Versions of weights: added, tried out, made current, and never in the way of what was answered before."""

from collections.abc import Callable
from typing import Any

import pytest
from fastapi.testclient import TestClient

from models.vocabulary import AccountRole
from tests.accounts import key_header
from tests.service.administration.conftest import API, OTHER, W1, W2, W2_AT, both, make_current
from tests.service.selection.conftest import signed

Header = dict[str, str]


def ranks(client: TestClient) -> list[tuple[str, float]]:
    answer = client.get(f"{API}/products/P1/recommendations", params={"role": "CE_PROJECT"}).json()
    return [(entry["expert"]["id"], entry["score"]) for entry in answer["items"]]


@both
def test_a_version_is_added_without_answering_and_then_made_current(
    client: TestClient, administrator: Header, add_version: Callable[..., Any]
) -> None:
    before = ranks(client)
    added = add_version()
    assert (added.status_code, added.headers["Location"], added.headers["ETag"]) == (201, W2_AT, '"W1"')
    assert (added.json()["current"], ranks(client)) == (False, before)
    made = make_current(client, administrator)
    assert (made.status_code, made.json()["current"], made.headers["ETag"]) == (200, True, '"W2"')
    assert ranks(client) != before
    listed = client.get(f"{API}/weights", params={"family": "chief_engineer"}).json()["items"]
    assert [(one["version"], one["current"], one["current_version"]) for one in listed] == [("W2", True, "W2"), ("W1", False, "W2")]
    assert listed[1]["weights"]["topical_fit"] == 0.5


def test_every_process_sees_the_change(
    client: TestClient, client_for: Any, settings: Any, administrator: Header, add_version: Callable[..., Any]
) -> None:
    other = client_for(settings)
    before = ranks(other)
    add_version()
    make_current(client, administrator)
    assert ranks(other) == ranks(client) != before


@both
def test_a_dry_run_tells_what_making_it_current_does_and_changes_no_row(
    client: TestClient, administrator: Header, add_version: Callable[..., Any], rows: Callable[[], Any]
) -> None:
    add_version()
    before, stored = ranks(client), rows()
    saved = client.post(f"{W2_AT}/dry-run", headers=administrator).json()
    unsaved = client.post(f"{API}/weights/dry-run", json=OTHER, headers=administrator).json()
    assert (saved, rows()) == (unsaved, stored)
    (told,) = [one for one in saved["changed"] if (one["subject"], one["role"]) == ("P1", "CE_PROJECT")]
    assert {one["role"] for one in saved["changed"]} <= {"CE_PROJECT", "CE_SYSTEM"}
    make_current(client, administrator)
    after = ranks(client)
    assert (told["fitting_before"], told["fitting_after"]) == (len(before), len(after))
    people = [{person for person, _ in found} for found in (before, after)]
    entered, left = people[1] - people[0], people[0] - people[1]
    assert (told["entered_fitting"], told["left_fitting"]) == (len(entered), len(left))
    assert left
    for move in (one for one in told["moves"] if one["after"] and one["after"]["fits"]):
        assert after[move["after"]["place"] - 1][1] == move["after"]["score"]


def test_the_same_weights_change_nothing(client: TestClient, administrator: Header) -> None:
    same = client.get(W1, headers=administrator).json()
    fields = {name: same[name] for name in OTHER}
    found = client.post(f"{API}/weights/dry-run", json=fields, headers=administrator).json()
    assert (found["changed"], found["unchanged"], found["restricted"]) == ([], 4, 0)


def test_who_may_not_read_rankings_sees_places_but_not_whose(client: TestClient, administrator: Header, url: str) -> None:
    both_roles = key_header(url, AccountRole.ADMINISTRATOR, AccountRole.COORDINATOR)
    for header, named in ((administrator, False), (both_roles, True)):
        answer = client.post(f"{API}/weights/dry-run", json=OTHER, headers=header)
        people = {move["expert_id"] for one in answer.json()["changed"] for move in one["moves"]}
        assert (None not in people) is named
        assert ("E2" in answer.text) is named
        assert "Person" not in answer.text


WRONG = [
    ({"weights": {"unheard-of": 1.0}}, "weights"),
    ({"weights": {"depth": 0.4}}, "weights"),
    ({"weights": {}}, "body.weights"),
    ({"weights": {"depth": -1.0, "must_coverage": 2.0}}, None),
    ({"weights": {"system_architecture": 1.0}}, "weights"),
    ({"good": 0.005}, "good"),
    ({"strong": 0.4}, "strong"),
    ({"fits": 0.0}, "fits"),
    ({"tie": 1.0}, "tie"),
    ({"family": "chief"}, "family"),
]


@pytest.mark.parametrize(("change", "field"), WRONG)
def test_wrong_weights_are_refused_by_field(
    client: TestClient, administrator: Header, rows: Callable[[], Any], change: dict[str, Any], field: str | None
) -> None:
    before = rows()
    for address, body in ((f"{API}/weights", W2), (f"{API}/weights/dry-run", OTHER)):
        answer = client.post(address, json={**body, **change}, headers=administrator)
        assert answer.status_code == 422
        assert field is None or any(field.removeprefix("body.") in one["field"] for one in answer.json()["errors"])
    assert rows() == before


def test_a_stale_or_missing_if_match_makes_nothing_current(client: TestClient, administrator: Header, add_version: Any) -> None:
    add_version()
    missing = client.post(f"{W2_AT}/current", json={"reason": "Agreed."}, headers=administrator)
    assert (missing.status_code, make_current(client, administrator, "W0").status_code) == (428, 412)
    assert make_current(client, administrator).status_code == 200
    assert make_current(client, administrator).status_code == 412
    assert make_current(client, administrator, "W2").status_code == 409


def test_a_version_is_added_once(client: TestClient, administrator: Header, add_version: Any) -> None:
    key = {**administrator, "Idempotency-Key": "once"}
    first, again = (client.post(f"{API}/weights", json=W2, headers=key) for _ in range(2))
    assert (first.status_code, again.status_code, again.json()) == (201, 201, first.json())
    assert add_version().status_code == 409


def test_administrators_change_and_coordinators_and_auditors_only_read(client: TestClient, url: str, rows: Callable[[], Any]) -> None:
    allowed = {AccountRole.COORDINATOR: 200, AccountRole.AUDITOR: 200, AccountRole.LEAD: 403}
    for role, status in allowed.items():
        header = key_header(url, role)
        before = rows()
        assert client.get(W1, headers=header).status_code == status
        for address, body in (("", W2), ("/dry-run", OTHER), ("/chief_engineer/W1/dry-run", None), ("/chief_engineer/W1/current", W2)):
            assert client.post(f"{API}/weights{address}", json=body, headers=header).status_code == 403
        assert rows() == before
    assert client.get(W1, headers={"Authorization": ""}).status_code == 401


def test_the_audit_names_versions_and_no_reason(client: TestClient, administrator: Header, add_version: Any) -> None:
    add_version()
    make_current(client, administrator)
    events = client.get(f"{API}/audit", headers=administrator, params={"object_kind": "weights"}).json()["items"]
    assert [(event["action"], event["object_id"], event["details"]) for event in events] == [
        ("weights_added", "chief_engineer:W2", {}),
        ("weights_made_current", "chief_engineer:W2", {"before": "W1"}),
    ]


@both
def test_a_signed_shortlist_keeps_its_answer_and_names_the_change(client: TestClient, administrator: Header, add_version: Any) -> None:
    done = signed(client)
    add_version()
    make_current(client, administrator)
    found = client.get(f"{API}/shortlists/{done['id']}/verification").json()
    assert (found["intact"], found["broken"], found["fingerprint"]) == (True, [], done["fingerprint"])
    drift = {one["what"]: (one["before"], one["after"]) for one in found["drift"] if one["expert_id"] is None}
    assert drift["weights"] == ("W1", "W2")
    assert client.get(f"{API}/shortlists/{done['id']}").json()["entries"] == done["entries"]
