"""Texts to consent to, and the history of consents that no later word loses."""

from datetime import date

from fastapi.testclient import TestClient
from sqlalchemy.engine import Engine

from models.consents import ConsentText
from models.database import writing
from service.kit.actor import present
from tests.consent_texts import PROOF
from tests.service.conftest import shared_both
from tests.service.people.profiles.conftest import client
from tests.service.people.profiles.people import EXPERTS, MOMENT, add, wrong_fields

__all__ = ["client"]


def in_month(client: TestClient, month: int) -> None:
    client.app.dependency_overrides[present] = lambda: MOMENT.replace(month=month)  # type: ignore[attr-defined]


@shared_both
def test_the_packaged_texts_exist_for_every_purpose_in_both_languages(catalogue_client: TestClient) -> None:
    texts = catalogue_client.get("/api/v1/consent-texts").json()["items"]
    assert {text["purpose"] for text in texts} == {"membership", "matching", "sharing"}
    assert all(len(text["text"][language].split()) > 50 for text in texts for language in ("vi", "en"))
    assert {text["sureness"]["en"] for text in texts} == {"proposed wording, a lawyer confirms it"}
    assert catalogue_client.get("/api/v1/consent-texts", params={"purpose": "sharing"}).json()["total"] == 2


def test_the_newest_text_is_listed_first_and_the_last_one_covers_papers_from_the_beginning(catalogue_client: TestClient) -> None:
    for purpose in ("membership", "matching", "sharing"):
        texts = catalogue_client.get("/api/v1/consent-texts", params={"purpose": purpose}).json()["items"]
        begun = [text["valid_from"] for text in texts]
        assert begun == sorted(begun, reverse=True)
        assert begun[-1] <= PROOF["given_on"]


def test_no_earlier_consent_is_lost(client: TestClient) -> None:
    address = f"{EXPERTS}/{add(client)}"
    client.put(f"{address}/consents/matching", json={"given": True, "text_version": "2026-01"} | PROOF)
    in_month(client, 11)
    client.put(f"{address}/consents/matching", json={"given": False})
    in_month(client, 12)
    client.put(f"{address}/consents/matching", json={"given": True, "text_version": "2026-02"} | PROOF)
    periods = client.get(f"{address}/consents").json()["items"]
    assert [tuple(period.values())[:5] for period in periods] == [
        ("matching", "2026-01", "2026-10-01T08:30:00Z", "2026-11-01T08:30:00Z", "2026-12-01T08:30:00Z"),
        ("matching", "2026-02", "2026-12-01T08:30:00Z", None, None),
    ]


def test_nobody_can_consent_to_a_text_that_does_not_exist(client: TestClient) -> None:
    address = f"{EXPERTS}/{add(client)}/consents/matching"
    assert wrong_fields(client.put(address, json={"given": True, "text_version": "1999-01"} | PROOF)) == ["text_version"]
    in_month(client, 1)
    client.app.dependency_overrides[present] = lambda: MOMENT.replace(year=2025)  # type: ignore[attr-defined]
    early = {"given": True, "text_version": "2026-01"} | PROOF | {"given_on": "2025-09-30"}
    assert wrong_fields(client.put(address, json=early)) == ["text_version"]


def test_a_text_that_was_not_in_use_then_is_answered_with_the_one_that_was(client: TestClient, engine: Engine) -> None:
    with writing(engine) as session:
        newer = {**session.get_one(ConsentText, ("matching", "2026-01")).model_dump(), "version": "2026-09", "valid_from": date(2026, 9, 1)}
        session.add(ConsentText(**newer))
    answer = client.put(f"{EXPERTS}/{add(client)}/consents/matching", json={"given": True, "text_version": "2026-09"} | PROOF)
    assert wrong_fields(answer) == ["text_version"]
    assert "15 Jan 2026: then it was 2026-0" in answer.text


def test_the_history_of_somebody_unknown_is_not_found(client: TestClient) -> None:
    assert client.get(f"{EXPERTS}/E999999/consents").status_code == 404
