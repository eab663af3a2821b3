"""A backup comes back as it was, but for whoever was erased since; what is there is not overwritten by mistake."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Engine
from sqlmodel import col

from models.backups.archive import BackupFault
from models.backups.dumping import dump
from models.database import make_engine, reading, writing
from models.documents import Document
from models.experts import Expert
from models.vocabulary import ErasureReason
from models.vocabulary.documents import DocumentPurpose
from service.front.backups.drill import drill
from service.front.backups.restoring import restore
from service.kit.actor import Actor
from service.privacy.erasure.operations import erase
from tests.service.people.documents import files
from tests.service.privacy.erasure.conftest import BY, ERASED

NOW = datetime(2026, 10, 2, 8, 30, tzinfo=UTC)
WITHOUT_GUARD = {
    "sqlite": "DROP TRIGGER audit_event_no_update",
    "postgresql": "ALTER TABLE audit_event DISABLE TRIGGER USER",
}
AGAIN = Actor("command-line", NOW)


@pytest.fixture
def backup(full_world: Engine, tmp_path: Path) -> Path:
    """A backup of the world, with a document of somebody."""
    own = {"name": "a.pdf", "media_type": "application/pdf", "size": len(files.PDF), "sha256": "0" * 64, "content": files.PDF}
    with writing(full_world) as session:
        session.add(Document(id="D1", expert_id="E3", purpose=DocumentPurpose.CV, uploaded_by="a", uploaded_at=NOW, **own))
    dump(full_world, tmp_path / "a.backup", NOW)
    return tmp_path / "a.backup"


def people(url: str) -> list[str]:
    engine = make_engine(url)
    try:
        with reading(engine) as session:
            return list(session.scalars(sa.select(col(Expert.id)).order_by(col(Expert.id))))
    finally:
        engine.dispose()


def test_it_comes_back_as_it_was(full_world: Engine, backup: Path, tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'new.sqlite3'}"
    restored = restore(url, backup, AGAIN)
    assert (restored.found.sound, restored.erased_again) == (True, 0)
    assert people(url) == people(str(full_world.url))
    engine = make_engine(url)
    with reading(engine) as session:
        assert session.get_one(Document, "D1").content == files.PDF
    engine.dispose()
    dump(full_world, tmp_path / "b.backup", NOW)
    assert (tmp_path / "b.backup").read_bytes() == backup.read_bytes()


def test_what_holds_data_is_not_overwritten_without_force(full_world: Engine, backup: Path) -> None:
    before = people(str(full_world.url))
    with pytest.raises(BackupFault, match="--force"):
        restore(str(full_world.url), backup, AGAIN)
    assert people(str(full_world.url)) == before


def test_whoever_was_erased_since_is_erased_again(full_world: Engine, backup: Path) -> None:
    with writing(full_world) as session:
        erase(session, BY, ERASED, ErasureReason.REQUEST)
    full_world.dispose()
    restored = restore(str(full_world.url), backup, AGAIN, overwrite=True)
    assert restored.erased_again == 1
    assert ERASED not in people(str(full_world.url))


def test_a_drill_uses_no_database_and_tells_what_it_found(full_world: Engine, backup: Path, tmp_path: Path) -> None:
    before = sorted(tmp_path.iterdir())
    found = drill(backup)
    assert (found.sound, found.manifest.tables["document"].rows, found.manifest.database) == (True, 1, full_world.dialect.name)
    assert sorted(tmp_path.iterdir()) == before


def test_a_broken_chain_is_found(full_world: Engine, tmp_path: Path) -> None:
    with writing(full_world) as session:
        erase(session, BY, ERASED, ErasureReason.REQUEST)
    with full_world.begin() as connection:
        connection.exec_driver_sql(WITHOUT_GUARD[full_world.dialect.name])
        connection.exec_driver_sql("UPDATE audit_event SET actor = 'somebody-else'")
    dump(full_world, tmp_path / "b.backup", NOW)
    found = drill(tmp_path / "b.backup")
    assert (found.sound, found.audit.broken) == (False, 1)


def test_a_damaged_backup_leaves_the_database_alone(full_world: Engine, backup: Path) -> None:
    content = backup.read_bytes()
    backup.write_bytes(content[: len(content) // 2])
    before = people(str(full_world.url))
    with pytest.raises(BackupFault, match="no whole backup"):
        restore(str(full_world.url), backup, AGAIN, overwrite=True)
    assert people(str(full_world.url)) == before


def test_a_file_in_use_is_not_replaced(full_world: Engine, backup: Path) -> None:
    if full_world.dialect.name != "sqlite":
        pytest.skip("a server keeps its own order")
    before = people(str(full_world.url))
    with reading(full_world) as session:
        session.scalar(sa.select(col(Expert.id)).limit(1))
        with pytest.raises(BackupFault, match="in use"):
            restore(str(full_world.url), backup, AGAIN, overwrite=True)
    assert people(str(full_world.url)) == before
    assert not list(backup.parent.glob(".*restoring*"))
