"""Lets a generated migration say that the database refuses to change rows of a table: ``op.guard_rows("audit_event")``."""

from collections.abc import Iterable
from typing import Any

from alembic.autogenerate.api import AutogenContext
from alembic.autogenerate.render import renderers
from alembic.operations import MigrateOperation, Operations, ops

from models.audit import AuditEvent, guard_audit
from models.catalogue_changes import CatalogueChange, guard_changes
from models.shortlists import EntryContent, guard_signed

GUARDS = {
    str(AuditEvent.__tablename__): guard_audit,
    str(CatalogueChange.__tablename__): guard_changes,
    str(EntryContent.__tablename__): guard_signed,
}


@Operations.register_operation("guard_rows")
class GuardRows(MigrateOperation):
    """The operation; the statements stand beside the table."""

    def __init__(self, table: str) -> None:
        self.table = table

    @classmethod
    def guard_rows(cls, operations: Operations, table: str) -> None:
        """Install the guards that belong to ``table``."""
        operations.invoke(cls(table))

    def reverse(self) -> MigrateOperation:
        """Return what undoes it: nothing, because the guards go with their table."""
        return ops.UpgradeOps([])


@Operations.implementation_for(GuardRows)
def _install(operations: Operations, operation: GuardRows) -> None:
    GUARDS[operation.table](None, operations.get_bind())


@renderers.dispatch_for(GuardRows)
def _render(_context: AutogenContext, operation: GuardRows) -> str:
    return f"op.guard_rows({operation.table!r})"


def add_guards(_context: Any, _revision: Any, directives: Iterable[Any]) -> None:
    """Let every generated migration that creates a guarded table guard it too."""
    for script in directives:
        created = {step.table_name for step in script.upgrade_ops.ops if isinstance(step, ops.CreateTableOp)}
        for table in sorted(created & GUARDS.keys()):
            script.upgrade_ops.ops.append(GuardRows(table))
