"""Tables refuse by themselves what a class does not: SQLModel tables do not validate when they are made."""

from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Engine
from sqlalchemy.exc import IntegrityError

from models.database import reading, writing
from models.experts import Expert
from models.jobs import Job
from models.tables import metadata
from models.vocabulary import JobStatus, NameOrder

NOW = datetime(2026, 1, 1, tzinfo=UTC)


def job(**values: Any) -> Job:
    defaults: dict[str, Any] = {"id": "j", "kind": "fit", "created_at": NOW}
    return Job(**(defaults | values))


def expert(**values: Any) -> Expert:
    names: dict[str, Any] = {"id": "E1", "display_name": "Trần Mai", "family_name": "Trần", "given_name": "Mai", "name_key": "tran mai"}
    rest: dict[str, Any] = {"name_order": NameOrder.FAMILY_FIRST, "country": "VN", "refreshed_on": date(2026, 1, 1)}
    return Expert(**(names | rest | values))


def store(engine: Engine, row: Job | Expert) -> None:
    with writing(engine) as session:
        session.add(row)


@pytest.mark.parametrize(
    "row",
    [
        job(progress=1.5),
        job(attempts=4),
        expert(hours_per_week=200),
        expert(available_from=date(2026, 2, 1), available_until=date(2026, 1, 1)),
    ],
)
def test_a_value_out_of_range_is_refused_by_the_table(engine: Engine, row: Job | Expert) -> None:
    copy = type(row)(**row.model_dump())
    with pytest.raises(IntegrityError, match="ck_"):
        store(engine, copy)


def test_an_unknown_code_is_refused_by_the_table(engine: Engine) -> None:
    store(engine, job())
    with engine.connect() as connection, pytest.raises(IntegrityError, match="ck_job_jobstatus"):
        connection.execute(sa.text("UPDATE job SET status = 'lost'"))


def test_a_code_is_stored_by_its_value_and_read_as_the_member(engine: Engine) -> None:
    store(engine, job(status=JobStatus.RUNNING))
    with reading(engine) as session:
        assert session.scalar(sa.text("SELECT status FROM job")) == "running"
        assert session.get_one(Job, "j").status is JobStatus.RUNNING


def test_no_code_is_a_native_type_of_postgresql() -> None:
    codes = [column.type for table in metadata.tables.values() for column in table.columns if isinstance(column.type, sa.Enum)]
    assert codes
    assert all(not code.native_enum and code.create_constraint for code in codes)


def test_moments_come_back_aware_in_utc(engine: Engine) -> None:
    store(engine, job(created_at=datetime(2026, 1, 1, 7, 0, tzinfo=timezone(timedelta(hours=7)))))
    with reading(engine) as session:
        read = session.get_one(Job, "j").created_at
    assert read == NOW
    assert read.tzinfo is not None


def test_a_document_is_changed_by_assigning_a_new_one(engine: Engine) -> None:
    store(engine, job(arguments={"a": [1]}))
    with writing(engine) as session:
        changed = session.get_one(Job, "j")
        changed.arguments = {**changed.arguments, "b": [2]}
    with reading(engine) as session:
        assert session.get_one(Job, "j").arguments == {"a": [1], "b": [2]}


def test_a_row_that_is_pointed_at_cannot_be_missing(engine: Engine) -> None:
    statement = sa.text("INSERT INTO consent (expert_id, purpose, text_version, given_at) VALUES ('nobody', 'matching', '1', :now)")
    with engine.connect() as connection, pytest.raises(IntegrityError):
        connection.execute(statement, {"now": NOW.isoformat()})
