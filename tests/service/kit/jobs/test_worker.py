import threading
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy.engine import Engine
from sqlalchemy.exc import IntegrityError, OperationalError

from models.database import make_engine, reading, writing
from models.jobs import Job
from models.vocabulary import JobStatus
from service.kit.jobs.queue import Queue, enqueue
from service.kit.jobs.worker import JobContext, JobFault, Worker, background_worker
from service.kit.settings import Settings


def add(context: JobContext) -> dict[str, int]:
    context.report(0.5, "adding")
    return {"sum": context.arguments["a"] + context.arguments["b"]}


def divide(context: JobContext) -> dict[str, float]:
    return {"quotient": context.arguments["a"] / context.arguments["b"]}


def put(engine: Engine, kind: str, max_attempts: int = 1, **arguments: int) -> str:
    with writing(engine) as session:
        return enqueue(session, kind, arguments, max_attempts=max_attempts).id


def stored(engine: Engine, job_id: str) -> Job:
    with reading(engine) as session:
        job = session.get_one(Job, job_id)
        session.expunge(job)
        return job


@pytest.fixture
def worker(engine: Engine) -> Worker:
    return Worker(Queue(engine, timedelta(seconds=60)), {"add": add, "divide": divide}, poll_seconds=0.01)


def test_a_job_is_done_and_its_result_kept(worker: Worker, engine: Engine) -> None:
    job_id = put(engine, "add", a=2, b=3)
    assert worker.run_once() is True
    job = stored(engine, job_id)
    assert (job.status, job.result, job.message) == (JobStatus.DONE, {"sum": 5}, "adding")
    assert worker.run_once() is False


@pytest.mark.parametrize(("kind", "reason"), [("divide", "ZeroDivisionError"), ("multiply", "UnknownKind")])
def test_a_job_that_raises_does_not_end_the_worker(worker: Worker, engine: Engine, kind: str, reason: str) -> None:
    failing, fine = put(engine, kind, a=1, b=0), put(engine, "add", a=1, b=1)
    assert [worker.run_once(), worker.run_once()] == [True, True]
    assert stored(engine, failing).status is JobStatus.FAILED
    assert stored(engine, failing).message.startswith(reason)
    assert stored(engine, fine).result == {"sum": 2}


class BusyAtFirst(Queue):
    """A queue whose database is busy when it is first asked to note how far a job is, and when it is first told its end."""

    def __init__(self, engine: Engine, times: int) -> None:
        super().__init__(engine, timedelta(seconds=60))
        object.__setattr__(self, "busy", {"renew": times, "finish": times, "fail": times})

    def _refuse(self, what: str) -> None:
        left: dict[str, int] = self.busy  # type: ignore[attr-defined]
        left[what] -= 1
        if left[what] >= 0:
            raise OperationalError(what, {}, Exception("database is locked"))

    def renew(self, *arguments: Any, **values: Any) -> None:
        self._refuse("renew")
        super().renew(*arguments, **values)

    def finish(self, *arguments: Any) -> None:
        self._refuse("finish")
        super().finish(*arguments)

    def fail(self, *arguments: Any, **final: bool) -> None:
        self._refuse("fail")
        super().fail(*arguments, **final)


def test_a_database_that_is_busy_for_a_while_costs_no_job_that_was_done(sqlite_engine: Engine) -> None:
    job_id = put(sqlite_engine, "add", a=2, b=3)
    Worker(BusyAtFirst(sqlite_engine, 2), {"add": add}, poll_seconds=0).run_once()
    assert (stored(sqlite_engine, job_id).status, stored(sqlite_engine, job_id).result) == (JobStatus.DONE, {"sum": 5})


def test_a_database_that_is_busy_for_a_while_hears_that_a_job_failed(sqlite_engine: Engine) -> None:
    job_id = put(sqlite_engine, "divide", a=1, b=0)
    Worker(BusyAtFirst(sqlite_engine, 2), {"divide": divide}, poll_seconds=0).run_once()
    assert stored(sqlite_engine, job_id).message.startswith("ZeroDivisionError")


def test_the_end_of_a_job_is_not_told_for_ever(sqlite_engine: Engine) -> None:
    put(sqlite_engine, "add", a=2, b=3)
    with pytest.raises(OperationalError):
        Worker(BusyAtFirst(sqlite_engine, 1000), {"add": add}, poll_seconds=0).run_once()


def test_a_failure_keeps_nothing_of_a_person(engine: Engine) -> None:
    def refuse(_context: JobContext) -> dict[str, int]:
        raise JobFault("mail_refused", final=True)

    def contradict(_context: JobContext) -> dict[str, int]:
        raise IntegrityError("INSERT", {"name": "Nguyễn Văn An"}, ValueError("Nguyễn Văn An"))

    worker = Worker(Queue(engine, timedelta(seconds=60)), {"refuse": refuse, "contradict": contradict})
    jobs = [put(engine, kind, max_attempts=attempts) for kind, attempts in (("refuse", 3), ("contradict", 1))]
    assert [worker.run_once(), worker.run_once(), worker.run_once()] == [True, True, False]
    kept = [stored(engine, job) for job in jobs]
    assert [(job.status, job.message) for job in kept] == [(JobStatus.FAILED, "mail_refused"), (JobStatus.FAILED, "IntegrityError")]


def test_a_long_job_keeps_its_lease_by_itself(engine: Engine) -> None:
    renewed = threading.Event()

    class WatchedQueue(Queue):
        def renew(self, *arguments: object, **values: object) -> None:
            super().renew(*arguments, **values)  # type: ignore[arg-type]
            renewed.set()

    def wait_for_renewal(context: JobContext) -> dict[str, bool]:
        return {"renewed": renewed.wait(timeout=30)}

    job_id = put(engine, "wait")
    Worker(WatchedQueue(engine, timedelta(seconds=0.3)), {"wait": wait_for_renewal}).run_once()
    assert stored(engine, job_id).result == {"renewed": True}


def test_the_worker_in_the_server_works_until_it_is_told_to_stop(engine: Engine, database_url: str) -> None:
    done = threading.Event()

    def tell(context: JobContext) -> dict[str, str]:
        done.set()
        return {}

    with background_worker(engine, Settings(database_url=database_url, worker_poll_seconds=0.01), {"tell": tell}):
        put(engine, "tell")
        assert done.wait(timeout=30)
    assert [thread for thread in threading.enumerate() if thread.name == "worker"] == []


def test_a_job_is_given_back_at_its_next_step_when_its_worker_is_to_stop(engine: Engine) -> None:
    begun, stopped = threading.Event(), threading.Event()
    finished: list[bool] = []

    def walk(context: JobContext) -> dict[str, str]:
        begun.set()
        stopped.wait(timeout=30)
        context.report(0.5, "half way")
        finished.append(True)
        return {}

    job_id = put(engine, "walk")
    worker = Worker(Queue(engine, timedelta(seconds=60)), {"walk": walk}, poll_seconds=0.01)
    working = threading.Thread(target=worker.run)
    working.start()
    assert begun.wait(timeout=30)
    worker.stop.set()
    stopped.set()
    working.join(timeout=30)
    job = stored(engine, job_id)
    assert (finished, job.status, job.attempts, job.lease_owner, job.message) == ([], JobStatus.QUEUED, 0, None, "half way")
    assert Worker(worker.queue, {"walk": walk}).run_once()
    assert (finished, stored(engine, job_id).status) == ([True], JobStatus.DONE)


def test_no_worker_in_the_server_when_it_runs_elsewhere(sqlite_engine: Engine) -> None:
    with background_worker(sqlite_engine, Settings(run_worker=False), {}):
        assert [thread for thread in threading.enumerate() if thread.name == "worker"] == []


def test_a_database_that_is_down_does_not_end_the_worker() -> None:
    engine = make_engine("sqlite:////no/such/folder/database.sqlite3")
    turns: list[bool] = []

    class CountedWorker(Worker):
        def run_once(self) -> bool:
            turns.append(True)
            if len(turns) == 3:
                self.stop.set()
            return super().run_once()

    CountedWorker(Queue(engine, timedelta(seconds=60)), {}, poll_seconds=0.001).run()
    assert len(turns) == 3
