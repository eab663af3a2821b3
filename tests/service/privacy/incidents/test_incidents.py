"""Breaches have 72 hours."""

from datetime import timedelta

from fastapi.testclient import TestClient

from models.vocabulary import AccountRole
from service.kit.actor import present
from service.kit.settings import Settings
from tests.conftest import ClientFor
from tests.service.front.command_line.conftest import Run, run
from tests.service.people.profiles.conftest import client
from tests.service.people.profiles.people import EXPERTS, MOMENT, add, wrong_fields

__all__ = ["client", "run"]
INCIDENTS = "/api/v1/incidents"
WHAT = {"description": "A laptop with an export was lost.", "people": 12, "noticed_at": "2026-10-01T07:00:00+07:00"}


def test_the_clock_runs_from_the_notice_and_stops_with_the_notification(client: TestClient, auditor: dict[str, str]) -> None:
    recorded = client.post(INCIDENTS, json=WHAT).json()
    assert (recorded["noticed_at"], recorded["notify_by"], recorded["overdue"]) == ("2026-10-01T00:00:00Z", "2026-10-04T00:00:00Z", False)
    client.app.dependency_overrides[present] = lambda: MOMENT + timedelta(days=3)  # type: ignore[attr-defined]
    assert client.get(INCIDENTS).json()["items"][0]["overdue"] is True
    notified = client.post(f"{INCIDENTS}/{recorded['id']}/notice", json={"notified_to": "A05"})
    assert (notified.json()["overdue"], notified.json()["notified_to"]) == (False, "A05")
    assert client.post(f"{INCIDENTS}/{recorded['id']}/notice", json={"notified_to": "A05"}).status_code == 409
    events = client.get("/api/v1/audit", headers=auditor, params={"object_kind": "incident"}).json()["items"]
    assert [event["details"] for event in events] == [{"people": 12}, {"in_time": False}]


def test_a_wrong_breach_is_refused(client: TestClient) -> None:
    assert wrong_fields(client.post(INCIDENTS, json=WHAT | {"noticed_at": "2026-10-02T00:00:00Z"})) == ["noticed_at"]
    assert wrong_fields(client.post(INCIDENTS, json=WHAT | {"noticed_at": "2026-10-01T00:00:00"})) == ["noticed_at"]
    assert wrong_fields(client.post(INCIDENTS, json={"people": -1})) == ["description", "people"]
    assert client.post(f"{INCIDENTS}/unknown/notice", json={"notified_to": "A05"}).status_code == 404


def test_the_command_lists_what_is_to_be_notified(client: TestClient, database_url: str, run: Run) -> None:
    assert "Nothing is to be notified." in run("incidents", "due", "--database", database_url).stderr
    recorded = client.post(INCIDENTS, json=WHAT).json()["id"]
    assert recorded in run("incidents", "due", "--database", database_url).stdout


def test_whom_a_breach_touches_is_listed_with_the_letter_and_told_once(
    client: TestClient, settings: Settings, client_for: ClientFor, auditor: dict[str, str]
) -> None:
    incident = client.post(INCIDENTS, json=WHAT).json()["id"]
    address = f"{INCIDENTS}/{incident}/people"
    first, second = add(client, languages=["vi"]), add(client, languages=["en"])
    assert wrong_fields(client.post(address, json={"expert_ids": [first, "E999999"]})) == ["expert_ids"]
    client.post(address, json={"expert_ids": [first]})
    listed = client.post(address, json={"expert_ids": [first, second]}).json()
    letters = {one["expert_id"]: one["body"] for one in listed}
    assert ("A laptop with an export was lost." in letters[first], "Kính gửi" in letters[first]) == (True, True)
    assert ("Dear" in letters[second], "/profile/requests" in letters[second]) == (True, True)
    assert [client.post(f"{address}/{first}/told").status_code for _ in range(2)] == [204, 409]
    assert client.post(f"{address}/{add(client)}/told").status_code == 404
    assert {one["expert_id"]: one["told_at"] is not None for one in client.get(address).json()} == {first: True, second: False}
    assert client.get(f"{EXPERTS}/{first}/access-export.json").json()["incidents"][0]["incident_id"] == incident
    assert client.get(address, headers=auditor).status_code == 200
    assert client_for(settings, role=AccountRole.EXPERT, expert_id=second).get(address).status_code == 403
    client.delete(f"{EXPERTS}/{first}", params={"reason": "mistake"}, headers={"If-Match": "*"})
    assert first not in str(client.get(address).json())
