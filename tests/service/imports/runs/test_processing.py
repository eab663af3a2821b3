"""A run that was stopped goes on at its next batch, and ends as one that nobody stopped."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Engine

from models.database import make_engine, reading, writing
from models.imports import ImportMode, ImportRun, ImportStatus
from models.tables import metadata
from service.imports.runs import processing
from service.imports.runs import work as batches
from service.imports.runs.operations import ImportOrder, start_run
from service.imports.runs.processing import process
from service.kit.actor import COMMAND_LINE, Actor
from tests.accounts import LONG_AGO
from tests.worlds import Worlds

PEOPLE = "Mã;Họ và tên;Email;Loại;Nội dung;Đơn vị;Từ\n" + "".join(
    f"A{n // 2};Người Số {n // 2};p{n // 2}@x.vn;{'lạ' if n % 7 == 3 else 'chức vụ'};Việc {n};Đơn vị {n % 5};2015\n" for n in range(20)
)
NOT_COMPARED = {"job", "audit_event", "audit_head", "network_state", "import_run"}
OF_THE_MOMENT = {"id", "run_id", "change_number", "created_at", "started_at", "finished_at"}


class Stopped(BaseException):
    """The process was killed."""


@pytest.fixture(autouse=True)
def _small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (batches, processing):
        monkeypatch.setattr(module, "BATCH", 3)


@contextmanager
def database(worlds: Worlds, file: Path) -> Iterator[Engine]:
    engine = make_engine(worlds.copied(file))
    yield engine
    engine.dispose()


def started(engine: Engine, **how: Any) -> str:
    with writing(engine) as session:
        return start_run(session, Actor(COMMAND_LINE, LONG_AGO), ImportOrder("people.csv", PEOPLE.encode(), **how), queued=False).id


def content(engine: Engine) -> dict[str, list[tuple[Any, ...]]]:
    with reading(engine) as session:
        found = {}
        for table in metadata.sorted_tables:
            if table.name not in NOT_COMPARED:
                columns = [column for column in table.columns if column.name not in OF_THE_MOMENT or table.name in {"expert", "evidence"}]
                columns = [column for column in columns if column.name != "change_number"]
                found[table.name] = sorted((tuple(row) for row in session.execute(sa.select(*columns))), key=repr)
        return found


@pytest.mark.parametrize("mode", list(ImportMode))
def test_stopped_after_any_batch_it_ends_the_same(worlds: Worlds, tmp_path: Path, mode: ImportMode) -> None:
    with database(worlds, tmp_path / "whole.sqlite3") as whole:
        process(whole, started(whole, mode=mode), lambda *_: None)
        wanted = content(whole)
    for stop in range(1, 5):
        with database(worlds, tmp_path / f"stopped{stop}.sqlite3") as engine:
            run_id, left = started(engine, mode=mode), [stop]

            def report(*_: Any, left: list[int] = left) -> None:
                left[0] -= 1
                if left[0] == 0:
                    raise Stopped

            with pytest.raises(Stopped):
                process(engine, run_id, report)
            assert process(engine, run_id, lambda *_: None).status is ImportStatus.DONE
            assert content(engine) == wanted


def test_a_run_that_is_asked_to_stop_keeps_what_has_entered(sqlite_engine: Engine) -> None:
    run_id = started(sqlite_engine)

    def ask(*_: Any) -> None:
        with writing(sqlite_engine) as session:
            session.get_one(ImportRun, run_id).cancel_asked = True

    run = process(sqlite_engine, run_id, ask)
    assert (run.status, run.added, run.position) == (ImportStatus.CANCELLED, 3, 3)
    assert run.content is None


def test_a_run_that_is_over_is_left_alone(sqlite_engine: Engine) -> None:
    run_id = started(sqlite_engine)
    first = process(sqlite_engine, run_id, lambda *_: None)
    again = process(sqlite_engine, run_id, lambda *_: None)
    assert (first.added, again.added, again.refused) == (10, 10, first.refused)


def test_a_dry_run_keeps_the_file_until_it_is_entered(sqlite_engine: Engine) -> None:
    run = process(sqlite_engine, started(sqlite_engine, dry_run=True), lambda *_: None)
    assert (run.added, run.content is not None) == (10, True)
    with reading(sqlite_engine) as session:
        assert session.scalar(sa.select(sa.func.count()).select_from(metadata.tables["expert"])) == 0
