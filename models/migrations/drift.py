"""Compares what the migrations make with the tables in code. Run as ``python -m models.migrations.drift``."""

import sys
import tempfile
from pathlib import Path

import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy.engine import Engine

from models.database import make_engine
from models.migrations.upgrade import upgrade
from models.tables import metadata

_TRIGGERS = {
    "sqlite": "SELECT tbl_name, name, sql FROM sqlite_master WHERE type = 'trigger'",
    "postgresql": "SELECT tgrelid::regclass::text, tgname::text, pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal",
}


def drift(migrated: Engine, created: Engine) -> list[str]:
    """Return how a migrated database differs from the tables in code, which are created in the empty database ``created``."""
    metadata.create_all(created)
    with migrated.connect().execution_options(reading=True) as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        differences = [str(difference) for difference in compare_metadata(context, metadata)]
    # Alembic compares neither CHECK constraints nor triggers.
    checks = _checks(migrated) ^ _checks(created)
    triggers = _triggers(migrated) ^ _triggers(created)
    return [
        *differences,
        *sorted(f"{table}: CHECK {name}: {text}" for table, name, text in checks),
        *sorted(f"{table}: TRIGGER {name}: {text}" for table, name, text in triggers),
    ]


def drift_of_migrations(folder: Path) -> list[str]:
    """Return the drift of a new SQLite database in ``folder``; empty when the migrations are complete."""
    migrated, created = (make_engine(f"sqlite:///{folder / name}.sqlite3") for name in ("migrated", "created"))
    upgrade(migrated)
    try:
        return drift(migrated, created)
    finally:
        migrated.dispose()
        created.dispose()


def _checks(engine: Engine) -> set[tuple[str, str | None, str]]:
    found = sa.inspect(engine).get_multi_check_constraints()
    return {(table, check["name"], check["sqltext"]) for (_, table), checks in found.items() for check in checks}


def _triggers(engine: Engine) -> set[tuple[str, str, str]]:
    with engine.connect().execution_options(reading=True) as connection:
        return {(table, name, text) for table, name, text in connection.execute(sa.text(_TRIGGERS[engine.dialect.name]))}


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as temporary:
        found = drift_of_migrations(Path(temporary))
    if found:
        sys.exit("The migrations do not make the tables in code:\n" + "\n".join(found))
