"""The two kinds of session: one that can only read, one that is stored whole or not at all."""

from datetime import UTC, datetime

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Engine
from sqlalchemy.exc import DBAPIError
from sqlmodel import col

from models.database import FIRST_SQLITE_WITHOUT_WAL_RACE, engine_warnings, reading, writing
from models.jobs import Job


def job(name: str) -> Job:
    return Job(id=name, kind="fit", created_at=datetime(2026, 1, 1, tzinfo=UTC))


def names(engine: Engine) -> list[str]:
    with reading(engine) as session:
        return list(session.scalars(sa.select(col(Job.id)).order_by(col(Job.id))))


def test_a_writing_session_is_stored_at_its_end(engine: Engine) -> None:
    with writing(engine) as session:
        session.add(job("a"))
    assert names(engine) == ["a"]


def test_an_error_undoes_the_whole_transaction(engine: Engine) -> None:
    def fail_half_way() -> None:
        with writing(engine) as session:
            session.add(job("a"))
            session.flush()
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail_half_way()
    assert names(engine) == []


def test_a_reading_session_is_refused_a_write_and_the_next_writer_is_not(engine: Engine) -> None:
    with reading(engine) as session:
        session.add(job("a"))
        with pytest.raises(DBAPIError, match=r"readonly|read-only"):
            session.flush()
    with writing(engine) as session:
        session.add(job("b"))
    assert names(engine) == ["b"]


def test_a_reading_session_sees_one_snapshot(engine: Engine) -> None:
    count = sa.select(sa.func.count()).select_from(Job)
    with reading(engine) as session:
        before = session.scalar(count)
        with writing(engine) as other:
            other.add(job("a"))
        assert (before, session.scalar(count)) == (0, 0)
    assert names(engine) == ["a"]


def test_sqlite_is_set_up_to_lose_nothing(sqlite_engine: Engine) -> None:
    wanted = {"foreign_keys": 1, "journal_mode": "wal", "synchronous": 2, "secure_delete": 1}
    with sqlite_engine.connect() as connection:
        assert {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in wanted} == wanted


def test_an_old_sqlite_is_named(sqlite_engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("models.database.sqlite3.sqlite_version_info", (3, 40, 1))
    assert "write-ahead log" in engine_warnings(sqlite_engine)[0]
    monkeypatch.setattr("models.database.sqlite3.sqlite_version_info", FIRST_SQLITE_WITHOUT_WAL_RACE)
    assert engine_warnings(sqlite_engine) == []
