"""Every write about a person leaves an event, and no event and no log line says who the person is."""

import json

import pytest
from fastapi.testclient import TestClient
from sqlalchemy.engine import Engine

from models.database import reading
from models.vocabulary import AccountRole
from service.audit.verification import verify
from service.kit.settings import Settings
from tests.conftest import ClientFor
from tests.consent_texts import PROOF
from tests.service.people.profiles.conftest import client
from tests.service.people.profiles.people import EXPERTS, add

__all__ = ["client"]
AUDIT = "/api/v1/audit"
SECRETS = ["Zyx-Family", "Qwv-Given", "zyx@mail.example", "Chief of the hidden laboratory", "A title nobody knows", "written by hand"]
NAMES = {"display_name": "Zyx-Family Qwv-Given", "family_name": "Zyx-Family", "given_name": "Qwv-Given", "aliases": ["Zyx-Family"]}
TEXTS = {"email": "zyx@mail.example", "headline": {"en": "Chief of the hidden laboratory"}, "biography": {"vi": "written by hand"}}
ITEM = {"kind": "programme", "language": "en", "title": "A title nobody knows", "text": "written by hand", "source": "written by hand"}


def live(client: TestClient) -> str:
    """Do everything that can be done to a person's record, and return the person's id."""
    person, other, current = add(client, **NAMES, **TEXTS), add(client), {"If-Match": "*"}
    address = f"{EXPERTS}/{person}"
    item = client.post(f"{address}/evidence", json=ITEM).json()["id"]
    tie = client.post(f"{address}/relations", json={"kind": "co_author", "other_expert_id": other, "source": "written by hand"}).json()[
        "id"
    ]
    answers = [
        client.patch(address, json={"headline": {"vi": "written by hand"}, "country": "DE"}, headers=current),
        client.patch(f"{address}/evidence/{item}", json={"text": "written by hand again"}, headers=current),
        client.delete(f"{address}/evidence/{item}", headers=current),
        client.put(f"{address}/consents/matching", json={"given": True, "text_version": "2026-01"} | PROOF),
        client.put(f"{address}/consents/matching", json={"given": False}),
        client.put(f"{address}/stops/objection", json={"stopped": True}),
        client.put(f"{address}/stops/objection", json={"stopped": False}),
        client.put(f"{address}/willingness/CE_PROJECT", json={"willing": True}),
        client.delete(f"{address}/relations/{tie}", headers=current),
    ]
    assert {answer.status_code for answer in answers} <= {200, 204}
    return person


ACTIONS = [
    "expert_created",
    "evidence_added",
    "relation_added",
    "expert_changed",
    "evidence_changed",
    "evidence_removed",
    "consent_given",
    "consent_withdrawn",
    "processing_stopped",
    "processing_resumed",
    "willingness_recorded",
    "relation_removed",
]


def test_every_write_about_a_person_is_an_event(client: TestClient, auditor: dict[str, str], engine: Engine) -> None:
    person = live(client)
    events = client.get(AUDIT, headers=auditor, params={"object_kind": "expert", "object_id": person}).json()["items"]
    assert [event["action"] for event in events] == ACTIONS
    assert {event["actor"] for event in events} == {client.get("/api/v1/me").json()["id"]}
    assert events[3]["details"] == {"fields": ["country", "headline"]}
    with reading(engine) as session:
        assert verify(session).broken is None


def test_no_event_and_no_log_line_says_who_a_person_is(
    client: TestClient, auditor: dict[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    live(client)
    told = json.dumps(client.get(AUDIT, headers=auditor).json(), ensure_ascii=False)
    logged = capsys.readouterr().err
    assert "consent_withdrawn" in told
    assert "/api/v1/experts/{expert_id}" in logged
    assert [secret for secret in [*SECRETS, "a key for tests"] if secret in told or secret in logged] == []


def test_events_are_filtered_and_paged(client: TestClient, auditor: dict[str, str]) -> None:
    live(client)
    first = client.get(AUDIT, headers=auditor, params={"limit": 5}).json()
    rest = client.get(AUDIT, headers=auditor, params={"limit": 100, "cursor": first["next"]}).json()
    assert [event["sequence"] for event in first["items"] + rest["items"]] == list(range(1, first["total"] + 1))
    assert client.get(AUDIT, headers=auditor, params={"action": "expert_created"}).json()["total"] == 2
    assert client.get(AUDIT, headers=auditor, params={"actor": "nobody"}).json()["total"] == 0
    assert client.get(AUDIT, headers=auditor, params={"action": "unheard-of"}).status_code == 422


def test_the_audit_is_guarded_and_cannot_be_written(settings: Settings, client_for: ClientFor) -> None:
    client = client_for(settings, role=AccountRole.AUDITOR)
    assert client.post(AUDIT, json={}).status_code == 405
    assert client.get(AUDIT).status_code == 200
    assert client_for(settings).get(AUDIT).status_code == 403
    assert client_for(settings, role=None).get(AUDIT).status_code == 401
