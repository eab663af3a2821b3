"""Databases with something in them, each filled once per run by the first process that asks; the others wait for it and copy."""

import fcntl
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from models.backups.archive import opened
from models.backups.dumping import dump
from models.backups.loading import load as restore
from models.database import make_engine
from tests.postgresql import MIGRATED, PostgreSQL, migrate, new_database

_SQLITE = "sqlite:///"
LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)
Load = Callable[[str], object]
"""Fills the database at an address, which is migrated and empty, and leaves nothing open."""


class Worlds:
    """The worlds of one run by name: for each a SQLite file in ``folder`` and a template on the server that ``postgresql`` returns."""

    def __init__(self, folder: Path, postgresql: Callable[[], PostgreSQL | str]) -> None:
        self._folder = folder
        self._postgresql = postgresql

    def copied(self, to: Path, name: str = MIGRATED, load: Load | None = None) -> str:
        """Return the address of the new SQLite file ``to``, a copy of the world ``name``, which ``load`` fills."""
        return self.made(to, name, (lambda url: load(self.copied(_file_of(url)))) if load else migrate)

    def made(self, to: Path, name: str, make: Load) -> str:
        """Return the address of the new SQLite file ``to``, a copy of the world ``name``, which ``make`` makes where there is no file."""
        return _address(Path(shutil.copy(self._file(name, make), to)))

    @contextmanager
    def cloned(self, name: str, load: Load) -> Iterator[str]:
        """Yield the address of a PostgreSQL database with the world ``name``; the test is skipped where there is no server."""
        with self.made_on_server(name, lambda url: self._carry(name, load, url), MIGRATED) as url:
            yield url

    @contextmanager
    def made_on_server(self, name: str, make: Load, base: str) -> Iterator[str]:
        """Yield the address of a PostgreSQL database with the world ``name``, which ``make`` makes in a copy of the database ``base``."""
        server = self._postgresql()
        if not isinstance(server, str):
            server.prepare(name, make, base)
        with new_database(server, name) as url:
            yield url

    def _carry(self, name: str, load: Load, url: str) -> None:
        """Bring the world ``name`` from its SQLite file into the database at ``url``; to make it there again takes many times longer."""
        own = self._folder / f"{name}.carried.sqlite3"
        source, target = make_engine(self.copied(own, name, load)), make_engine(url)
        backup = own.with_suffix(".backup")
        dump(source, backup, LONG_AGO)
        with opened(backup) as inside:
            restore(target, backup, inside)
        for engine in (source, target):
            engine.dispose()

    def _file(self, name: str, make: Load) -> Path:
        file = self._folder / f"{name}.sqlite3"
        with file.with_suffix(".lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not file.exists():
                draft = file.with_suffix(".draft")
                make(_address(draft))
                draft.rename(file)
        return file


def _file_of(url: str) -> Path:
    return Path(url.removeprefix(_SQLITE))


def _address(file: Path) -> str:
    return f"{_SQLITE}{file}"
