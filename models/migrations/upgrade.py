"""Brings a database to the newest migration, whole or not at all, and leaves one that is not what it says it is untouched."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.engine import Connection, Engine
from sqlalchemy.exc import OperationalError

from models.migrations.scripts import run
from models.migrations.state import State, examine

# Two processes that start at once must not both migrate; the number only has to be the same everywhere.
POSTGRESQL_LOCK = 231_2025
LOCK_TIMEOUT_MS = 10_000
"""How long a migration waits for a table that others use (PostgreSQL)."""
TURN_TIMEOUT_MS = 600_000
"""How long it waits for another process that migrates (PostgreSQL)."""
_LOCK_NOT_AVAILABLE = "55P03"


class UpgradeRefused(Exception):
    """The database was not upgraded, and nothing was changed."""


class NotUpgradable(UpgradeRefused):
    """The database is not one that this version of the code can upgrade; ``state`` says why."""

    def __init__(self, state: State) -> None:
        super().__init__(state)
        self.state = state


class TablesInUse(UpgradeRefused):
    """Others used the tables for longer than a migration waits."""


class LostReference(UpgradeRefused):
    """After the migrations a row would name another that is not there; ``args`` are the tables."""


def upgrade(engine: Engine, lock_seconds: float | None = None) -> State:
    """Apply every migration that the database lacks, in one transaction, and return how it was found.

    It waits ``lock_seconds`` for a table that others use, by default ``LOCK_TIMEOUT_MS``.

    Raises ``NotUpgradable``, ``TablesInUse`` (PostgreSQL) or ``LostReference``.
    """
    with changing(engine, lock_seconds) as connection:
        found = examine(connection)
        if not found.upgradable:
            raise NotUpgradable(found)
        run(connection)
    return found


@contextmanager
def changing(engine: Engine, lock_seconds: float | None = None) -> Iterator[Connection]:
    """Yield a connection inside the transaction of the migrations, which is rolled back on any error."""
    lock_ms = LOCK_TIMEOUT_MS if lock_seconds is None else round(1_000 * lock_seconds)
    with engine.connect() as connection:
        transaction = _changing_sqlite(connection) if engine.dialect.name == "sqlite" else _changing_postgresql(connection, lock_ms)
        with transaction:
            yield connection


@contextmanager
def _changing_sqlite(connection: Connection) -> Iterator[None]:
    # A table is changed by copying: dropping the old one must not delete the rows that refer to it, nor renaming the new one change them.
    _set_pragmas(connection, foreign_keys="OFF", legacy_alter_table="ON")
    try:
        with connection.begin():
            yield
            broken = {str(row[0]) for row in connection.exec_driver_sql("PRAGMA foreign_key_check")}
            if broken:
                raise LostReference(*sorted(broken))
    finally:
        _set_pragmas(connection, foreign_keys="ON", legacy_alter_table="OFF")


def _set_pragmas(connection: Connection, **values: str) -> None:
    """Set what SQLite ignores inside a transaction, on the bare connection, where none has begun."""
    for name, value in values.items():
        connection.connection.cursor().execute(f"PRAGMA {name}={value}")


@contextmanager
def _changing_postgresql(connection: Connection, lock_ms: int) -> Iterator[None]:
    try:
        with connection.begin():
            connection.exec_driver_sql(f"SET LOCAL lock_timeout = {TURN_TIMEOUT_MS}")
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({POSTGRESQL_LOCK})")
            connection.exec_driver_sql(f"SET LOCAL lock_timeout = {lock_ms}")
            yield
    except OperationalError as error:
        if getattr(error.orig, "sqlstate", None) == _LOCK_NOT_AVAILABLE:
            raise TablesInUse from error
        raise
