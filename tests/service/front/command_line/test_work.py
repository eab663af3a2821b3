import signal
from typing import Any

import pytest
from sqlalchemy.engine import Engine

from models.database import reading, writing
from models.jobs import Job
from models.vocabulary import JobStatus
from service.front.jobs.kinds import DAILY
from service.kit.jobs.queue import enqueue
from service.kit.jobs.worker import Worker
from tests.service.front.command_line.conftest import Run


def test_waiting_jobs_are_tried_until_none_is_left(run: Run, sqlite_url: str, sqlite_engine: Engine) -> None:
    with writing(sqlite_engine) as session:
        jobs = [enqueue(session, "unknown kind", {}, max_attempts=1).id for _ in range(2)]
    result = run("work", "--once", "--database", sqlite_url)
    with reading(sqlite_engine) as session:
        ended = {session.get_one(Job, job).status for job in jobs}
    assert (result.exit_code, ended) == (0, {JobStatus.FAILED})
    assert f"Jobs tried: {2 + len(DAILY)}." in result.stderr


def test_a_signal_ends_the_work(run: Run, sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    handlers: dict[int, Any] = {}
    monkeypatch.setattr(signal, "signal", handlers.__setitem__)

    def run_until_stopped(worker: Worker) -> None:
        handlers[signal.SIGTERM](signal.SIGTERM, None)
        assert worker.stop.is_set()

    monkeypatch.setattr(Worker, "run", run_until_stopped)
    assert run("work", "--database", sqlite_url).exit_code == 0
    assert set(handlers) == {signal.SIGINT, signal.SIGTERM}
