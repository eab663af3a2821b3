"""Whoever is shown fifty people within ten minutes, by whatever address, leaves an event; without one nothing is shown."""

from unittest.mock import Mock

import pytest
import sqlalchemy as sa
from fastapi import APIRouter, Depends
from fastapi.responses import StreamingResponse
from fastapi.testclient import TestClient
from sqlalchemy.engine import Engine
from sqlalchemy.exc import OperationalError
from sqlmodel import col

from models.audit import AuditAction, AuditEvent
from models.database import make_engine, reading
from models.vocabulary import AccountRole
from service.front import bulk_reading
from service.identity.access.viewer import current_viewer
from service.kit.settings import Settings
from tests.conftest import ClientFor


@pytest.fixture
def settings(sqlite_url: str) -> Settings:
    return Settings(database_url=sqlite_url, run_worker=False)


@pytest.fixture
def client(settings: Settings, client_for: ClientFor) -> TestClient:
    """An auditor's client of a service whose addresses show people by number."""
    people = APIRouter(dependencies=[Depends(current_viewer)])
    people.add_api_route("/specimens", lambda first, last: [f"E{number:06d}" for number in range(int(first), int(last) + 1)])
    people.add_api_route("/file", lambda: StreamingResponse(f"E{number:06d},\n" for number in range(1, 101)))
    return client_for(settings, people, role=AccountRole.AUDITOR)


def events(settings: Settings) -> list[tuple[str, str, object]]:
    engine: Engine = make_engine(settings.database_url)
    with reading(engine) as session:
        found = session.scalars(sa.select(AuditEvent).where(col(AuditEvent.action) == AuditAction.PEOPLE_READ.value)).all()
    engine.dispose()
    return [(event.actor, event.details["purpose"], event.details["people"]) for event in found]


def test_pages_of_a_list_are_counted_together(client: TestClient, settings: Settings) -> None:
    me = client.get("/api/v1/me").json()["id"]
    client.get("/specimens?first=1&last=30")
    client.get("/specimens?first=11&last=49")
    assert events(settings) == []
    client.get("/specimens?first=50&last=60")
    client.get("/specimens?first=1&last=900")
    assert events(settings) == [(me, "bulk", 60)]


def test_a_compressed_answer_counts_as_well(client: TestClient, settings: Settings) -> None:
    answer = client.get("/specimens?first=1&last=900")
    assert answer.headers["content-encoding"] == "gzip"
    assert [people for *_, people in events(settings)] == [900]


def test_a_file_in_parts_counts_as_well(client: TestClient, settings: Settings) -> None:
    assert client.get("/file").text.count("E") == 100
    assert [purpose for _, purpose, _ in events(settings)] == ["bulk"]


def test_who_is_not_signed_in_is_nobody_to_record(client: TestClient, settings: Settings) -> None:
    client.headers.pop("Authorization")
    assert len(client.get("/specimens?first=1&last=60").json()) == 60
    assert events(settings) == []


def test_what_cannot_be_recorded_is_not_handed_out(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as full:
        full.setattr(bulk_reading, "_record", Mock(side_effect=OperationalError("", {}, Exception())))
        answer = client.get("/specimens?first=1&last=60")
        assert (answer.status_code, "E000001" in answer.text) == (503, False)
    assert client.get("/specimens?first=1&last=60").status_code == 200
