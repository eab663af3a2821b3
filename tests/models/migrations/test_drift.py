from pathlib import Path

import pytest
import sqlalchemy as sa

from models.database import make_engine
from models.migrations.drift import drift, drift_of_migrations
from models.tables import metadata


def test_the_migrations_make_the_tables_in_code(tmp_path: Path) -> None:
    assert drift_of_migrations(tmp_path) == []


def test_the_migrations_make_the_tables_in_code_on_postgresql_too(postgresql_url: str, empty_postgresql_url: str) -> None:
    migrated, created = make_engine(postgresql_url), make_engine(empty_postgresql_url)
    assert drift(migrated, created) == []
    migrated.dispose()
    created.dispose()


def test_a_missing_migration_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copy = sa.MetaData(naming_convention=metadata.naming_convention)
    for table in metadata.tables.values():
        table.to_metadata(copy)
    sa.Table("forgotten", copy, sa.Column("id", sa.Integer, primary_key=True))
    copy.tables["job"].append_constraint(sa.CheckConstraint("attempts < 9", name="few"))
    monkeypatch.setattr("models.migrations.drift.metadata", copy)
    found = "\n".join(drift_of_migrations(tmp_path))
    assert "forgotten" in found
    assert "CHECK ck_job_few" in found
