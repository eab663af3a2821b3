from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Engine

from models.database import make_engine
from models.migrations.state import Version, state_of
from models.migrations.upgrade import LostReference, TablesInUse, upgrade
from models.tables import metadata


def test_upgrading_makes_a_database_current_and_may_be_repeated(empty_engine: Engine) -> None:
    assert state_of(empty_engine).version is Version.NOTHING
    upgrade(empty_engine)
    upgrade(empty_engine)
    assert state_of(empty_engine).version is Version.CURRENT
    assert set(sa.inspect(empty_engine).get_table_names()) == set(metadata.tables) | {"alembic_version"}


def test_two_processes_may_upgrade_at_once(empty_engine: Engine) -> None:
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(upgrade, [empty_engine, empty_engine]))
    assert state_of(empty_engine).version is Version.CURRENT


def test_a_migration_that_fails_changes_nothing(empty_engine: Engine, add_migration: Callable[[str], None]) -> None:
    add_migration("op.drop_table('plan_adoption')\nop.execute('nonsense')")
    with pytest.raises(sa.exc.DBAPIError):
        upgrade(empty_engine)
    assert state_of(empty_engine).version is Version.NOTHING


def test_a_migration_that_loses_rows_is_undone(kept: Engine, add_migration: Callable[[str], None]) -> None:
    add_migration("op.execute('DELETE FROM weight_set')")
    with pytest.raises((LostReference, sa.exc.IntegrityError), match="signal_weight"):
        upgrade(kept)
    assert state_of(kept).version is Version.OLDER


def test_a_migration_does_not_wait_for_ever_for_tables_in_use(postgresql_url: str, add_migration: Callable[[str], None]) -> None:
    add_migration("op.add_column('job', sa.Column('colour', sa.String))")
    engine = make_engine(postgresql_url)
    with engine.begin() as other:
        other.exec_driver_sql("LOCK TABLE job IN ACCESS SHARE MODE")
        with pytest.raises(TablesInUse):
            upgrade(engine, lock_seconds=0.01)
    assert state_of(engine).version is Version.OLDER
    engine.dispose()
