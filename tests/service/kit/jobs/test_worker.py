import threading
from datetime import timedelta

import pytest
from sqlalchemy.engine import Engine
from sqlalchemy.exc import IntegrityError

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


def test_no_worker_in_the_server_when_it_runs_elsewhere(sqlite_engine: Engine) -> None:
    with background_worker(sqlite_engine, Settings(run_worker=False), {}):
        assert [thread for thread in threading.enumerate() if thread.name == "worker"] == []


def test_a_database_that_is_down_does_not_end_the_worker() -> None:
    engine = make_engine("sqlite:////no/such/folder/database.sqlite3")
    stop = threading.Event()
    turns: list[bool] = []

    class CountedWorker(Worker):
        def run_once(self) -> bool:
            turns.append(True)
            if len(turns) == 3:
                stop.set()
            return super().run_once()

    CountedWorker(Queue(engine, timedelta(seconds=60)), {}, poll_seconds=0.001).run(stop)
    assert len(turns) == 3
