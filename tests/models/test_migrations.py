from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic import command
from sqlalchemy.engine import Engine

from models.database import make_engine
from models.migrations.drift import drift, drift_of_migrations
from models.migrations.upgrade import configuration, is_current, upgrade
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


def test_needs_keep_their_rows_when_they_get_groups(empty_engine: Engine) -> None:
    with empty_engine.begin() as connection:
        command.upgrade(configuration(connection), "0001")
        for statement in (
            "INSERT INTO product_list (source_en, source_vi, sureness_en, sureness_vi, code, instrument_en, instrument_vi, "
            "title_en, title_vi, adopted, valid_from, in_force, is_default) "
            "VALUES ('', '', '', '', 'L1', '', '', '', '', '2026-01-01', '2026-01-01', :no, :no)",
            "INSERT INTO product (source_en, source_vi, sureness_en, sureness_vi, id, list_code, group_basis_en, group_basis_vi, name_en, "
            "name_vi, brief_en, brief_vi, priority, sensitivity) VALUES ('', '', '', '', 'P1', 'L1', '', '', '', '', '', '', :no, 'open')",
            "INSERT INTO capability (id, label_en, label_vi, aliases_en, aliases_vi) VALUES ('optics', 'optics', 'quang', '[]', '[]')",
            "INSERT INTO product_capability VALUES ('P1', 'CE_PROJECT', 'optics', 'must')",
        ):
            text = sa.text(statement)
            connection.execute(text.bindparams(no=False) if ":no" in statement else text)
    upgrade(empty_engine)
    with empty_engine.connect().execution_options(reading=True) as connection:
        rows = connection.execute(sa.text('SELECT product_id, role, capability_id, level, "group" FROM product_capability')).all()
    assert rows == [("P1", "CE_PROJECT", "optics", "must", "")]


def test_two_processes_may_upgrade_at_once(empty_engine: Engine) -> None:
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(upgrade, [empty_engine, empty_engine]))
    assert is_current(empty_engine)
