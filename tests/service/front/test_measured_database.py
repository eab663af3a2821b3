"""Statements, and the wait for a connection, are stages of the request that they are made for."""

from collections.abc import Iterator

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Engine
from sqlalchemy.exc import DBAPIError

from models.database import make_engine
from service.front.measured_database import MeasuredPool, measure_statements
from service.kit.stages import Stages, stage


@pytest.fixture(autouse=True)
def _every_statement_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("service.kit.stages.SHORTEST_KEPT", 0.0)


@pytest.fixture
def measured(database_url: str) -> Iterator[Engine]:
    engine = make_engine(database_url, MeasuredPool)
    measure_statements(engine)
    yield engine
    engine.dispose()


def names(stages: Stages) -> list[tuple[str, int]]:
    return [(one.name, one.within) for one in stages.timed]


def test_a_statement_counts_within_the_stage_that_made_it(measured: Engine) -> None:
    stages = Stages()
    with measured.connect() as connection:
        connection.execute(sa.text("SELECT 1"))  # begins the transaction, which is statements too
        with stages.measured(), stage("inputs"):
            connection.execute(sa.text("SELECT 2"))
    assert names(stages) == [("database", 1), ("inputs", 0)]


def test_a_statement_that_fails_has_taken_its_time_too(measured: Engine) -> None:
    stages = Stages()
    with measured.connect() as connection:
        connection.execute(sa.text("SELECT 1"))
        with stages.measured(), pytest.raises(DBAPIError):
            connection.execute(sa.text("SELECT nothing FROM nowhere"))
    assert names(stages) == [("database", 0)]


def test_to_get_a_connection_is_a_stage(measured: Engine) -> None:
    stages = Stages()
    with stages.measured(), measured.connect():
        pass
    assert "connection" in stages.seconds


def test_outside_of_a_request_statements_are_as_ever(measured: Engine) -> None:
    with measured.connect() as connection:
        assert connection.scalar(sa.text("SELECT 1")) == 1
