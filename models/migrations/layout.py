"""What tables look like, told alike for SQLite and PostgreSQL, and how two such layouts differ."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from models.database import make_engine
from models.migrations.scripts import heads, run
from models.tables import metadata

VERSION_TABLE = "alembic_version"
# The codes that a condition names; PostgreSQL words the rest in its own way, and quotes numbers too.
_CODES = re.compile(r"'([A-Za-z_][^']*)'")


@dataclass(frozen=True)
class TableLayout:
    """One table: its columns with their types, and its CHECK constraints with the codes that they name."""

    columns: Mapping[str, str]
    checks: Mapping[str, frozenset[str]]


Layout = Mapping[str, TableLayout]


@dataclass(frozen=True)
class Differences:
    """What a database lacks, and what it has in another form: ``table``, ``table.column``, ``table.column: is (should be)``."""

    tables: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    others: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.tables or self.columns or self.others)


def layout_of(connection: Connection) -> Layout:
    """Return the layout of the database of ``connection``."""
    inspector = sa.inspect(connection)
    checks = inspector.get_multi_check_constraints()
    return {
        table: TableLayout(
            columns={column["name"]: _type(column) for column in columns},
            checks={str(check["name"]): frozenset(_CODES.findall(check["sqltext"])) for check in checks.get((schema, table), ())},
        )
        for (schema, table), columns in inspector.get_multi_columns().items()
        if table != VERSION_TABLE
    }


@cache
def layout_at(revision: str) -> Layout:
    """Return the layout that the migrations up to ``revision`` make; at the newest it is that of the tables in code."""
    engine = make_engine("sqlite://")
    with engine.begin() as connection:
        if {revision} == heads():
            metadata.create_all(connection)
        else:
            run(connection, revision)
        found = layout_of(connection)
    engine.dispose()
    return found


def differences(wanted: Layout, found: Layout) -> Differences:
    """Return how ``found`` differs; tables that are not wanted belong to somebody else."""
    common = sorted(wanted.keys() & found.keys())
    return Differences(
        tables=tuple(sorted(wanted.keys() - found.keys())),
        columns=tuple(f"{table}.{column}" for table in common for column in wanted[table].columns if column not in found[table].columns),
        others=tuple(text for table in common for text in _others(table, wanted[table], found[table])),
    )


def _type(column: Any) -> str:
    generic = column["type"].as_generic()
    # The databases have moments with and without a time zone, and floats of one or of several sizes.
    kind = next((base.__name__ for base in (sa.DateTime, sa.Float) if isinstance(generic, base)), type(generic).__name__)
    length = getattr(generic, "length", None)
    return f"{kind}{f'({length})' if length else ''}{'' if column['nullable'] else ' NOT NULL'}"


def _others(table: str, wanted: TableLayout, found: TableLayout) -> Iterator[str]:
    for column, kind in found.columns.items():
        if kind != wanted.columns.get(column):
            yield f"{table}.{column}: {kind} ({wanted.columns.get(column, '-')})"
    for name in sorted(wanted.checks.keys() | found.checks.keys()):
        if wanted.checks.get(name) != found.checks.get(name):
            yield f"{table}: CHECK {name}"
