"""What is done every day is put into the queue once a day, whoever asks."""

from datetime import UTC, datetime, timedelta

import sqlalchemy as sa
from sqlalchemy.engine import Engine
from sqlmodel import col

from models.database import reading
from models.jobs import Job
from service.kit.jobs.daily import DailyWork
from tests.conftest import both

NOON = datetime(2026, 10, 1, 5, tzinfo=UTC)


def waiting(engine: Engine) -> list[str]:
    with reading(engine) as session:
        return list(session.scalars(sa.select(col(Job.id)).order_by(col(Job.id))))


@both
def test_each_kind_waits_once_a_day(engine: Engine) -> None:
    for now in (NOON, NOON + timedelta(hours=1)):
        for _ in range(2):
            DailyWork(engine, ("a", "b"), lambda now=now: now).enqueue()  # type: ignore[misc]
    assert waiting(engine) == ["a-2026-10-01", "b-2026-10-01"]


def test_the_day_is_that_of_viet_nam(sqlite_engine: Engine) -> None:
    DailyWork(sqlite_engine, ("a",), lambda: datetime(2026, 10, 1, 17, tzinfo=UTC)).enqueue()
    assert waiting(sqlite_engine) == ["a-2026-10-02"]


def test_nothing_daily_asks_nothing_of_the_database(sqlite_engine: Engine) -> None:
    DailyWork(sqlite_engine, (), lambda: NOON).enqueue()
    assert waiting(sqlite_engine) == []
