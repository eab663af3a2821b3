"""A CV that nobody confirmed is forgotten after its last day, and nothing else is."""

from datetime import timedelta

from fastapi.testclient import TestClient
from sqlalchemy.engine import Engine

from service.kit.jobs.worker import JobContext
from service.people.documents.expiring import forget_expired
from tests.service.people.documents.test_api import hand_in
from tests.service.people.profiles.people import EXPERTS, MOMENT, add


def forgotten(engine: Engine, days: int) -> object:
    return forget_expired(JobContext({}, engine, lambda *_: None), lambda: MOMENT + timedelta(days=days))["forgotten"]


def test_a_cv_goes_after_its_last_day(client: TestClient, engine: Engine) -> None:
    expert = add(client)
    hand_in(client, expert, purpose="cv")
    kept = hand_in(client, expert).json()
    assert [forgotten(engine, days) for days in (0, 30, 31, 32)] == [0, 0, 1, 0]
    assert client.get(f"{EXPERTS}/{expert}/documents").json()["items"] == [kept]
