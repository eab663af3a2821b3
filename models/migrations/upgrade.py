"""Brings a database to the newest migration, and says whether it is there."""

from functools import cache
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy.engine import Connection, Engine

HERE = Path(__file__).parent
# Two processes that start at once must not both migrate; the number only has to be the same everywhere.
POSTGRESQL_LOCK = 231_2025


def configuration(connection: Connection | None = None) -> Config:
    """Return Alembic's configuration, without any file, for ``connection``."""
    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(HERE).replace("%", "%%"))
    return config


def upgrade(engine: Engine) -> None:
    """Apply every migration that the database lacks, in one transaction."""
    with engine.begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({POSTGRESQL_LOCK})")
        command.upgrade(configuration(connection), "head")


def is_current(engine: Engine) -> bool:
    """Return whether the database is at the newest migration."""
    with engine.connect().execution_options(reading=True) as connection:
        return set(MigrationContext.configure(connection).get_current_heads()) == heads()


@cache
def heads() -> frozenset[str]:
    """Return the newest migrations of this version of the code."""
    return frozenset(ScriptDirectory.from_config(configuration()).get_heads())
