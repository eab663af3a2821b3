"""The database engine and its two kinds of session: reading, and writing in one transaction, which a trial undoes.

SQLite loses updates and acknowledged commits with default settings: every connection gets foreign keys, a write-ahead
log, full synchronisation and a busy timeout, and a writing transaction takes its lock at BEGIN. What is deleted is
overwritten. PostgreSQL needs none of that; rows that are read to be changed are locked with ``with_for_update``.
"""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from typing import Any

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import Connection, Engine
from sqlalchemy.exc import OperationalError
from sqlalchemy.pool import NullPool, Pool
from sqlmodel import Session, SQLModel

BUSY_TIMEOUT_MS = 15_000
FIRST_SQLITE_WITHOUT_WAL_RACE = (3, 51, 3)


@dataclass(frozen=True, slots=True)
class Limits:
    """What PostgreSQL may take: so many connections kept open and so many more when all are busy, for whose end others wait.

    A statement that works, or waits for a lock, for longer than this is ended by the database; 0 seconds never end one.
    """

    connections: int
    more_connections: int
    connection_seconds: float
    statement_seconds: float
    lock_seconds: float


def make_engine(url: str | sa.URL, pool: type[Pool] | None = None, limits: Limits | None = None) -> Engine:
    """Return an engine for ``url`` (``sqlite:///file`` or ``postgresql+psycopg://...``) with the rules above.

    ``limits`` are those of a service that answers people; commands, which take the time they need, have none. SQLite knows none.
    """
    sqlite_file = sa.make_url(url).get_backend_name() == "sqlite"
    sizes = {} if limits is None or sqlite_file else _sizes(limits)
    # An error that shows its parameters would bring people's data into logs.
    engine = sa.create_engine(url, poolclass=pool, pool_pre_ping=not sqlite_file, hide_parameters=True, **sizes)
    if sqlite_file:
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    elif limits is not None:
        event.listen(engine, "connect", partial(_prepare_postgresql, limits=limits))
    return engine


def _sizes(limits: Limits) -> dict[str, Any]:
    return {"pool_size": limits.connections, "max_overflow": limits.more_connections, "pool_timeout": limits.connection_seconds}


def _prepare_postgresql(connection: Any, _record: Any, limits: Limits) -> None:
    for name, seconds in (("statement_timeout", limits.statement_seconds), ("lock_timeout", limits.lock_seconds)):
        connection.execute(f"SET {name} = {round(seconds * 1_000)}")
    connection.commit()  # what is set in a transaction that is rolled back is forgotten


def unpooled(engine: Engine) -> Engine:
    """Return an engine for the same database that opens a connection for every session and closes it afterwards.

    For a short transaction inside another session: taken from the pool, its connection could be one that the sessions waiting for it hold.
    """
    return make_engine(engine.url, NullPool)


def _prepare_sqlite(connection: Any, _record: Any) -> None:
    connection.isolation_level = None
    for pragma in ("foreign_keys=ON", "journal_mode=WAL", "synchronous=FULL", "secure_delete=ON", f"busy_timeout={BUSY_TIMEOUT_MS}"):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    options = connection.get_execution_options()
    reading = options.get("reading", False)
    driver: Any = connection.connection.driver_connection  # asked by itself: a setting cannot fail, and every session makes two
    driver.execute(f"PRAGMA busy_timeout={0 if options.get('impatient', False) else BUSY_TIMEOUT_MS}")
    driver.execute(f"PRAGMA query_only={'ON' if reading else 'OFF'}")
    connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")


class ReadSession(Session):
    """A session that can only read; a write through it is refused by the database."""


class WriteSession(Session):
    """A session whose changes are one transaction."""


def reading_session(engine: Engine) -> ReadSession:
    """Return a session that sees one snapshot from its first statement on, and writes nothing; it is to be closed."""
    options: dict[str, Any] = {"reading": True}
    if engine.dialect.name == "postgresql":
        options |= {"postgresql_readonly": True, "isolation_level": "REPEATABLE READ"}
    return ReadSession(engine.execution_options(**options))


@contextmanager
def reading(engine: Engine) -> Iterator[ReadSession]:
    """Yield a session that sees one snapshot and writes nothing."""
    with reading_session(engine) as session:
        yield session


@contextmanager
def writing(engine: Engine) -> Iterator[WriteSession]:
    """Yield a session that is committed whole at the end, or rolled back on any error."""
    with WriteSession(engine) as session, session.begin():
        yield session


def write_unless_busy(engine: Engine, statement: sa.Executable) -> bool:
    """Execute ``statement`` in a transaction of its own, and return whether that was possible without waiting for anybody's lock."""
    try:
        with engine.connect().execution_options(impatient=True) as connection, connection.begin():
            if engine.dialect.name == "postgresql":
                connection.exec_driver_sql("SET LOCAL lock_timeout = '10ms'")
            connection.execute(statement)
    except OperationalError:
        return False
    return True


@contextmanager
def trying(engine: Engine) -> Iterator[WriteSession]:
    """Yield a session whose changes are undone at the end, whatever happens: to see what a change would do."""
    with WriteSession(engine) as session:
        session.begin()
        try:
            yield session
        finally:
            session.rollback()


def insert_if_absent(session: Session, table: type[SQLModel], rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert ``rows``; one whose key is there already is left out."""
    insert = sqlite.insert if session.get_bind().dialect.name == "sqlite" else postgresql.insert
    session.execute(insert(table).on_conflict_do_nothing(), rows)


def engine_warnings(engine: Engine) -> list[str]:
    """Return what an operator should know of this engine, each as one sentence."""
    if engine.dialect.name == "sqlite" and sqlite3.sqlite_version_info < FIRST_SQLITE_WITHOUT_WAL_RACE:
        return [
            f"SQLite {sqlite3.sqlite_version} can, rarely, lose the write-ahead log when two processes reset it at once; "
            "3.51.3 or newer, or PostgreSQL, does not."
        ]
    return []
