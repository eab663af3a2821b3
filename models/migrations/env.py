"""Runs migrations for Alembic, on the connection that the caller has prepared for them and hands over."""

from typing import Any

from alembic import context
from sqlalchemy.engine import Connection

from models.migrations.checks import add_checks
from models.migrations.copies import SQLiteKeepingTriggers  # noqa: F401 - Alembic knows it once it is loaded
from models.migrations.guards import add_guards
from models.tables import metadata


def run_on(connection: Connection) -> None:
    """Run the migrations in one transaction; tables of SQLite are changed by copying (``render_as_batch``)."""

    def complete(_context: Any, _revision: Any, directives: list[Any]) -> None:
        add_guards(directives)
        add_checks(connection, directives)

    context.configure(
        connection=connection,
        target_metadata=metadata,
        render_as_batch=True,
        compare_type=True,
        process_revision_directives=complete,
    )
    with context.begin_transaction():
        context.run_migrations()


run_on(context.config.attributes["connection"])
