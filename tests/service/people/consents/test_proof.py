"""The consent of somebody else is recorded with what shows it; one's own word needs nothing, and invented people need nothing."""

from collections.abc import Callable
from typing import Any

import pytest
from fastapi.testclient import TestClient
from sqlalchemy.engine import Engine

from models.vocabulary import AccountRole
from service.kit.settings import Settings
from tests.accounts import key_header
from tests.consent_texts import PROOF
from tests.service.people.documents.test_api import hand_in
from tests.service.people.profiles.conftest import client
from tests.service.people.profiles.people import EXPERTS, add, wrong_fields

__all__ = ["client"]
GIVEN = {"given": True, "text_version": "2026-01"}


def consent(client: TestClient, expert: str, **headers: str) -> dict[str, Any]:
    (period,) = client.get(f"{EXPERTS}/{expert}/consents", headers=headers).json()["items"]
    return {name: period[name] for name in ("given_on", "means", "document", "document_id")}


@pytest.mark.parametrize("missing", ["document", "given_on", "means"])
def test_what_is_missing_is_named(client: TestClient, missing: str) -> None:
    address = f"{EXPERTS}/{add(client)}/consents/matching"
    shown = {name: value for name, value in PROOF.items() if name != missing}
    assert wrong_fields(client.put(address, json=GIVEN | shown)) == [missing]


@pytest.mark.parametrize(
    ("wrong", "value"), [("given_on", "2026-10-02"), ("given_on", "0201-01-15"), ("means", "own_account"), ("document_id", "D0")]
)
def test_what_cannot_be_is_refused(client: TestClient, wrong: str, value: str) -> None:
    address = f"{EXPERTS}/{add(client)}/consents/matching"
    assert wrong_fields(client.put(address, json=GIVEN | PROOF | {wrong: value})) == [wrong]


def test_the_proof_is_kept(client: TestClient) -> None:
    expert = add(client)
    assert client.put(f"{EXPERTS}/{expert}/consents/matching", json=GIVEN | PROOF).status_code == 200
    assert consent(client, expert) == PROOF | {"document_id": None}


def test_a_paper_that_was_handed_in_is_a_document(client: TestClient) -> None:
    expert, other = add(client), add(client)
    paper = hand_in(client, expert, purpose="consent").json()["id"]
    shown = {**PROOF, "document": "", "document_id": paper}
    assert wrong_fields(client.put(f"{EXPERTS}/{other}/consents/matching", json=GIVEN | shown)) == ["document_id"]
    assert client.put(f"{EXPERTS}/{expert}/consents/matching", json=GIVEN | shown).status_code == 200
    assert consent(client, expert)["document_id"] == paper
    assert client.delete(f"{EXPERTS}/{expert}/documents/{paper}").status_code == 409


def test_ones_own_word_needs_no_proof(client: TestClient, settings: Settings) -> None:
    expert = add(client)
    own = key_header(settings.database_url, AccountRole.EXPERT, expert_id=expert)
    assert client.put(f"{EXPERTS}/{expert}/consents/matching", json=GIVEN, headers=own).status_code == 200
    assert consent(client, expert, **own) == {"given_on": "2026-10-01", "means": "own_account", "document": "", "document_id": None}


def test_invented_people_need_no_proof(client: TestClient, engine: Engine, mark_synthetic: Callable[[Engine], None]) -> None:
    expert = add(client)
    mark_synthetic(engine)
    assert client.put(f"{EXPERTS}/{expert}/consents/matching", json=GIVEN).status_code == 200
