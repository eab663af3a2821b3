"""Lets a generated migration say that the database refuses to change audit events: ``op.guard_audit_events()``."""

from collections.abc import Iterable
from typing import Any

from alembic.autogenerate.api import AutogenContext
from alembic.autogenerate.render import renderers
from alembic.operations import MigrateOperation, Operations, ops

from models.audit import AuditEvent, guard_audit


@Operations.register_operation("guard_audit_events")
class GuardAuditEvents(MigrateOperation):
    """The operation; the statements stand beside the table."""

    @classmethod
    def guard_audit_events(cls, operations: Operations) -> None:
        """Install the guards."""
        operations.invoke(cls())

    def reverse(self) -> MigrateOperation:
        """Return what undoes it: nothing, because the guards go with their table."""
        return ops.UpgradeOps([])


@Operations.implementation_for(GuardAuditEvents)
def _install(operations: Operations, _operation: GuardAuditEvents) -> None:
    guard_audit(None, operations.get_bind())


@renderers.dispatch_for(GuardAuditEvents)
def _render(_context: AutogenContext, _operation: GuardAuditEvents) -> str:
    return "op.guard_audit_events()"


def add_guards(_context: Any, _revision: Any, directives: Iterable[Any]) -> None:
    """Let every generated migration that creates the table of events guard it too."""
    for script in directives:
        created = {step.table_name for step in script.upgrade_ops.ops if isinstance(step, ops.CreateTableOp)}
        if AuditEvent.__tablename__ in created:
            script.upgrade_ops.ops.append(GuardAuditEvents())
