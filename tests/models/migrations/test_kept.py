"""A database of the first version, with rows in every table, comes whole through every later migration."""

import base64
import hashlib
import json
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Engine

from models.migrations.drift import drift
from models.migrations.scripts import HERE
from models.migrations.state import Version, state_of
from models.migrations.upgrade import upgrade
from tests.models.migrations.conftest import Rows

FIRST = {
    "versions/0001_all_tables.py": "aa97f3b43c06d7a0358677fecc989fdcc14671409eac3509df6d051fc63cbef3",
    "first_guards.json": "b4a23d870a1121e662813ffee273469f40402e7a8b123405805bfae8cdee7048",
}


# Columns ("table.column") that a later migration drops, renames or rewrites: a test of that migration says what becomes of their values.
COMPARED_ELSEWHERE = frozenset({"expert.name_key", "expert.search_key"})  # test_search_keys.py


@pytest.mark.parametrize("file", FIRST)
def test_the_first_migration_is_never_changed(file: str) -> None:
    """Databases rest on it: a change of tables is a new migration, ``make migration MESSAGE="..."``."""
    assert hashlib.sha256((HERE / file).read_bytes()).hexdigest() == FIRST[file]


def test_the_kept_database_has_rows_in_every_table_of_the_first_migration(kept: Engine, kept_rows: Rows) -> None:
    assert set(sa.inspect(kept).get_table_names()) == set(kept_rows) | {"alembic_version"}
    assert all(kept_rows.values())
    assert stored(kept, kept_rows) == expected(kept_rows)


def test_every_row_is_there_after_the_upgrade(upgraded: Engine, kept_rows: Rows) -> None:
    assert state_of(upgraded).version is Version.CURRENT
    assert stored(upgraded, kept_rows) == expected(kept_rows)


def test_an_upgraded_database_is_as_a_new_one(upgraded: Engine, other_empty_engine: Engine) -> None:
    assert drift(upgraded, other_empty_engine) == []


# Every table copied on SQLite, and a column more on both.
GROWN = """for table in sa.inspect(op.get_bind()).get_table_names():
    if table != "alembic_version":
        with op.batch_alter_table(table, recreate="always" if op.get_bind().dialect.name == "sqlite" else "auto") as batch:
            batch.add_column(sa.Column("colour", sa.String, nullable=True))"""
UNDONE = """
for table in sa.inspect(op.get_bind()).get_table_names():
    if table != "alembic_version":
        with op.batch_alter_table(table) as batch:
            batch.drop_column("colour")"""


def test_changing_every_table_loses_neither_rows_nor_triggers_nor_constraints(
    kept: Engine, kept_rows: Rows, other_empty_engine: Engine, add_migration: Callable[[str], None]
) -> None:
    add_migration(GROWN + UNDONE)
    upgrade(kept)
    assert stored(kept, kept_rows) == expected(kept_rows)
    assert drift(kept, other_empty_engine) == []
    with kept.connect() as connection, pytest.raises(sa.exc.DBAPIError, match="never changed"):
        connection.exec_driver_sql("UPDATE shortlist SET version = 9 WHERE status = 'signed'")


def stored(engine: Engine, rows: Rows) -> dict[str, list[str]]:
    """Return the rows of the database, the columns of ``rows`` alone, in the form of the file."""
    tables = sa.MetaData()
    with engine.connect() as connection:
        tables.reflect(connection)
        found = {
            name: connection.execute(sa.select(*(tables.tables[name].c[key] for key in _compared(name, of_table[0])))).mappings().all()
            for name, of_table in rows.items()
        }
    return {name: sorted(_line({key: _plain(value) for key, value in row.items()}) for row in of_table) for name, of_table in found.items()}


def expected(rows: Rows) -> dict[str, list[str]]:
    return {name: sorted(_line({key: row[key] for key in _compared(name, row)}) for row in of_table) for name, of_table in rows.items()}


def _compared(table: str, row: dict[str, Any]) -> list[str]:
    return [key for key in row if f"{table}.{key}" not in COMPARED_ELSEWHERE]


def _line(row: dict[str, Any]) -> str:
    return json.dumps(row, sort_keys=True)


def _plain(value: Any) -> Any:
    match value:
        case datetime():
            return (value.astimezone(UTC) if value.tzinfo else value.replace(tzinfo=UTC)).isoformat()
        case date():
            return value.isoformat()
        case bytes():
            return base64.b64encode(value).decode()
        case _:
            return value
