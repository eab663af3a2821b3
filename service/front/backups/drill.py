"""Restores a backup into a database that nobody uses, and says whether it is one to rely on."""

import tempfile
from dataclasses import dataclass
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.engine import Engine
from sqlmodel import Session

from models.backups.archive import Backup, BackupFault, Manifest, opened
from models.backups.loading import load
from models.database import make_engine, reading
from service.audit.verification import Verdict, verify


@dataclass(frozen=True, slots=True)
class DrillResult:
    """What a backup holds, and what the chain of its audit gave."""

    manifest: Manifest
    audit: Verdict

    @property
    def sound(self) -> bool:
        """Return whether the audit is as it was written, to the last event that the backup names."""
        return self.audit.broken is None


def drill(file: Path) -> DrillResult:
    """Restore ``file`` into a database in memory's place, a file that is thrown away, and return what was found.

    Raises ``BackupFault`` for a file that is no whole backup, or whose rows are not all there.
    """
    with opened(file) as backup, tempfile.TemporaryDirectory(prefix="vinmatch-drill-") as folder:
        engine = make_engine(f"sqlite:///{Path(folder) / 'drill.sqlite3'}")
        try:
            load(engine, file, backup)
            return examined(engine, file, backup)
        finally:
            engine.dispose()


def examined(engine: Engine, file: Path, backup: Backup) -> DrillResult:
    """Return what was found in a database right after ``backup`` entered it; raises ``BackupFault`` where rows are missing."""
    with reading(engine) as session:
        _check_counts(session, file, backup.manifest)
        if engine.dialect.name == "sqlite":
            _check_pages(session, file)
        return DrillResult(backup.manifest, verify(session, backup.manifest.last))


def _check_counts(session: Session, file: Path, manifest: Manifest) -> None:
    for name, inside in manifest.tables.items():
        there = session.scalar(sa.select(sa.func.count()).select_from(sa.table(name)))
        if there != inside.rows:
            raise BackupFault(
                f"{file}: table {name} has {there} rows after restoring, {inside.rows} in the backup.",
                f"{file}: bảng {name} có {there} dòng sau khi khôi phục, bản sao lưu có {inside.rows}.",
            )


def _check_pages(session: Session, file: Path) -> None:
    connection = session.connection()
    wrong = connection.exec_driver_sql("PRAGMA integrity_check").scalar_one()
    lost = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
    if wrong != "ok" or lost is not None:
        raise BackupFault(
            f"{file}: the restored database is not sound: {wrong}.", f"{file}: cơ sở dữ liệu khôi phục không toàn vẹn: {wrong}."
        )
