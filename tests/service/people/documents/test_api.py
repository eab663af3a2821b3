"""Documents are handed in, listed, saved and removed by whoever may see the person, and are nothing to everybody else."""

import hashlib
from datetime import date

import pytest
import sqlalchemy as sa
from fastapi.testclient import TestClient
from httpx import Response
from sqlalchemy.engine import Engine

from models.audit import AuditEvent
from models.database import reading
from models.documents import Document
from models.vocabulary import AccountRole
from service.kit.settings import Settings
from tests.accounts import key_header
from tests.conftest import both
from tests.service.people.documents import files
from tests.service.people.profiles.people import EXPERTS, add, wrong_fields


def hand_in(client: TestClient, expert_id: str, name: str = "bằng.pdf", content: bytes = files.PDF, **fields: str) -> Response:
    """Send a file, by default a proof of evidence."""
    sent = {"purpose": "evidence"} | fields
    return client.post(f"{EXPERTS}/{expert_id}/documents", files={"file": (name, content)}, data=sent)


@both
def test_a_document_comes_back_as_it_was_sent(client: TestClient) -> None:
    expert = add(client)
    answer = hand_in(client, expert)
    assert answer.status_code == 201, answer.text
    document = answer.json()
    assert (document["name"], document["media_type"], document["size"]) == ("bằng.pdf", "application/pdf", len(files.PDF))
    assert document["sha256"] == hashlib.sha256(files.PDF).hexdigest()
    assert client.get(f"{EXPERTS}/{expert}/documents").json()["items"] == [document]
    saved = client.get(answer.headers["location"])
    assert saved.content == files.PDF
    assert saved.headers["content-type"] == "application/pdf"
    assert saved.headers["x-content-type-options"] == "nosniff"
    assert saved.headers["content-disposition"] == "attachment; filename=\"b_ng.pdf\"; filename*=UTF-8''b%E1%BA%B1ng.pdf"
    assert client.delete(answer.headers["location"]).status_code == 204
    assert client.get(answer.headers["location"]).status_code == 404


def test_a_cv_has_a_last_day_and_nothing_else_has(client: TestClient) -> None:
    expert = add(client)
    assert hand_in(client, expert, purpose="cv").json()["expires_on"] == date(2026, 10, 31).isoformat()
    assert hand_in(client, expert).json()["expires_on"] is None


@pytest.mark.parametrize(
    ("name", "content", "fields", "wrong"),
    [
        ("a.exe", files.PROGRAM, {}, ["file"]),
        ("a.png", files.PDF, {}, ["file"]),
        ("a.pdf", b"", {}, ["file"]),
        ("a.pdf", files.PDF, {"purpose": "holiday"}, ["purpose"]),
        ("a.pdf", files.PDF, {"purpose": "finding"}, ["request_id"]),
        ("a.pdf", files.PDF, {"request_id": "S1"}, ["request_id"]),
    ],
)
def test_a_wrong_file_is_refused_by_name(client: TestClient, name: str, content: bytes, fields: dict[str, str], wrong: list[str]) -> None:
    expert = add(client)
    assert wrong_fields(hand_in(client, expert, name, content, **fields)) == wrong
    assert client.get(f"{EXPERTS}/{expert}/documents").json()["total"] == 0


def test_a_file_over_the_limit_is_refused(client: TestClient) -> None:
    expert = add(client)
    most = Settings().document_limit_bytes
    assert hand_in(client, expert, content=files.PDF + bytes(most)).status_code == 413
    assert hand_in(client, expert, content=files.PDF.ljust(most)).status_code == 201


def test_the_same_request_twice_keeps_one_document(client: TestClient) -> None:
    expert = add(client)
    client.headers["Idempotency-Key"] = "once"
    first, second = hand_in(client, expert), hand_in(client, expert)
    assert first.json() == second.json()
    assert client.get(f"{EXPERTS}/{expert}/documents").json()["total"] == 1


def test_somebody_elses_documents_are_not_there(client: TestClient, settings: Settings) -> None:
    an, binh = add(client), add(client)
    address = hand_in(client, an).headers["location"]
    own = key_header(settings.database_url, AccountRole.EXPERT, expert_id=an)
    other = key_header(settings.database_url, AccountRole.EXPERT, expert_id=binh)
    lead = key_header(settings.database_url, AccountRole.LEAD)
    assert client.get(address, headers=own).status_code == 200
    assert client.get(address, headers=other).status_code == client.get(f"{EXPERTS}/{an}/documents", headers=other).status_code == 404
    assert client.get(address.replace(an, binh), headers=other).status_code == 404
    assert client.get(address, headers=lead).status_code == 403
    assert client.delete(address, headers=other).status_code == 404


def test_what_was_handed_in_is_recorded_without_its_name(client: TestClient, engine: Engine) -> None:
    expert = add(client)
    document = hand_in(client, expert).json()["id"]
    with reading(engine) as session:
        events = session.scalars(sa.select(AuditEvent).where(AuditEvent.action == "document_added")).all()  # type: ignore[arg-type]
        assert [event.details for event in events] == [{"document": document, "purpose": "evidence"}]
        assert session.get_one(Document, document).uploaded_by == events[0].actor
