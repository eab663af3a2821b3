"""What a service may take of PostgreSQL."""

from collections.abc import Callable, Iterator

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Engine
from sqlalchemy.exc import OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from models.database import Limits, make_engine, reading, writing
from service.kit.settings import Settings

LIMITS = Limits(connections=1, more_connections=1, connection_seconds=0.01, statement_seconds=0.05, lock_seconds=0.02)
MakeEngine = Callable[[Limits], Engine]


@pytest.fixture
def limited(postgresql_url: str) -> Iterator[MakeEngine]:
    made: list[Engine] = []

    def make(limits: Limits) -> Engine:
        made.append(make_engine(postgresql_url, limits=limits))
        return made[-1]

    yield make
    for engine in made:
        engine.dispose()


def test_who_finds_all_connections_busy_waits_no_longer_than_that(limited: MakeEngine) -> None:
    engine = limited(LIMITS)
    with engine.connect(), engine.connect(), pytest.raises(PoolTimeoutError):
        engine.connect()


def test_a_statement_that_takes_too_long_is_ended(limited: MakeEngine) -> None:
    with reading(limited(LIMITS)) as session, pytest.raises(OperationalError, match="statement timeout"):
        session.execute(sa.text("SELECT pg_sleep(60)"))


def test_a_statement_that_waits_too_long_for_a_lock_is_ended(limited: MakeEngine) -> None:
    engine = limited(LIMITS)
    with engine.begin() as other:
        other.exec_driver_sql("LOCK TABLE job IN ACCESS EXCLUSIVE MODE")
        with pytest.raises(OperationalError, match="lock timeout"), writing(engine) as session:
            session.execute(sa.text("DELETE FROM job"))


def test_limits_outlast_a_transaction_that_was_undone(limited: MakeEngine) -> None:
    engine = limited(LIMITS)
    for _ in range(2):
        with engine.connect() as connection:
            assert connection.scalar(sa.text("SHOW statement_timeout")) == "50ms"
            connection.rollback()


def test_nothing_is_ended_without_limits(postgresql_url: str) -> None:
    engine = make_engine(postgresql_url)
    with engine.connect() as connection:
        assert connection.scalar(sa.text("SHOW statement_timeout")) == "0"
    engine.dispose()


def test_settings_say_what_a_service_takes() -> None:
    chosen = Settings(database_connections=3, database_more_connections=0, statement_seconds=2, lock_seconds=1)
    assert chosen.database_limits == Limits(3, 0, 15.0, 2, 1)


def test_sqlite_knows_no_limits() -> None:
    engine = make_engine("sqlite://", limits=LIMITS)
    with engine.connect() as connection:
        assert connection.scalar(sa.text("SELECT 1")) == 1
    engine.dispose()
