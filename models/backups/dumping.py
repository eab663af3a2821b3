"""Writes a backup from one snapshot of the database: what others write meanwhile is either in it whole or not at all."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine

from models.audit import AuditHead
from models.backups.archive import new_archive
from models.backups.values import kind_of, reflected, written
from models.database import reading
from models.migrations.layout import VERSION_TABLE

_AT_ONCE = 500


def dump(engine: Engine, file: Path, now: datetime, *, overwrite: bool = False) -> None:
    """Write everything in the database to ``file``. Writers are not kept waiting."""
    with reading(engine) as session, new_archive(file, overwrite=overwrite) as archive:
        connection = session.connection()
        tables = reflected(connection)
        for table in tables.sorted_tables:
            if table.name != VERSION_TABLE:
                archive.table(table.name, [(column.name, kind_of(column)) for column in table.columns], _rows(connection, table))
        head = session.get(AuditHead, 1) or AuditHead()
        revision = connection.execute(sa.select(tables.tables[VERSION_TABLE])).scalar_one()
        archive.close(made_at=now.isoformat(), revision=revision, database=engine.dialect.name, events=head.sequence, last=head.hash)


def _rows(connection: Connection, table: sa.Table) -> Iterator[Sequence[Any]]:
    """Yield the rows in the order of their keys, so that the same content gives the same file."""
    statement = sa.select(table).order_by(*table.primary_key.columns).execution_options(yield_per=_AT_ONCE)
    with connection.execute(statement) as found:
        for row in found:
            yield [written(value) for value in row]
