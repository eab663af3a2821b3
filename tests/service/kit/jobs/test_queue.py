from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Engine
from sqlmodel import col

from models.database import Limits, make_engine, reading, writing
from models.jobs import Job
from models.vocabulary import JobStatus
from service.kit.jobs.queue import SILENT, LeaseLost, Queue, enqueue
from tests.service.kit.jobs.clock import StoppedClock


@pytest.fixture
def clock() -> StoppedClock:
    return StoppedClock()


@pytest.fixture
def queue(engine: Engine, clock: StoppedClock) -> Queue:
    return Queue(engine, lease=timedelta(seconds=60), clock=clock)


@pytest.fixture
def add(engine: Engine, clock: StoppedClock) -> Callable[..., str]:
    def add_one(kind: str = "fit", max_attempts: int = 3) -> str:
        clock.forward(seconds=1)
        with writing(engine) as session:
            return enqueue(session, kind, {"of": kind}, clock=clock, max_attempts=max_attempts).id

    return add_one


def stored(queue: Queue, job_id: str) -> Job:
    with reading(queue.engine) as session:
        job = session.get_one(Job, job_id)
        session.expunge(job)
        return job


def test_an_empty_queue_gives_nothing(queue: Queue) -> None:
    assert queue.claim("a") is None


def test_the_oldest_job_is_claimed_first_and_once(queue: Queue, add: Callable[..., str]) -> None:
    first, second = add(), add()
    claims = [queue.claim("a"), queue.claim("b"), queue.claim("c")]
    assert [claim.id if claim else None for claim in claims] == [first, second, None]
    assert stored(queue, first).lease_until == queue.clock() + queue.lease


def test_a_job_exists_only_if_its_transaction_does(queue: Queue, engine: Engine) -> None:
    def change_that_fails() -> None:
        with writing(engine) as session:
            enqueue(session, "fit", {}, clock=queue.clock)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        change_that_fails()
    assert queue.claim("a") is None


def test_no_job_is_claimed_twice_by_workers_at_the_same_time(queue: Queue, add: Callable[..., str]) -> None:
    jobs = {add() for _ in range(12)}
    with ThreadPoolExecutor(6) as pool:
        claims = list(pool.map(queue.claim, [f"worker-{number}" for number in range(18)]))
    claimed = [claim.id for claim in claims if claim]
    assert len(claimed) == len(set(claimed))
    assert set(claimed) | {claim.id for claim in iter(lambda: queue.claim("late"), None) if claim} == jobs


def test_progress_keeps_the_lease(queue: Queue, add: Callable[..., str], clock: StoppedClock) -> None:
    add()
    claimed = queue.claim("a")
    assert claimed is not None
    clock.forward(seconds=50)
    queue.renew(claimed, 0.5, "half")
    clock.forward(seconds=50)
    assert queue.claim("b") is None
    assert (stored(queue, claimed.id).progress, stored(queue, claimed.id).message) == (0.5, "half")


def test_a_finished_job_keeps_its_result(queue: Queue, add: Callable[..., str]) -> None:
    job_id = add()
    claimed = queue.claim("a")
    assert claimed is not None
    queue.finish(claimed, {"rows": 7})
    job = stored(queue, job_id)
    assert (job.status, job.result, job.progress, job.lease_owner) == (JobStatus.DONE, {"rows": 7}, 1.0, None)


def test_a_failed_attempt_is_tried_again_until_none_is_left(queue: Queue, add: Callable[..., str]) -> None:
    job_id = add(max_attempts=2)
    for expected in (JobStatus.QUEUED, JobStatus.FAILED):
        claimed = queue.claim("a")
        assert claimed is not None
        queue.fail(claimed, "no disk")
        assert stored(queue, job_id).status is expected
    assert stored(queue, job_id).message == "no disk"
    assert queue.claim("a") is None


def test_a_failed_attempt_of_a_patient_kind_rests_longer_each_time(engine: Engine, add: Callable[..., str], clock: StoppedClock) -> None:
    queue = Queue(engine, timedelta(seconds=60), clock, patient=("letter",))
    job_id = add("letter", max_attempts=4)
    for minutes in (1, 2, 4):
        claimed = queue.claim("a")
        assert claimed is not None
        queue.fail(claimed, "nobody answers")
        clock.forward(minutes=minutes, seconds=-1)
        assert queue.claim("a") is None
        clock.forward(seconds=1)
    other = add("fit")  # later, and not kept back by what rests
    assert [claim.id for claim in iter(lambda: queue.claim("a"), None) if claim] == [job_id, other]


def test_a_final_fault_leaves_no_attempt(queue: Queue, add: Callable[..., str]) -> None:
    job_id = add()
    claimed = queue.claim("a")
    assert claimed is not None
    queue.fail(claimed, "no such address", final=True)
    assert (stored(queue, job_id).status, queue.claim("a")) == (JobStatus.FAILED, None)


def test_a_silent_worker_loses_its_job_and_cannot_finish_it(queue: Queue, add: Callable[..., str], clock: StoppedClock) -> None:
    job_id = add()
    silent = queue.claim("a")
    clock.forward(seconds=61)
    other = queue.claim("a")  # of the same name: a restarted process may have it
    assert silent is not None
    assert other is not None
    assert (other.id, other.attempt) == (job_id, 2)
    with pytest.raises(LeaseLost):
        queue.finish(silent, {"by": "silent"})
    queue.finish(other, {"by": "other"})
    assert stored(queue, job_id).result == {"by": "other"}


def test_a_job_that_silences_every_worker_fails_at_last(queue: Queue, add: Callable[..., str], clock: StoppedClock) -> None:
    job_id = add(max_attempts=1)
    queue.claim("a")
    clock.forward(seconds=61)
    assert queue.claim("b") is None
    assert (stored(queue, job_id).status, stored(queue, job_id).message) == (JobStatus.FAILED, SILENT)


def test_a_job_that_another_worker_is_just_taking_is_passed_over(postgresql_url: str, clock: StoppedClock) -> None:
    queue = Queue(make_engine(postgresql_url, limits=Limits(5, 5, 1, 1, 0.05)), timedelta(seconds=60), clock)
    with writing(queue.engine) as session:
        first = enqueue(session, "fit", {}, clock=clock).id
        clock.forward(seconds=1)
        second = enqueue(session, "fit", {}, clock=clock).id
    with writing(queue.engine) as taking:
        taking.execute(sa.select(Job).where(col(Job.id) == first).with_for_update())
        claimed = queue.claim("b")
    assert claimed is not None
    assert claimed.id == second
    queue.engine.dispose()
