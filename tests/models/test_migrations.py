from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Engine

from models.database import make_engine
from models.migrations.drift import drift, drift_of_migrations
from models.migrations.upgrade import is_current, upgrade
from models.tables import metadata
from tests.postgresql import PostgreSQL


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


def test_the_migrations_make_the_tables_in_code(tmp_path: Path) -> None:
    assert drift_of_migrations(tmp_path) == []


def test_the_migrations_make_the_tables_in_code_on_postgresql_too(postgresql_url: str, empty_postgresql_url: str) -> None:
    migrated, created = make_engine(postgresql_url), make_engine(empty_postgresql_url)
    assert drift(migrated, created) == []
    migrated.dispose()
    created.dispose()


def test_a_missing_migration_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copy = sa.MetaData(naming_convention=metadata.naming_convention)
    for table in metadata.tables.values():
        table.to_metadata(copy)
    sa.Table("forgotten", copy, sa.Column("id", sa.Integer, primary_key=True))
    copy.tables["job"].append_constraint(sa.CheckConstraint("attempts < 9", name="few"))
    monkeypatch.setattr("models.migrations.drift.metadata", copy)
    found = "\n".join(drift_of_migrations(tmp_path))
    assert "forgotten" in found
    assert "CHECK ck_job_few" in found


def test_upgrading_makes_a_database_current_and_may_be_repeated(empty_engine: Engine) -> None:
    assert not is_current(empty_engine)
    upgrade(empty_engine)
    upgrade(empty_engine)
    assert is_current(empty_engine)
    assert set(sa.inspect(empty_engine).get_table_names()) == set(metadata.tables) | {"alembic_version"}


def test_two_processes_may_upgrade_at_once(empty_engine: Engine) -> None:
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(upgrade, [empty_engine, empty_engine]))
    assert is_current(empty_engine)
