"""Lets a generated migration change CHECK constraints, an enumeration with a new value above all: Alembic itself compares none."""

from collections.abc import Iterable, Mapping
from typing import Any

import sqlalchemy as sa
from alembic.operations import ops
from sqlalchemy.engine import Connection
from sqlalchemy.sql.elements import conv

from models.database import make_engine
from models.tables import metadata

Checks = Mapping[str, Mapping[str, str]]
"""Condition by table and name of the constraint."""


def checks(connection: Connection) -> Checks:
    """Return the CHECK constraints of a database, as it words them."""
    found = sa.inspect(connection).get_multi_check_constraints()
    return {table: {str(each["name"]): each["sqltext"] for each in of_table} for (_, table), of_table in found.items()}


def add_checks(connection: Connection, directives: Iterable[Any]) -> None:
    """Let a generated migration, compared with the SQLite database of ``connection``, make its CHECK constraints those in code."""
    before, after = checks(connection), _checks_in_code()
    for script in directives:
        skipped = _of_new_columns(script.upgrade_ops.ops)
        for table in sorted(before.keys() & after.keys()):
            gone = [ops.DropConstraintOp(conv(name), table, type_="check") for name in _only_in(before[table], after[table])]
            new = [
                ops.CreateCheckConstraintOp(conv(name), table, sa.text(after[table][name]))
                for name in _only_in(after[table], before[table])
                if name not in skipped
            ]
            script.upgrade_ops.ops[:0] = [ops.ModifyTableOps(table, gone)] if gone else []
            script.upgrade_ops.ops += [ops.ModifyTableOps(table, new)] if new else []


def _checks_in_code() -> Checks:
    engine = make_engine("sqlite://")
    metadata.create_all(engine)
    with engine.connect() as connection:
        found = checks(connection)
    engine.dispose()
    return found


def _of_new_columns(steps: Iterable[Any]) -> frozenset[str]:
    """Return the names of the constraints that come with the type of an added column."""
    added = [
        step for changes in steps if isinstance(changes, ops.ModifyTableOps) for step in changes.ops if isinstance(step, ops.AddColumnOp)
    ]
    return frozenset(f"ck_{step.table_name}_{step.column.type.name}" for step in added if isinstance(step.column.type, sa.Enum))


def _only_in(these: Mapping[str, str], those: Mapping[str, str]) -> list[str]:
    return sorted(name for name, text in these.items() if those.get(name) != text)
