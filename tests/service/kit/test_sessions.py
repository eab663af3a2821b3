"""Commit before the answer: what a caller was told is done is stored, and what failed is told as failed."""

from datetime import UTC, datetime

import pytest
import sqlalchemy as sa
from fastapi import APIRouter
from fastapi.testclient import TestClient
from sqlalchemy.engine import Engine
from sqlmodel import Session, col

from models.database import reading
from models.jobs import Job
from service.kit.sessions import Reading, Writing
from service.kit.settings import Settings
from tests.conftest import ClientFor

router = APIRouter()


@router.post("/twins")
def write_the_same_twice(session: Writing) -> dict[str, str]:
    for _ in range(2):
        values = {"id": "twin", "kind": "k", "created_at": datetime(2026, 1, 1, tzinfo=UTC)}
        session.execute(sa.insert(Job).values(**values))
    return {"done": "yes"}


@router.post("/late")
def fail_at_commit(session: Writing) -> dict[str, str]:
    @sa.event.listens_for(session, "before_commit", once=True)
    def _full_disk(_session: Session) -> None:
        raise OSError("disk full")

    session.add(Job(id="late", kind="k", created_at=datetime(2026, 1, 1, tzinfo=UTC)))
    return {"done": "yes"}


@router.post("/sneaky")
def write_through_a_reading_session(session: Reading) -> dict[str, str]:
    session.add(Job(id="sneaky", kind="k", created_at=datetime(2026, 1, 1, tzinfo=UTC)))
    session.flush()
    return {"done": "yes"}


@pytest.fixture
def writing_client(settings: Settings, client_for: ClientFor) -> TestClient:
    return client_for(settings, router)


def test_a_commit_that_fails_is_not_answered_as_done(writing_client: TestClient, engine: Engine) -> None:
    answer = writing_client.post("/late")
    assert answer.status_code == 500
    assert stored(engine) == []


def test_a_broken_constraint_is_a_conflict_and_leaves_nothing_behind(writing_client: TestClient, engine: Engine) -> None:
    answer = writing_client.post("/twins")
    assert (answer.status_code, answer.json()["code"]) == (409, "contradicts_stored")
    assert "INSERT" not in answer.text
    assert stored(engine) == []


def test_a_reading_session_cannot_write(writing_client: TestClient, engine: Engine) -> None:
    assert writing_client.post("/sneaky").status_code >= 500
    assert stored(engine) == []


def stored(engine: Engine) -> list[str]:
    with reading(engine) as session:
        return list(session.scalars(sa.select(col(Job.id))))
