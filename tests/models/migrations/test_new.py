from collections.abc import Callable
from enum import StrEnum
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Engine

from models.columns import coded
from models.migrations import checks, drift, layout, scripts
from models.migrations.new import write
from models.migrations.upgrade import upgrade
from models.tables import metadata


class ErasureReason(StrEnum):
    REQUEST = "request"
    RETENTION = "retention"
    MISTAKE = "mistake"
    COURT = "court"


class Colour(StrEnum):
    RED = "red"


@pytest.fixture
def tables_of_tomorrow(monkeypatch: pytest.MonkeyPatch) -> sa.MetaData:
    """The tables in code, with a table, a column of a new enumeration, a code more in an old one, and another condition."""
    copy = sa.MetaData(naming_convention=metadata.naming_convention)
    for table in metadata.tables.values():
        table.to_metadata(copy)
    sa.Table("owner", copy, sa.Column("id", sa.Integer, primary_key=True), sa.Column("expert_id", sa.ForeignKey("expert.id")))
    copy.tables["expert"].append_column(sa.Column("colour", coded(Colour)))
    erasure, job = copy.tables["erasure"], copy.tables["job"]
    erasure.constraints -= {each for each in erasure.constraints if str(each.name).endswith("erasurereason")}
    erasure.append_column(sa.Column("reason", coded(ErasureReason), nullable=False), replace_existing=True)
    job.constraints -= {each for each in job.constraints if str(each.name).endswith("progress")}
    job.append_constraint(sa.CheckConstraint("progress BETWEEN 0 AND 1", name="progress"))
    for module in (checks, drift, layout):
        monkeypatch.setattr(module, "metadata", copy)
    monkeypatch.setattr("models.tables.metadata", copy)
    return copy


def test_a_new_migration_is_numbered_and_makes_the_tables_in_code(
    kept: Engine, other_empty_engine: Engine, tables_of_tomorrow: sa.MetaData, add_migration: Callable[[str], None], tmp_path: Path
) -> None:
    written = write("experts have a colour", tmp_path)
    assert written.name == f"{int(min(scripts.heads())) + 1:04d}_experts_have_a_colour.py"
    for each in (scripts.scripts, layout.layout_at):
        each.cache_clear()
    upgrade(kept)
    assert [each for each in drift.drift(kept, other_empty_engine) if ": TRIGGER " not in each] == []
    with kept.begin() as connection:
        connection.exec_driver_sql("UPDATE erasure SET reason = 'court'")
        connection.exec_driver_sql("UPDATE expert SET colour = 'red'")
