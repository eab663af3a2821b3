"""Databases without tables, the kept rows of the first version, and a folder of migrations that a test may add to."""

import base64
import json
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine

from models.database import make_engine
from models.migrations import layout, scripts
from tests.postgresql import PostgreSQL, migrate
from tests.worlds import Load, Worlds

KEPT = Path(__file__).with_name("kept_first.json")
Rows = dict[str, list[dict[str, Any]]]


@pytest.fixture
def empty_sqlite_url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path}/empty.sqlite3"


@pytest.fixture
def empty_postgresql_url(postgresql: PostgreSQL | str) -> Iterator[str]:
    if isinstance(postgresql, str):
        pytest.skip(postgresql)
    with postgresql.database(template="template0") as url:
        yield url


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_engine(request: pytest.FixtureRequest) -> Iterator[Engine]:
    """An engine on a database without any table."""
    engine = make_engine(request.getfixturevalue(f"empty_{request.param}_url"))
    yield engine
    engine.dispose()


@pytest.fixture
def other_empty_engine(empty_engine: Engine, tmp_path: Path, postgresql: PostgreSQL | str) -> Iterator[Engine]:
    """An engine on another database without tables, of the same kind."""
    with ExitStack() as stack:
        sqlite = empty_engine.dialect.name == "sqlite" or isinstance(postgresql, str)
        url = f"sqlite:///{tmp_path}/other.sqlite3" if sqlite else stack.enter_context(postgresql.database(template="template0"))
        engine = make_engine(url)
        yield engine
        engine.dispose()


@pytest.fixture(scope="session")
def kept_rows() -> Rows:
    """Invented rows of every table, as the code of the first migration wrote them."""
    found: Rows = json.loads(KEPT.read_text(encoding="utf-8"))
    return found


@pytest.fixture
def kept(empty_engine: Engine, kept_rows: Rows, worlds: Worlds, tmp_path: Path) -> Iterator[Engine]:
    """An engine on a database of the first migration with the kept rows."""
    yield from _engine_on("kept", lambda url: _keep(url, kept_rows), empty_engine.dialect.name, worlds, tmp_path)


@pytest.fixture
def upgraded(empty_engine: Engine, kept_rows: Rows, worlds: Worlds, tmp_path: Path) -> Iterator[Engine]:
    """An engine on such a database after the upgrade."""
    yield from _engine_on("upgraded", lambda url: _keep_and_upgrade(url, kept_rows), empty_engine.dialect.name, worlds, tmp_path)


def _engine_on(name: str, make: Load, kind: str, worlds: Worlds, folder: Path) -> Iterator[Engine]:
    with ExitStack() as stack:
        if kind == "sqlite":
            url = worlds.made(folder / f"{name}.sqlite3", name, make)
        else:
            url = stack.enter_context(worlds.made_on_server(name, make, "template0"))
        engine = make_engine(url)
        yield engine
        engine.dispose()


def _keep(url: str, rows: Rows) -> None:
    """Run the first migration in the empty database at ``url`` and insert ``rows``."""
    engine = make_engine(url)
    with engine.begin() as connection:
        scripts.run(connection, "0001")
    with engine.connect() as connection:
        _as_restored(connection)
        with connection.begin():
            _insert(connection, rows)
            if engine.dialect.name == "sqlite":
                assert connection.exec_driver_sql("PRAGMA foreign_key_check").all() == []
    engine.dispose()


def _keep_and_upgrade(url: str, rows: Rows) -> None:
    _keep(url, rows)
    migrate(url)


def _as_restored(connection: Connection) -> None:
    """Take rows in any order and without triggers, as the restoring of a backup does."""
    if connection.dialect.name == "sqlite":
        connection.connection.driver_connection.execute("PRAGMA foreign_keys=OFF")  # type: ignore[union-attr]
    else:
        connection.exec_driver_sql("SET session_replication_role = replica")
        connection.commit()


def _insert(connection: Connection, rows: Rows) -> None:
    tables = sa.MetaData()
    tables.reflect(connection)
    for name in sorted(rows, key="shortlist".__eq__):  # the last, because the triggers of SQLite stay: no entry of a signed one is taken
        table = tables.tables[name]
        connection.execute(table.insert(), [{key: _value(table.c[key], value) for key, value in row.items()} for row in rows[name]])


def _value(column: sa.Column[Any], value: Any) -> Any:
    match column.type:
        case sa.JSON() | sa.Boolean():
            return value
        case _ if value is None:
            return None
        case sa.DateTime():
            return datetime.fromisoformat(value)
        case sa.Date():
            return date.fromisoformat(value)
        case sa.LargeBinary():
            return base64.b64decode(value)
        case _:
            return value


@pytest.fixture
def add_migration(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], None]]:
    """A function that adds a migration with a body to a copy of the folder, which is in force during the test."""
    copy = Path(shutil.copytree(scripts.HERE, tmp_path / "migrations", ignore=shutil.ignore_patterns("__pycache__")))
    last = max(path.name[:4] for path in (copy / "versions").glob("[0-9]*.py"))
    monkeypatch.setattr(scripts, "HERE", copy)
    caches = (scripts.scripts, layout.layout_at)

    def add(body: str) -> None:
        lines = ["import sqlalchemy as sa", "from alembic import op", "revision = '9999'", f"down_revision = '{last}'", "def upgrade():"]
        text = "\n".join([*lines, *(f"    {line}" for line in body.splitlines())])
        (copy / "versions" / "9999_of_the_test.py").write_text(f"{text}\n", encoding="utf-8")
        for each in caches:
            each.cache_clear()

    for each in caches:
        each.cache_clear()
    yield add
    for each in caches:
        each.cache_clear()
