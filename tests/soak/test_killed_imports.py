"""An import killed at random statements and resumed leaves the database of one that nobody stopped."""

import itertools
import random
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Engine

from models.database import make_engine, writing
from models.imports import ImportMode, ImportStatus
from service.imports.runs.operations import ImportOrder, start_run
from service.imports.runs.processing import process as work_on
from service.kit.actor import COMMAND_LINE, Actor
from tests.accounts import LONG_AGO
from tests.reliability.processes import process
from tests.service.imports.runs.test_processing import content
from tests.soak.effort import times
from tests.worlds import Worlds

KILLS = 5
PEOPLE = times(900, 25_000)
"""Each with two rows."""
ROWS = "Mã;Họ và tên;Email;Loại;Nội dung;Đơn vị;Từ\n" + "".join(
    f"A{n // 2};Người Số {n // 2};p{n // 2}@x.vn;{'lạ' if n % 37 == 3 else 'chức vụ'};Việc {n};Đơn vị {n % 40};2015\n"
    for n in range(2 * PEOPLE)
)


@contextmanager
def database(worlds: Worlds, file: Path) -> Iterator[tuple[Engine, str]]:
    address = worlds.copied(file)
    engine = make_engine(address)
    yield engine, address
    engine.dispose()


def started(engine: Engine, mode: ImportMode) -> str:
    with writing(engine) as session:
        return start_run(session, Actor(COMMAND_LINE, LONG_AGO), ImportOrder("people.csv", ROWS.encode(), mode), queued=False).id


def uninterrupted(engine: Engine, mode: ImportMode) -> int:
    """Bring everybody in, and return how many statements that takes."""
    run_id, numbers = started(engine, mode), itertools.count()

    def count(*_arguments: Any) -> None:
        next(numbers)

    sa.event.listen(engine, "before_cursor_execute", count)
    assert work_on(engine, run_id, lambda *_: None).status is ImportStatus.DONE
    sa.event.remove(engine, "before_cursor_execute", count)
    return next(numbers)


@pytest.mark.soak
@pytest.mark.parametrize("mode", list(ImportMode))
def test_an_import_that_is_killed_again_and_again_ends_the_same(
    worlds: Worlds, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, mode: ImportMode
) -> None:
    with database(worlds, tmp_path / "whole.sqlite3") as (whole, _):
        statements = uninterrupted(whole, mode)
        wanted = content(whole)
    moments = random.Random(len(ROWS))
    with database(worlds, tmp_path / "killed.sqlite3") as (engine, address):
        run_id = started(engine, mode)
        monkeypatch.setenv("RUN", run_id)
        for _ in range(KILLS):
            monkeypatch.setenv("STATEMENT", str(moments.randint(1, statements // 2)))
            with process("tests.reliability.interrupted_import", address) as running:
                assert running.stdout.readline() in {"reached\n", "done\n"}
                running.kill()
                running.wait(timeout=30)
        assert work_on(engine, run_id, lambda *_: None).status is ImportStatus.DONE
        assert content(engine) == wanted
