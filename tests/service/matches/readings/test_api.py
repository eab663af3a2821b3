"""A coordinator confirms or rejects a reading with one request; a person may lower their own, and asks for more."""

from typing import Any

import sqlalchemy as sa
from fastapi.testclient import TestClient
from sqlalchemy.engine import Engine
from sqlmodel import col

from models.audit import AuditEvent
from models.database import reading
from models.vocabulary import AccountRole
from tests.service.selection.conftest import API, Act, act, client, kind, settings, url, world

__all__ = ["act", "client", "kind", "settings", "url", "world"]
PERSON = "E2"
READINGS = f"{API}/experts/{PERSON}/readings"


def readings(client: TestClient) -> dict[str, dict[str, Any]]:
    """Return the capabilities that were read of the first item, by id."""
    (first, *_) = client.get(READINGS).json()["items"]
    return {one["capability"]["id"]: one for one in first["readings"] if one["capability"]}


def judge(client: TestClient, verdict: str, **fields: Any) -> dict[str, Any]:
    word = {"evidence": f"{PERSON}-01", "matter": "capability", "verdict": verdict, **fields}
    answer = client.post(f"{READINGS}/judgements", json=word)
    assert answer.status_code == 201, answer.text
    body: dict[str, Any] = answer.json()
    return body


def reject_everywhere(client: TestClient, capability: str) -> int:
    """Reject a capability in every item, and return in how many."""
    items = client.get(READINGS).json()["items"]
    for item in items:
        judge(client, "rejected", capability=capability, evidence=item["evidence"])
    return len(items)


def explained(client: TestClient) -> dict[str, Any]:
    answer = client.get(f"{API}/products/P1/recommendations/{PERSON}/explanation", params={"role": "CE_PROJECT"})
    assert answer.status_code == 200, answer.text
    body: dict[str, Any] = answer.json()
    return body


def states(client: TestClient) -> dict[str, str]:
    return {group["capabilities"][0]["id"]: group["state"] for group in explained(client)["entry"]["groups"]}


def test_a_confirmation_counts_in_the_next_answer_and_can_be_taken_back(client: TestClient, act: Act) -> None:
    act(AccountRole.COORDINATOR)
    assert states(client)["sensing"] != "confirmed"
    made = judge(client, "confirmed", capability="sensing")
    assert (made["waiting"], made["by_person"]) == (False, False)
    assert states(client)["sensing"] == readings(client)["sensing"]["state"] == "confirmed"
    assert "Confirmed by a coordinator on 1 Oct 2026: sensing." in [line["en"] for line in explained(client)["lines"]]
    assert "Đã được điều phối viên xác nhận ngày 01/10/2026: năng lực sensing." in [line["vi"] for line in explained(client)["lines"]]
    assert client.delete(f"{READINGS}/judgements/{made['id']}").status_code == 204
    assert states(client)["sensing"] != "confirmed"


def test_what_is_rejected_is_gone_from_every_answer(client: TestClient, act: Act, world: Engine) -> None:
    act(AccountRole.COORDINATOR)
    judge(client, "confirmed", capability="sensing")
    everywhere = reject_everywhere(client, "sensing")
    assert states(client)["sensing"] == "missing"
    with reading(world) as session:
        events = session.scalars(sa.select(AuditEvent).where(col(AuditEvent.action) == "reading_judged")).all()
    assert [event.details["verdict"] for event in events] == ["confirmed", *["rejected"] * everywhere]


def test_a_person_lowers_at_once_and_what_they_raise_waits(client: TestClient, act: Act) -> None:
    act(AccountRole.COORDINATOR)
    before = states(client)
    act(AccountRole.EXPERT, expert_id=PERSON)
    asked = judge(client, "confirmed", capability="sensing")
    assert asked["waiting"]
    lowered = judge(client, "rejected", capability="control")
    assert (lowered["waiting"], lowered["by_person"]) == (False, True)
    reject_everywhere(client, "control")
    act(AccountRole.COORDINATOR)
    assert states(client) == {**before, "control": "missing"}
    assert readings(client)["sensing"]["waiting"] == asked["id"]
    judge(client, "confirmed", capability="sensing")
    assert states(client)["sensing"] == "confirmed"
    assert readings(client)["sensing"]["waiting"] is None


def test_a_person_does_not_undo_what_a_coordinator_decided(client: TestClient, act: Act) -> None:
    act(AccountRole.COORDINATOR)
    made = judge(client, "rejected", capability="sensing")
    act(AccountRole.EXPERT, expert_id=PERSON)
    assert client.delete(f"{READINGS}/judgements/{made['id']}").status_code == 403


def test_a_decision_names_a_capability_exactly_where_it_is_about_one(client: TestClient, act: Act) -> None:
    act(AccountRole.COORDINATOR)
    for fields in ({"matter": "capability"}, {"matter": "led", "capability": "sensing"}, {"matter": "capability", "capability": "x"}):
        answer = client.post(f"{READINGS}/judgements", json={"evidence": f"{PERSON}-01", "verdict": "rejected", **fields})
        assert answer.status_code == 422, answer.text
        assert [error["field"] for error in answer.json()["errors"]] == ["capability"]


def test_the_export_of_a_person_says_what_was_decided(client: TestClient, act: Act) -> None:
    act(AccountRole.COORDINATOR)
    judge(client, "rejected", matter="led")
    (row,) = client.get(f"{API}/experts/{PERSON}/access-export.json").json()["reading_judgements"]
    assert (row["evidence_id"], row["matter"], row["verdict"]) == (f"{PERSON}-01", "led", "rejected")
