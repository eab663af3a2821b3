"""The migrations of this version of the code, and the one place that lets Alembic run them."""

import threading
from functools import cache
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy.engine import Connection

HERE = Path(__file__).parent
# Alembic keeps what it works on in one place per process.
_ALEMBIC = threading.Lock()


def configuration(connection: Connection | None = None) -> Config:
    """Return Alembic's configuration, without any file, for ``connection``."""
    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(HERE).replace("%", "%%"))
    return config


def run(connection: Connection, to: str = "head") -> None:
    """Run the migrations up to ``to`` that the database of ``connection`` lacks, in the transaction of the connection."""
    with _ALEMBIC:
        command.upgrade(configuration(connection), to)


@cache
def scripts() -> ScriptDirectory:
    """Return the folder of migrations, read once."""
    return ScriptDirectory.from_config(configuration())


def heads() -> frozenset[str]:
    """Return the newest migrations of this version of the code."""
    return frozenset(scripts().get_heads())


def is_known(revision: str) -> bool:
    """Return whether this version of the code has the migration ``revision``."""
    try:
        return scripts().get_revision(revision) is not None
    except CommandError:
        return False
