"""Runs migrations for Alembic, on the connection that the caller hands over or on ``DATABASE_URL``."""

import os

from alembic import context
from sqlalchemy.engine import Connection

from models.database import make_engine
from models.migrations.guards import add_guards
from models.tables import metadata


def run_on(connection: Connection) -> None:
    """Run the migrations in one transaction; tables of SQLite are changed by copying (``render_as_batch``)."""
    context.configure(
        connection=connection,
        target_metadata=metadata,
        render_as_batch=True,
        compare_type=True,
        process_revision_directives=add_guards,
    )
    with context.begin_transaction():
        context.run_migrations()


given = context.config.attributes.get("connection")
if given is not None:
    run_on(given)
else:
    with make_engine(os.environ.get("DATABASE_URL", "sqlite:///vinmatch.sqlite3")).begin() as own:
        run_on(own)
