import signal
import threading
from typing import Any

import pytest

from models.database import make_engine, reading, writing
from models.jobs import Job
from models.vocabulary import JobStatus
from service.jobs.queue import enqueue
from service.jobs.worker import Worker
from service.network import fitting
from tests.service.command_line.conftest import Run


def test_waiting_jobs_are_done(run: Run, world_copy: str) -> None:
    engine = make_engine(world_copy)
    with writing(engine) as session:
        job_id = enqueue(session, fitting.KIND, {}).id
    result = run("work", "--once", "--database", world_copy)
    with reading(engine) as session:
        status = session.get_one(Job, job_id).status
    engine.dispose()
    assert (result.exit_code, status) == (0, JobStatus.DONE)
    assert "Jobs done: 1." in result.stderr


def test_a_signal_ends_the_work(run: Run, sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    handlers: dict[int, Any] = {}
    monkeypatch.setattr(signal, "signal", handlers.__setitem__)

    def run_until_stopped(_worker: Worker, stop: threading.Event) -> None:
        handlers[signal.SIGTERM](signal.SIGTERM, None)
        assert stop.is_set()

    monkeypatch.setattr(Worker, "run", run_until_stopped)
    assert run("work", "--database", sqlite_url).exit_code == 0
    assert set(handlers) == {signal.SIGINT, signal.SIGTERM}
