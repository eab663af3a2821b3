"""Brings a backup into the database of the service, brings that to the newest migration, and erases again whoever was erased since."""

import os
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy.engine import Engine

from models.backups.archive import BackupFault, opened
from models.backups.loading import holds_rows, load
from models.database import make_engine, reading
from models.migrations.state import Version, state_of
from models.migrations.upgrade import upgrade
from service.front.backups.drill import DrillResult, examined
from service.kit.actor import Actor
from service.privacy.erasure.ledger import LedgerEntry, read_ledger
from service.privacy.erasure.operations import replay


@dataclass(frozen=True, slots=True)
class RestoreResult:
    """What was found in the restored database, and how many people were erased again."""

    found: DrillResult
    erased_again: int


def restore(url: str, file: Path, by: Actor, ledger: Iterable[LedgerEntry] = (), *, overwrite: bool = False) -> RestoreResult:
    """Restore ``file`` into the database at ``url``.

    Whoever stands in ``ledger``, or in the ledger of the database that is replaced, is erased again: a backup brings nobody back.
    Raises ``BackupFault`` for a file that is no whole backup and for a database with rows that is not to be overwritten.
    """
    engine = make_engine(url)
    try:
        entries = [*ledger, *_ledger_of(engine, overwrite=overwrite)]
        place = engine.url.database
        if engine.dialect.name == "sqlite" and place and place != ":memory:":
            engine.dispose()  # nobody may have the old file open when the new one takes its place
            return _into_file(Path(place), file, by, entries)
        return _into(engine, file, by, entries)
    finally:
        engine.dispose()


def _ledger_of(engine: Engine, *, overwrite: bool) -> Sequence[LedgerEntry]:
    """Return the erasures that the database knows which is replaced; refuses one with rows."""
    if engine.dialect.name == "sqlite" and not Path(engine.url.database or "").exists():
        return ()
    if not holds_rows(engine):
        return ()
    if not overwrite:
        raise BackupFault(
            "The database holds data: name an empty one with --database, or replace everything in it with --force.",
            "Cơ sở dữ liệu đang có dữ liệu: hãy chọn cơ sở trống bằng --database, hoặc thay toàn bộ bằng --force.",
        )
    if state_of(engine).version not in {Version.CURRENT, Version.OLDER}:
        return ()
    with reading(engine) as session:
        return read_ledger(session)


def _into(engine: Engine, file: Path, by: Actor, ledger: Sequence[LedgerEntry]) -> RestoreResult:
    with opened(file) as backup:
        load(engine, file, backup)
        found = examined(engine, file, backup)
    upgrade(engine)
    return RestoreResult(found, replay(engine, by, ledger))


def _into_file(place: Path, file: Path, by: Actor, ledger: Sequence[LedgerEntry]) -> RestoreResult:
    """Restore beside ``place`` and take its place at the end: until then the old database is untouched."""
    beside = place.with_name(f".{place.name}.{os.getpid()}.restoring")
    engine = make_engine(f"sqlite:///{beside}")
    try:
        restored = _into(engine, file, by, ledger)
        engine.dispose()
        _let_go(place)
        _without_log(beside)
        beside.replace(place)
    finally:
        engine.dispose()
        for name in (beside, *_logs(beside)):
            name.unlink(missing_ok=True)
    return restored


def _let_go(place: Path) -> None:
    """Make the old file whole without its log, and refuse where another process has it open for writing."""
    if not place.exists():
        return
    try:
        _without_log(place)
    except sqlite3.OperationalError:
        raise BackupFault(f"{place} is in use: stop the service first.", f"{place} đang được sử dụng: hãy dừng dịch vụ trước.") from None


def _without_log(place: Path) -> None:
    """Bring everything into the one file; raises ``sqlite3.OperationalError`` while somebody else uses it."""
    engine = make_engine(f"sqlite:///{place}")
    try:
        connection = engine.raw_connection()
        try:
            connection.cursor().execute("PRAGMA busy_timeout=1000")
            connection.cursor().execute("PRAGMA journal_mode=DELETE")
        finally:
            connection.close()
    finally:
        engine.dispose()
    for log in _logs(place):
        log.unlink(missing_ok=True)


def _logs(place: Path) -> tuple[Path, Path]:
    return place.with_name(f"{place.name}-wal"), place.with_name(f"{place.name}-shm")
