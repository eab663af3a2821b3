"""Brings a backup into a database, whole or not at all: tables of its migration, then its rows, without the triggers that refuse them."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine

from models.backups.archive import Backup, BackupFault, newer
from models.backups.values import reader_of, reflected
from models.migrations.layout import VERSION_TABLE
from models.migrations.scripts import is_known, run
from models.migrations.upgrade import changing

_AT_ONCE = 500


def holds_rows(engine: Engine) -> bool:
    """Return whether any table of the database has a row."""
    with engine.connect().execution_options(reading=True) as connection:
        tables = reflected(connection).sorted_tables
        return any(connection.execute(sa.select(table).limit(1)).first() is not None for table in tables if table.name != VERSION_TABLE)


def load(engine: Engine, file: Path, backup: Backup) -> None:
    """Replace everything in the database by ``backup``, in one transaction.

    Raises ``BackupFault`` for a backup that is damaged or newer than the code; nothing is changed then.
    """
    if not is_known(backup.manifest.revision):
        raise newer(file)
    with changing(engine) as connection:
        _drop_everything(connection)
        run(connection, backup.manifest.revision)
        tables = reflected(connection)
        _check_tables(file, backup, tables)
        with _without_triggers(connection, tables):
            for table in reversed(tables.sorted_tables):
                if table.name != VERSION_TABLE:
                    connection.execute(sa.delete(table))
            for table in tables.sorted_tables:
                if table.name != VERSION_TABLE:
                    _fill(connection, table, backup)
        _count_on(connection, tables)


def _drop_everything(connection: Connection) -> None:
    tables = reflected(connection)
    if connection.dialect.name == "postgresql":
        for table in tables.tables.values():
            connection.exec_driver_sql(f'DROP TABLE "{table.name}" CASCADE')
    else:
        tables.drop_all(connection)


def _check_tables(file: Path, backup: Backup, tables: sa.MetaData) -> None:
    there = {name: {column.name for column in table.columns} for name, table in tables.tables.items() if name != VERSION_TABLE}
    inside = {name: {column for column, _ in table.columns} for name, table in backup.manifest.tables.items()}
    if there != inside:
        raise BackupFault(
            f"{file} has other tables than its migration {backup.manifest.revision} makes.",
            f"Các bảng trong {file} khác với bảng mà phiên bản {backup.manifest.revision} tạo ra.",
        )


def _fill(connection: Connection, table: sa.Table, backup: Backup) -> None:
    """Insert the rows of a table; what names another row of the same table is filled in afterwards, when that row is there."""
    columns = backup.manifest.tables[table.name].columns
    readers = [(name, reader_of(table.columns[name], kind)) for name, kind in columns]
    within = [column for column in table.columns if any(key.column.table is table for key in column.foreign_keys)]
    later: list[dict[str, Any]] = []
    rows = ({name: read(value) for (name, read), value in zip(readers, row, strict=True)} for row in backup.rows(table.name))
    while batch := list(islice(rows, _AT_ONCE)):
        for row in batch if within else ():
            named = {column.name: row[column.name] for column in within if row[column.name] is not None}
            if named:
                later.append(
                    {
                        **{f"key_{key.name}": row[key.name] for key in table.primary_key},
                        **{f"to_{name}": value for name, value in named.items()},
                    }
                )
                row.update(dict.fromkeys(named))
        connection.execute(sa.insert(table), batch)
    for row in later:
        where = [key == row[f"key_{key.name}"] for key in table.primary_key.columns]
        values = {name.removeprefix("to_"): value for name, value in row.items() if name.startswith("to_")}
        connection.execute(sa.update(table).where(*where).values(values))


@contextmanager
def _without_triggers(connection: Connection, tables: sa.MetaData) -> Iterator[None]:
    """Leave out the triggers while rows enter: they refuse changes of what is signed, and these rows are signed already."""
    if connection.dialect.name == "postgresql":
        _alter_each(connection, tables, "DISABLE")
        yield
        _alter_each(connection, tables, "ENABLE")
        return
    kept: Sequence[Any] = connection.exec_driver_sql("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' ORDER BY name").all()
    for name, _ in kept:
        connection.exec_driver_sql(f'DROP TRIGGER "{name}"')
    yield
    for _, statement in kept:
        connection.exec_driver_sql(statement)


def _alter_each(connection: Connection, tables: sa.MetaData, word: str) -> None:
    for name in tables.tables:
        connection.exec_driver_sql(f'ALTER TABLE "{name}" {word} TRIGGER USER')


def _count_on(connection: Connection, tables: sa.MetaData) -> None:
    """Let PostgreSQL number new rows after those that came in with their numbers."""
    if connection.dialect.name != "postgresql":
        return
    for table in tables.sorted_tables:
        for key in table.primary_key.columns:
            sequence = connection.execute(sa.select(sa.func.pg_get_serial_sequence(table.name, key.name))).scalar()
            if sequence is not None:
                last = sa.select(sa.func.max(key)).scalar_subquery()
                connection.execute(sa.select(sa.func.setval(sequence, sa.func.coalesce(last, 1), last.is_not(None))))
