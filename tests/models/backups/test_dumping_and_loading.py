"""Every row of every table comes back as it was, from either database into either, and a backup is one moment of its database."""

import threading
from datetime import UTC, datetime
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Engine

from models.audit import AuditEvent
from models.backups.archive import BackupFault, opened
from models.backups.dumping import dump
from models.backups.loading import holds_rows, load
from models.database import make_engine, reading, writing
from models.experts import NetworkState
from models.migrations.state import Version, state_of
from models.projects import Organisation
from tests.conftest import both
from tests.models.migrations.conftest import Rows
from tests.models.migrations.test_kept import stored

NOW = datetime(2026, 10, 1, 8, 30, tzinfo=UTC)


def brought_over(source: Engine, target: Engine, file: Path) -> None:
    dump(source, file, NOW)
    with opened(file) as backup:
        load(target, file, backup)


def test_every_row_comes_back_as_it_was(kept: Engine, other_empty_engine: Engine, kept_rows: Rows, tmp_path: Path) -> None:
    brought_over(kept, other_empty_engine, tmp_path / "a.backup")
    assert stored(other_empty_engine, kept_rows) == stored(kept, kept_rows)
    assert state_of(other_empty_engine).version is Version.OLDER
    with other_empty_engine.connect() as connection, pytest.raises(sa.exc.DBAPIError, match="never changed"):
        connection.exec_driver_sql("UPDATE shortlist SET version = 9 WHERE status = 'signed'")


def test_rows_come_over_into_the_other_kind_of_database(
    upgraded: Engine, empty_sqlite_url: str, empty_postgresql_url: str, kept_rows: Rows, tmp_path: Path
) -> None:
    other = make_engine(empty_postgresql_url if upgraded.dialect.name == "sqlite" else f"{empty_sqlite_url}.other")
    brought_over(upgraded, other, tmp_path / "a.backup")
    brought_over(other, upgraded, tmp_path / "b.backup")
    assert stored(upgraded, kept_rows) == stored(other, kept_rows)
    with writing(other) as session:
        session.add(Organisation(id="new", name="New"))
        session.flush()
    with opened(tmp_path / "a.backup") as first, opened(tmp_path / "b.backup") as second:
        assert first.manifest.tables == second.manifest.tables
    other.dispose()


def test_new_rows_are_numbered_after_those_that_came(kept: Engine, other_empty_engine: Engine, tmp_path: Path) -> None:
    brought_over(kept, other_empty_engine, tmp_path / "a.backup")
    entry = sa.table("invitation_question", sa.column("id"), sa.column("invitation_id"), sa.column("text"), sa.column("asked_at"))
    with other_empty_engine.begin() as connection:
        before = connection.execute(sa.select(entry)).first()
        assert before is not None
        connection.execute(sa.insert(entry).values(invitation_id=before.invitation_id, text="a", asked_at=NOW))
        assert connection.execute(sa.select(sa.func.max(entry.c.id))).scalar() == before.id + 1


def test_organisations_that_name_each_other_come_over(sqlite_engine: Engine, empty_sqlite_url: str, tmp_path: Path) -> None:
    with writing(sqlite_engine) as session:
        session.add(Organisation(id="z", name="Parent"))
        session.flush()
        session.add(Organisation(id="a", name="Child", parent_id="z"))
    other = make_engine(empty_sqlite_url)
    brought_over(sqlite_engine, other, tmp_path / "a.backup")
    with reading(other) as session:
        assert session.get_one(Organisation, "a").parent_id == "z"
    other.dispose()


@both
def test_a_backup_taken_while_others_write_is_one_moment(engine: Engine, tmp_path: Path) -> None:
    """The writer adds an organisation and counts it, in one transaction: in a backup, count and rows agree."""
    with writing(engine) as session:
        session.add(NetworkState(id=1))
    stop = threading.Event()
    writer = threading.Thread(target=write_until, args=(engine, stop))
    writer.start()
    try:
        counted = [moment(engine, tmp_path / f"{number}.backup") for number in range(5)]
    finally:
        stop.set()
        writer.join()
    assert all(count == rows for count, rows in counted)
    assert counted == sorted(counted)
    assert counted[-1][0] > 0


def write_until(engine: Engine, stop: threading.Event) -> None:
    number = 0
    while not stop.is_set():
        number += 1
        with writing(engine) as session:
            session.add(Organisation(id=f"O{number:05}", name=f"Organisation {number}"))
            session.flush()
            session.execute(sa.update(NetworkState).values(expert_changes=number))


def moment(engine: Engine, file: Path) -> tuple[int, int]:
    """Take a backup and return what it counted, and how many organisations are in it."""
    dump(engine, file, NOW)
    with opened(file) as backup:
        columns = [name for name, _ in backup.manifest.tables["network_state"].columns]
        (state,) = backup.rows("network_state")
        return state[columns.index("expert_changes")], len(list(backup.rows("organisation")))


def test_a_damaged_backup_changes_nothing(sqlite_engine: Engine, kept: Engine, kept_rows: Rows, tmp_path: Path) -> None:
    if kept.dialect.name != "sqlite":
        pytest.skip("the file is the same")
    file = tmp_path / "a.backup"
    dump(sqlite_engine, file, NOW)
    before = stored(kept, kept_rows)
    with opened(file) as backup:
        object.__setattr__(backup.manifest.tables["job"], "rows", 7)
        with pytest.raises(BackupFault, match="damaged in table job"):
            load(kept, file, backup)
    assert stored(kept, kept_rows) == before


def test_a_database_without_rows_is_empty(sqlite_engine: Engine) -> None:
    assert not holds_rows(sqlite_engine)
    with writing(sqlite_engine) as session:
        session.add(AuditEvent(sequence=1, at=NOW, actor="a", action="a", object_kind="a", object_id="a", previous_hash="0", hash="1"))
    assert holds_rows(sqlite_engine)
