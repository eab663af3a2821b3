"""A worker killed while it holds a job: the job waits for the lease to end, then another worker finishes it."""

from datetime import timedelta

from sqlalchemy.engine import Engine

from models.database import reading, writing
from models.jobs import Job
from models.vocabulary import JobStatus
from service.kit.jobs.queue import Queue, enqueue
from service.kit.jobs.worker import Worker
from service.kit.settings import utc_now
from tests.reliability.processes import process

LEASE = timedelta(seconds=60)


def test_another_worker_finishes_the_job_of_a_killed_one(engine: Engine, database_url: str) -> None:
    with writing(engine) as session:
        job_id = enqueue(session, "count", {}).id
    with process("tests.reliability.silent_worker", database_url) as silent:
        assert silent.stdout.readline() == "begun\n"
        silent.kill()
        silent.wait(timeout=30)
    kinds = {"count": lambda _context: {"counted": 3}}
    assert Worker(Queue(engine, LEASE), kinds).run_once() is False
    assert Worker(Queue(engine, LEASE, lambda: utc_now() + 2 * LEASE), kinds).run_once() is True
    with reading(engine) as session:
        job = session.get_one(Job, job_id)
        assert (job.status, job.result, job.attempts) == (JobStatus.DONE, {"counted": 3}, 2)
