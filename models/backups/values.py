"""How the values of a row stand in a backup: as JSON, moments in UTC, bytes in Base64; the same whichever database they come from."""

import base64
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from typing import Any

import sqlalchemy as sa

MOMENT, DAY, BYTES, PLAIN = "moment", "day", "bytes", "plain"
_KINDS = ((sa.DateTime, MOMENT), (sa.Date, DAY), (sa.LargeBinary, BYTES))


def kind_of(column: sa.Column[Any]) -> str:
    """Return how the values of a reflected column are written."""
    return next((kind for base, kind in _KINDS if isinstance(column.type, base)), PLAIN)


def written(value: Any) -> Any:
    """Return ``value`` as JSON can hold it."""
    if isinstance(value, datetime):
        return (value.astimezone(UTC) if value.tzinfo else value).replace(tzinfo=None).isoformat()
    if isinstance(value, date):
        return value.isoformat()
    return base64.b64encode(value).decode() if isinstance(value, bytes | memoryview) else value


def reader_of(column: sa.Column[Any], kind: str) -> Callable[[Any], Any]:
    """Return what turns a written value of ``kind`` into one that ``column`` takes."""
    zone = UTC if getattr(column.type, "timezone", False) else None
    readers: Mapping[str, Callable[[Any], Any]] = {
        MOMENT: lambda value: datetime.fromisoformat(value).replace(tzinfo=zone),
        DAY: date.fromisoformat,
        BYTES: base64.b64decode,
    }
    read = readers.get(kind, lambda value: value)
    return lambda value: None if value is None else read(value)


def reflected(connection: sa.Connection) -> sa.MetaData:
    """Return the tables that the database has, whatever version of the code made them; what is nothing stays nothing in JSON columns."""
    tables = sa.MetaData()
    tables.reflect(connection)
    for table in tables.tables.values():
        for column in table.columns:
            if isinstance(column.type, sa.JSON):
                column.type = type(column.type)(none_as_null=True)
    return tables
