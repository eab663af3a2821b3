"""Versions of the eligibility rules: tried out, added, in force from their day on, and never changed."""

from collections.abc import Callable
from typing import Any

import pytest
from fastapi.testclient import TestClient
from sqlalchemy.engine import Engine

from models.database import reading
from models.rules import EligibilityRule
from models.vocabulary import RoleCode
from tests.service.administration.conftest import API, both
from tests.service.selection.conftest import signed

Header = dict[str, str]
SETS = f"{API}/rule-sets"
WORDS = {"vi": "một phép thử", "en": "a test"}
# Everybody led one programme with real effect, on two sectors, and has a position since 2010.
STRICTER = {"based_on": "NEW", "changes": [{"rule": "R-LED", "role": "CE_PROJECT", "minimum": 9, "clause": WORDS}]}
NEXT = {**STRICTER, "version": "NEXT", "valid_from": "2026-10-01", "source": WORDS, "sureness": WORDS, "reason": "To test."}


def counts(client: TestClient) -> dict[str, int]:
    answer = client.get(f"{API}/products/P1/recommendations", params={"role": "CE_PROJECT"}).json()
    return {**answer["counts"], "rule_set": answer["model"]["rule_set"]}


@both
def test_a_dry_run_tells_who_ceases_to_be_eligible_and_changes_no_row(
    client: TestClient, administrator: Header, rows: Callable[[], Any]
) -> None:
    before, stored = counts(client), rows()
    unsaved = client.post(f"{SETS}/dry-run", json=STRICTER, headers=administrator).json()
    assert rows() == stored
    (told,) = [one for one in unsaved["changed"] if one["subject"] == "P1"]
    assert {one["role"] for one in unsaved["changed"]} == {"CE_PROJECT"}
    assert client.post(SETS, json=NEXT, headers=administrator).status_code == 201
    after = counts(client)
    assert (told["became_eligible"], told["ceased_eligible"]) == (0, before["eligible"] - after["eligible"])
    assert (told["ceased_eligible"] > 0, before["rule_set"], after["rule_set"]) == (True, "NEW", "NEXT")
    same = client.post(f"{SETS}/NEXT/dry-run", headers=administrator).json()
    back = client.post(f"{SETS}/NEW/dry-run", headers=administrator).json()
    assert same["changed"] == []
    assert {one["became_eligible"] for one in back["changed"] if one["subject"] == "P1"} == {told["ceased_eligible"]}


@both
def test_a_version_copies_what_is_not_changed_and_leaves_the_other_alone(client: TestClient, administrator: Header, world: Engine) -> None:
    def stored(version: str) -> dict[str, Any]:
        items = client.get(f"{API}/rules", params={"version": version, "role": "CE_PROJECT"}).json()["items"]
        return {one["id"]: {name: value for name, value in one.items() if name != "rule_set"} for one in items}

    before = stored("NEW")
    assert client.post(SETS, json=NEXT, headers=administrator).status_code == 201
    after = stored("NEXT")
    assert stored("NEW") == before
    assert after.pop("R-LED") == {**before.pop("R-LED"), "minimum": 9, "clause": WORDS}
    assert after == before
    with reading(world) as session:
        assert session.get_one(EligibilityRule, ("NEXT", "R-LED", RoleCode.CE_SYSTEM)).minimum == 2


def test_a_version_of_a_later_day_waits_for_it(client: TestClient, administrator: Header) -> None:
    before = counts(client)
    assert client.post(SETS, json={**NEXT, "valid_from": "2027-01-01"}, headers=administrator).status_code == 201
    assert counts(client) == before
    listed = client.get(SETS, headers=administrator).json()["items"]
    assert {one["version"]: one["valid_from"] for one in listed}["NEXT"] == "2027-01-01"
    again = client.post(SETS, json={**NEXT, "version": "NEXT-2"}, headers=administrator)
    assert (again.status_code, again.json()["errors"][0]["field"]) == (422, "valid_from")


CHANGE: dict[str, Any] = STRICTER["changes"][0]  # type: ignore[assignment]
WRONG = [
    ({"based_on": "NONE"}, "based_on"),
    ({"changes": [{**CHANGE, "rule": "R-NONE"}]}, "changes"),
    ({"changes": [{**CHANGE, "role": "CA_PROVINCE"}]}, "changes"),
    ({"changes": [CHANGE, CHANGE]}, "changes"),
    ({"changes": [{**CHANGE, "minimum": -1}]}, "minimum"),
    ({"changes": []}, "changes"),
    ({"valid_from": "2026-09-30"}, "valid_from"),
    ({"valid_from": "soon"}, "valid_from"),
    ({"source": {"vi": "", "en": "a"}}, "source"),
]


@pytest.mark.parametrize(("change", "field"), WRONG)
def test_a_wrong_version_is_refused_by_field(
    client: TestClient, administrator: Header, rows: Callable[[], Any], change: dict[str, Any], field: str
) -> None:
    before = rows()
    answer = client.post(SETS, json={**NEXT, **change}, headers=administrator)
    assert (answer.status_code, rows() == before) == (422, True)
    assert any(field in one["field"] for one in answer.json()["errors"])


def test_a_version_is_added_once(client: TestClient, administrator: Header) -> None:
    key = {**administrator, "Idempotency-Key": "once"}
    first, again = (client.post(SETS, json=NEXT, headers=key) for _ in range(2))
    assert (first.status_code, again.status_code, again.json()) == (201, 201, first.json())
    assert client.post(SETS, json=NEXT, headers=administrator).status_code == 409
    events = client.get(f"{API}/audit", headers=administrator, params={"object_kind": "rules"}).json()["items"]
    assert [(event["action"], event["details"]) for event in events] == [("rules_added", {"based_on": "NEW", "changes": 1})]


def test_only_administrators_add_rules(client: TestClient, rows: Callable[[], Any]) -> None:
    before = rows()
    for address, body in (("", NEXT), ("/dry-run", STRICTER), ("/NEW/dry-run", None)):
        assert client.post(f"{SETS}{address}", json=body).status_code == 403
    assert (client.get(SETS).status_code, rows() == before) == (200, True)


def test_a_signed_shortlist_keeps_its_answer_and_names_the_change(client: TestClient, administrator: Header) -> None:
    done = signed(client)
    client.post(SETS, json=NEXT, headers=administrator)
    found = client.get(f"{API}/shortlists/{done['id']}/verification").json()
    drift = {one["what"]: (one["before"], one["after"]) for one in found["drift"] if one["expert_id"] is None}
    assert (found["intact"], found["broken"], drift["rule_set"]) == (True, [], ("NEW", "NEXT"))
    assert client.get(f"{API}/shortlists/{done['id']}").json()["entries"] == done["entries"]
