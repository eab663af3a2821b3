"""Triggers in migrations: ``op.make_guards(...)`` holds its statements, so that a migration keeps making what it made."""

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from alembic.autogenerate.api import AutogenContext
from alembic.autogenerate.render import renderers
from alembic.operations import MigrateOperation, Operations, ops

from models.audit import GUARDS as AUDIT_GUARDS
from models.audit import AuditEvent
from models.catalogue_changes import GUARDS as CHANGES_GUARDS
from models.catalogue_changes import CatalogueChange
from models.shortlists import EntryContent, guards

Statements = Mapping[str, Sequence[str]]
"""The statements of each dialect."""

GUARDS: Mapping[str, Statements] = {
    str(AuditEvent.__tablename__): AUDIT_GUARDS,
    str(CatalogueChange.__tablename__): CHANGES_GUARDS,
    str(EntryContent.__tablename__): {dialect: guards(dialect) for dialect in ("sqlite", "postgresql")},
}
"""What guards the tables in code, beside the last table that it needs."""
_OF_THE_FIRST: Mapping[str, Statements] = json.loads(Path(__file__).with_name("first_guards.json").read_text(encoding="utf-8"))


@Operations.register_operation("make_guards")
class MakeGuards(MigrateOperation):
    """The operation; ``statements`` are executed as they stand."""

    def __init__(self, statements: Statements) -> None:
        self.statements = statements

    @classmethod
    def make_guards(cls, operations: Operations, statements: Statements) -> None:
        """Make the triggers of ``statements``."""
        operations.invoke(cls(statements))

    def reverse(self) -> MigrateOperation:
        """Return what undoes it: nothing, because the guards go with their table."""
        return ops.UpgradeOps([])


@Operations.register_operation("guard_rows")
class GuardRows(MakeGuards):
    """The operation of the first migration, which names the table and not the statements."""

    @classmethod
    def guard_rows(cls, operations: Operations, table: str) -> None:
        """Make the guards that the first migration gives to ``table``."""
        operations.invoke(cls(_OF_THE_FIRST[table]))


@Operations.implementation_for(MakeGuards)
@Operations.implementation_for(GuardRows)
def _install(operations: Operations, operation: MakeGuards) -> None:
    connection = operations.get_bind()
    for statement in operation.statements[connection.dialect.name]:
        connection.exec_driver_sql(statement)


@renderers.dispatch_for(MakeGuards)
def _render(_context: AutogenContext, operation: MakeGuards) -> str:
    return f"op.make_guards({ {dialect: list(each) for dialect, each in operation.statements.items()}!r})"


def add_guards(directives: Iterable[Any]) -> None:
    """Let a generated migration that creates a guarded table guard it too."""
    for script in directives:
        created = {step.table_name for step in script.upgrade_ops.ops if isinstance(step, ops.CreateTableOp)}
        script.upgrade_ops.ops.extend(MakeGuards(GUARDS[table]) for table in sorted(created & GUARDS.keys()))
