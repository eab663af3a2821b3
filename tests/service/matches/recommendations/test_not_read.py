"""Whose record waits to be read is counted apart, and stands among the others after the job."""

import pytest
import sqlalchemy as sa
from fastapi.testclient import TestClient
from sqlalchemy.engine import Engine
from sqlmodel import col

from models.database import reading
from models.jobs import Job
from models.vocabulary import AccountRole
from service.matches.network.live import READ_AT_ONCE
from service.people.profiles.changes import READ_PEOPLE
from tests.consent_texts import PROOF
from tests.service.matches.network.conftest import read_everybody
from tests.service.people.profiles.people import EXPERTS, ITEM, add
from tests.service.selection.conftest import API, Act, act, client, kind, settings, url, world

__all__ = ["act", "client", "kind", "settings", "url", "world"]


@pytest.fixture
def coordinator(client: TestClient, act: Act) -> TestClient:
    """A client whose process knows the network already."""
    act(AccountRole.COORDINATOR)
    assert counted(client) == (6, 0)
    return client


def counted(client: TestClient) -> tuple[int, int]:
    """Return how many people were considered, and how many of them are not read."""
    counts = client.get(f"{API}/products/P1/recommendations", params={"role": "CE_PROJECT"}).json()["counts"]
    return counts["considered"], counts["not_read"]


def enter(client: TestClient, number: int) -> list[str]:
    """Add people who consent, with as many items each as a record needs to be judged."""
    people = [add(client, display_name=f"Người mới {position}") for position in range(number)]
    for person in people:
        for title in ("Tàu đo đạc", "Tàu cứu nạn"):
            assert client.post(f"{EXPERTS}/{person}/evidence", json={**ITEM, "title": title}).status_code == 201
        assert client.put(f"{EXPERTS}/{person}/consents/matching", json={"given": True, "text_version": "1"} | PROOF).status_code == 200
    return people


def reason_of(client: TestClient, person: str) -> list[str]:
    explained = client.get(f"{API}/products/P1/recommendations/{person}/explanation", params={"role": "CE_PROJECT"}).json()
    return [one["code"] for one in explained["gate"]]


def test_one_new_person_is_read_with_the_next_request(coordinator: TestClient) -> None:
    (person,) = enter(coordinator, 1)
    assert counted(coordinator) == (7, 0)
    assert "not_read" not in reason_of(coordinator, person)


def test_many_at_once_wait_for_the_job_that_was_asked_for(coordinator: TestClient, world: Engine) -> None:
    people = enter(coordinator, READ_AT_ONCE + 1)
    assert counted(coordinator) == (6 + len(people), len(people))
    assert reason_of(coordinator, people[0]) == ["not_read"]
    with reading(world) as session:
        assert list(session.scalars(sa.select(col(Job.kind)))) == [READ_PEOPLE]
    assert read_everybody(world)[1] == len(people)
    assert counted(coordinator) == (6 + len(people), 0)


def test_a_new_person_without_evidence_is_asked_to_be_read_too(coordinator: TestClient, world: Engine) -> None:
    add(coordinator)
    with reading(world) as session:
        assert list(session.scalars(sa.select(col(Job.kind)))) == [READ_PEOPLE]
