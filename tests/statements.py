"""What SQLAlchemy compiles of a statement, shared by all engines of a process.

An engine forgets it with its end, and every test has an engine of its own: to compile the same statements again takes a seventh of a run.
"""

from typing import Any

from sqlalchemy import event, util
from sqlalchemy.dialects.postgresql.psycopg import PGDialect_psycopg
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.engine import Connection, Engine

ROOM = 20_000
COMPILED: Any = util.LRUCache(ROOM)


def share_compiled_statements() -> None:
    """Let dialects of one class be equal, whose databases are of one version here, and all engines keep what they compile in one place."""
    for dialect in (SQLiteDialect_pysqlite, PGDialect_psycopg):
        dialect.__hash__ = lambda self: hash(type(self))  # type: ignore[method-assign]
        dialect.__eq__ = lambda self, other: type(self) is type(other)  # type: ignore[method-assign]
    event.listen(Engine, "engine_connect", _share)


def _share(connection: Connection) -> None:
    engine: Any = connection.engine
    if engine._compiled_cache is not None:
        engine._compiled_cache = COMPILED
