"""Writes the first migration anew from the tables in code; only while no database outside development exists.

Run as ``python -m models.migrations.renew``. Afterwards steps are added with ``alembic revision --autogenerate -m "..."``.
"""

import tempfile
from pathlib import Path

from alembic import command

from models.database import make_engine
from models.migrations.upgrade import HERE, configuration

FIRST_REVISION = "0001"


def renew(folder: Path) -> None:
    """Replace the first migration, comparing the tables with an empty database in ``folder``."""
    for old in (HERE / "versions").glob(f"{FIRST_REVISION}_*.py"):
        old.unlink()
    engine = make_engine(f"sqlite:///{folder / 'empty.sqlite3'}")
    with engine.begin() as connection:
        command.revision(configuration(connection), "all tables", autogenerate=True, rev_id=FIRST_REVISION)
    engine.dispose()


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as temporary:
        renew(Path(temporary))
