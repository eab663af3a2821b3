"""What is demanded of a signature where real people are listed: two signers, every condition judged or named, reasons of substance."""

from typing import Any

import pytest
from fastapi.testclient import TestClient
from sqlalchemy.engine import Engine

from models.database import writing
from models.experts import NetworkState
from models.vocabulary import AccountRole
from service.kit.actor import present
from service.kit.settings import Settings
from tests.accounts import key_header
from tests.conftest import ClientFor
from tests.service.selection.conftest import API, NOW, draft, people, sign, version

HUMAN, DECLARED = ("R-LEGAL", "R-QUAL"), ("R-LED", "R-YEARS")


@pytest.fixture
def settings(settings: Settings) -> Settings:
    return settings.model_copy(update={"real_people": "auto"})


def judge(client: TestClient, drafted: dict[str, Any], person: str, *rules: str) -> None:
    for rule in rules:
        about = {"role": "CE_PROJECT", "expert_id": person, "rule": rule, "finding": "met", "reason": "Contract seen.", "document": "HD 7"}
        answer = client.post(f"{API}/requests/{drafted['request_id']}/findings", json={**about, "on_day": "2026-09-30"})
        assert answer.status_code == 201, answer.text


def open_in(drafted: dict[str, Any], **more: str) -> list[dict[str, str]]:
    why = {"reason": "The certificate is on its way.", "document": "CV 12/NIC", **more}
    return [{"role": "CE_PROJECT", "expert_id": person, "rule": rule, **why} for person in people(drafted) for rule in HUMAN]


@pytest.fixture
def drafted(client: TestClient) -> dict[str, Any]:
    """A draft on which what people only declare is judged already."""
    made = draft(client)
    assert {rule for entry in made["entries"] for rule in entry["declared_rules"]} == set(DECLARED)
    for person in people(made):
        judge(client, made, person, *DECLARED)
    return dict(client.get(f"{API}/shortlists/{made['id']}").json())


def test_conditions_are_judged_or_named_with_reason_and_document(client: TestClient, drafted: dict[str, Any]) -> None:
    refused = sign(client, drafted)  # having seen it is not enough
    assert (refused.status_code, "left_open" in refused.json()["detail_en"]) == (409, True)
    for wrong in ({"reason": "."}, {"reason": "- 1 -"}, {"document": ""}):
        assert sign(client, drafted, left_open=open_in(drafted, **wrong)).status_code == 422, wrong
    done = sign(client, drafted, left_open=open_in(drafted))
    assert (done.status_code, done.json()["status"]) == (200, "half_signed")
    assert [one["document"] for one in done.json()["entries"][0]["left_open"]] == ["CV 12/NIC"] * 2
    assert [one["declared_rules"] for one in done.json()["entries"]] == [[]] * len(done.json()["entries"])


def test_what_is_judged_need_not_be_named(client: TestClient, drafted: dict[str, Any]) -> None:
    for person in people(drafted):
        judge(client, drafted, person, *HUMAN)
    assert sign(client, drafted).status_code == 200


def test_what_is_met_by_declaration_alone_cannot_be_signed_over(client: TestClient) -> None:
    made = draft(client)
    refused = sign(client, made, left_open=open_in(made))
    assert (refused.status_code, "Person 2: " in refused.json()["detail_en"]) == (409, True)
    assert "declaration alone" in refused.json()["detail_en"]


@pytest.mark.parametrize("reason", [".", "...", "1", "Ok", "Seen."])
def test_a_reason_has_substance(client: TestClient, drafted: dict[str, Any], reason: str) -> None:
    assert sign(client, drafted, left_open=open_in(drafted), reason=reason).status_code == 422


def test_two_people_sign(client: TestClient, drafted: dict[str, Any], settings: Settings) -> None:
    half = sign(client, drafted, left_open=open_in(drafted)).json()
    client.headers.update(key_header(settings.database_url, AccountRole.COORDINATOR))
    whole = sign(client, half).json()
    assert (whole["status"], whole["seal"] == half["seal"]) == ("signed", False)
    found = client.get(f"{API}/shortlists/{whole['id']}/verification").json()
    assert (found["intact"], found["differs"]) == (True, [])


@pytest.mark.parametrize("how", ["setting", "invented"])
def test_of_invented_people_and_by_setting_one_signature_suffices(
    world: Engine, settings: Settings, client_for: ClientFor, how: str
) -> None:
    if how == "invented":
        with writing(world) as session:
            session.merge(NetworkState(id=1, synthetic=True))
    else:
        settings = settings.model_copy(update={"real_people": "no"})
    client = client_for(settings)
    client.app.dependency_overrides[present] = lambda: NOW  # type: ignore[attr-defined]
    done = sign(client, draft(client))
    assert (done.status_code, done.json()["status"]) == (200, "signed")


def test_announcement_and_signature_are_recorded_in_either_order_and_the_late_one_warns(
    client: TestClient, drafted: dict[str, Any], settings: Settings
) -> None:
    assert [one["en"][:22] for one in drafted["warnings"]] == ["No public announcement"]
    half = sign(client, drafted, left_open=open_in(drafted)).json()
    client.headers.update(key_header(settings.database_url, AccountRole.COORDINATOR))
    assert sign(client, half).status_code == 200
    request = f"{API}/requests/{drafted['request_id']}"
    assert client.get(request).json()["next"] == ["ANNOUNCED", "CANDIDATE_POOL", "ENDED"]
    client.app.dependency_overrides[present] = lambda: NOW.replace(hour=9)  # type: ignore[attr-defined]
    announced = {"to": "ANNOUNCED", "on_day": "2026-10-01", "body": "NIC", "document": "TB 1"}
    late = client.post(f"{request}/steps", json=announced)
    assert (late.status_code, "after a list had been signed" in late.json()["warning"]["en"]) == (201, True)
    assert client.post(f"{request}/steps", json=announced).status_code == 409
    assert client.get(request).json()["state"] == "SHORTLIST"
    assert client.get(f"{API}/shortlists/{drafted['id']}").json()["warnings"] == []


def test_an_announcement_before_the_signature_warns_of_nothing(client: TestClient) -> None:
    made = draft(client)
    step = {"to": "ANNOUNCED", "on_day": "2026-10-01"}
    assert client.post(f"{API}/requests/{made['request_id']}/steps", json=step).json()["warning"] is None
    assert client.get(f"{API}/shortlists/{made['id']}", headers=version(made)).json()["warnings"] == []
