"""Writes the next migration from what the tables in code have and the migrations do not make. Run by ``make migration MESSAGE="..."``."""

import sys
import tempfile
from pathlib import Path

from alembic import command

from models.database import make_engine
from models.migrations.scripts import configuration, scripts
from models.migrations.upgrade import upgrade


def write(message: str, folder: Path) -> Path:
    """Write the next migration, numbered, and return its file; a database in the empty ``folder`` is compared with the tables in code."""
    engine = make_engine(f"sqlite:///{folder / 'migrated.sqlite3'}")
    upgrade(engine)
    with engine.connect().execution_options(reading=True) as connection:
        script = command.revision(configuration(connection), message, autogenerate=True, rev_id=_next_number())
    engine.dispose()
    return Path(script.path)  # type: ignore[union-attr]  # one revision makes one script


def _next_number() -> str:
    return f"{max(int(each.revision) for each in scripts().walk_revisions()) + 1:04d}"


if __name__ == "__main__":
    words = " ".join(sys.argv[1:]).strip()
    if not words:
        sys.exit('Say what changes: make migration MESSAGE="products have an owner"')
    with tempfile.TemporaryDirectory() as temporary:
        print(f"{write(words, Path(temporary))}: read it, and correct it where rows have to move.")  # noqa: T201 - the result
