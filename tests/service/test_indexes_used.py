"""What every request and every list of much asks of PostgreSQL finds its rows by an index, as the database itself tells."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Engine
from sqlmodel import Session, col

from models.audit import AuditEvent
from models.database import make_engine, reading
from models.experts import Expert
from models.jobs import PersonReading
from service.audit.queries import events_about
from service.identity.access.credentials import of_key, of_session
from service.kit.jobs.queue import Queue
from service.matches.network import readings
from service.people.profiles.reader import read_changed, read_profiles
from tests.matching.examples import person

NOW = datetime(2026, 10, 1, tzinfo=UTC)
Asking = Callable[[Engine], object]


def _reading(ask: Callable[[Session], object]) -> Asking:
    def asked(engine: Engine) -> None:
        with reading(engine) as session:
            ask(session)

    return asked


ASKED: dict[str, Asking] = {
    "people who changed": _reading(lambda session: read_changed(session, 5)),
    "people by id": _reading(lambda session: read_profiles(session, ["E1", "E2"])),
    "people in the order of their ids": _reading(lambda session: session.scalars(sa.select(col(Expert.id)).order_by(col(Expert.id))).all()),
    "what was read of people": _reading(lambda session: readings.kept(session, "r1", [person("E1")], 5)),
    "one version of readings": _reading(
        lambda session: session.scalars(
            sa.select(col(PersonReading.digest)).where(col(PersonReading.expert_id) == "E1", col(PersonReading.version) == "r1")
        ).all()
    ),
    "events about a person": _reading(lambda session: events_about(session, "E1")),
    "the last events": _reading(
        lambda session: session.scalars(sa.select(col(AuditEvent.sequence)).order_by(col(AuditEvent.sequence).desc()).limit(50)).all()
    ),
    "the next job": lambda engine: Queue(engine, timedelta(seconds=60), clock=lambda: NOW).claim("a"),
    "who asks, by a session": lambda engine: of_session(engine, "a token", NOW, timedelta(hours=1)),
    "who asks, by a key": lambda engine: of_key(engine, "a token", NOW),
}


@pytest.fixture
def database(postgresql_url: str) -> Iterator[Engine]:
    engine = make_engine(postgresql_url)
    yield engine
    engine.dispose()


@pytest.mark.parametrize("what", ASKED)
def test_rows_are_found_by_an_index(database: Engine, what: str) -> None:
    scanned = {line.strip() for plan in plans(database, ASKED[what]) for line in plan if "Seq Scan" in line}
    assert not scanned


def test_a_search_without_an_index_is_noticed(database: Engine) -> None:
    by_country = _reading(lambda session: session.scalars(sa.select(col(Expert.id)).where(col(Expert.family_name) == "x")).all())
    (plan,) = plans(database, by_country)
    assert any("Seq Scan on expert" in line for line in plan)


def plans(database: Engine, ask: Asking) -> list[list[str]]:
    """Return the plans of all statements that ``ask`` makes; a database this empty is told to go through no whole table it need not."""
    asked: list[tuple[str, Any]] = []

    def note(_connection: object, _cursor: object, statement: str, parameters: Any, *_: object) -> None:
        if statement.lstrip().startswith(("SELECT", "UPDATE", "DELETE", "WITH")):
            asked.append((statement, parameters))

    sa.event.listen(database, "before_cursor_execute", note)
    ask(database)
    sa.event.remove(database, "before_cursor_execute", note)
    assert asked
    with database.connect() as connection:
        connection.exec_driver_sql("SET LOCAL enable_seqscan = off")
        return [[row[0] for row in connection.exec_driver_sql(f"EXPLAIN {text}", parameters)] for text, parameters in asked]
