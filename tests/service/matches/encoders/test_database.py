from pathlib import Path

import numpy as np
import pytest
import sqlalchemy as sa
import structlog
from sqlalchemy.engine import Engine
from structlog.testing import capture_logs

from models.database import make_engine, reading, writing
from models.jobs import TextVector
from service.matches.encoders.database import DatabaseStore


def rows(count: int) -> dict[str, np.ndarray]:
    return {f"{number:016x}": np.arange(-4, 4, dtype=np.int8) + np.int8(number % 100) for number in range(count)}


def same(found: object, expected: dict[str, np.ndarray]) -> bool:
    assert isinstance(found, dict)
    return found.keys() == expected.keys() and all(np.array_equal(found[name], row) for name, row in expected.items())


def test_what_is_put_is_there_for_another_process(engine: Engine) -> None:
    DatabaseStore(engine, "m").put(rows(2500))
    assert same(DatabaseStore(engine, "m").get([*rows(2500), "f" * 16]), rows(2500))


def test_a_row_stays_as_it_was(engine: Engine) -> None:
    store = DatabaseStore(engine, "m")
    store.put(rows(1))
    store.put({name: row + np.int8(1) for name, row in rows(2).items()})
    assert np.array_equal(store.get(rows(1))["0" * 16], rows(1)["0" * 16])
    assert len(store.get(rows(2))) == 2


def test_models_are_kept_apart(engine: Engine) -> None:
    DatabaseStore(engine, "m").put(rows(1))
    DatabaseStore(engine, "m").put({})
    assert DatabaseStore(engine, "n").get(rows(1)) == {}


def test_it_works_inside_a_session_that_reads(engine: Engine) -> None:
    store = DatabaseStore(engine, "m")
    with reading(engine) as session:
        session.scalars(sa.select(TextVector)).all()
        store.put(rows(3))
        assert len(store.get(rows(3))) == 3


def test_it_waits_for_no_connection_of_the_pool(sqlite_url: str) -> None:
    engine = sa.create_engine(sqlite_url, pool_size=1, max_overflow=0, pool_timeout=0)
    with engine.connect():
        assert DatabaseStore(engine, "m").get(rows(1)) == {}
    engine.dispose()


def test_a_database_that_takes_nothing_breaks_nothing(tmp_path: Path) -> None:
    engine = make_engine(f"sqlite:///{tmp_path / 'without_tables.sqlite3'}")
    structlog.reset_defaults()  # another test may have raised the level
    with capture_logs() as lines:
        DatabaseStore(engine, "m").put(rows(1))
    assert [(line["event"], line["rows"]) for line in lines] == [("vectors not kept", 1)]


def test_the_table_holds_eight_bits_a_component(engine: Engine) -> None:
    DatabaseStore(engine, "m").put(rows(1))
    with writing(engine) as session:
        assert session.get_one(TextVector, ("0" * 16, "m")).vector == bytes([252, 253, 254, 255, 0, 1, 2, 3])


def test_it_does_not_wait_for_the_transaction_whose_work_needs_the_rows(sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("models.database.BUSY_TIMEOUT_MS", 2**31 - 1)  # whoever waited would wait for weeks
    engine = make_engine(sqlite_url)
    with writing(engine) as session:
        session.execute(sa.select(1))  # takes the lock
        DatabaseStore(engine, "m").put(rows(1))
    assert DatabaseStore(engine, "m").get(rows(1)) == {}
    engine.dispose()
