from collections.abc import Callable
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Engine

from models.database import make_engine
from models.migrations import state
from models.migrations.layout import Differences
from models.migrations.scripts import run
from models.migrations.state import Version, state_of
from models.migrations.upgrade import NotUpgradable, upgrade
from models.tables import metadata


def execute(engine: Engine, *statements: str) -> None:
    with engine.begin() as connection:
        for statement in statements:
            connection.exec_driver_sql(statement)


def test_a_new_database_is_current(engine: Engine) -> None:
    assert state_of(engine) == state.State(Version.CURRENT)


def test_what_a_database_lacks_is_named_and_it_is_left_untouched(engine: Engine) -> None:
    execute(
        engine, "DROP TABLE plan_adoption", "ALTER TABLE kept_answer DROP COLUMN body", "ALTER TABLE incident ADD COLUMN colour INTEGER"
    )
    lacking = Differences(("plan_adoption",), ("kept_answer.body",), ("incident.colour: Integer (-)",))
    assert state_of(engine) == state.State(Version.DIFFERENT, lacking)
    with pytest.raises(NotUpgradable):
        upgrade(engine)
    assert "plan_adoption" not in sa.inspect(engine).get_table_names()


def test_a_code_that_a_constraint_refuses_and_another_length_are_differences(postgresql_url: str) -> None:
    engine = make_engine(postgresql_url)
    execute(
        engine,
        "ALTER TABLE erasure DROP CONSTRAINT ck_erasure_erasurereason, ADD CONSTRAINT ck_erasure_erasurereason CHECK (reason = 'request')",
        "ALTER TABLE erasure ALTER salt TYPE VARCHAR(32)",
    )
    lacking = ("erasure.salt: String(32) NOT NULL (String(64) NOT NULL)", "erasure: CHECK ck_erasure_erasurereason")
    assert state_of(engine).differences.others == lacking
    engine.dispose()


def test_a_database_of_a_newer_version_is_known_and_left_untouched(engine: Engine) -> None:
    execute(engine, "UPDATE alembic_version SET version_num = '8888'")
    assert state_of(engine).version is Version.NEWER
    with pytest.raises(NotUpgradable):
        upgrade(engine)


def test_tables_without_a_version_are_different(empty_engine: Engine) -> None:
    metadata.create_all(empty_engine)
    assert state_of(empty_engine) == state.State(Version.DIFFERENT, Differences(("alembic_version",)))


def test_tables_of_somebody_else_do_not_count(empty_engine: Engine) -> None:
    execute(empty_engine, "CREATE TABLE theirs (id INTEGER)")
    assert state_of(empty_engine).version is Version.NOTHING


def test_an_older_database_is_compared_with_its_own_version(empty_engine: Engine, add_migration: Callable[[str], None]) -> None:
    add_migration("op.add_column('job', sa.Column('colour', sa.String))")
    with empty_engine.begin() as connection:
        run(connection, "0001")
    assert state_of(empty_engine) == state.State(Version.OLDER)
    execute(empty_engine, "DROP TABLE plan_adoption")
    assert state_of(empty_engine).differences.tables == ("plan_adoption",)


def test_a_file_that_is_missing_stays_missing(tmp_path: Path) -> None:
    engine = make_engine(f"sqlite:///{tmp_path / 'absent.sqlite3'}")
    assert state_of(engine).version is Version.NOTHING
    assert list(tmp_path.iterdir()) == []


def test_tables_are_compared_once_until_the_schema_changes(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    examined: list[str] = []
    really = state.examine
    monkeypatch.setattr(state, "examine", lambda connection: examined.append("once") or really(connection))
    assert state_of(engine) is state_of(engine)
    assert len(examined) == 1
    execute(engine, "DROP TABLE plan_adoption")
    assert state_of(engine).version is Version.DIFFERENT
    assert len(examined) == 2
