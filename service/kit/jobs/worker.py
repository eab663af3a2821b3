"""Works on queued jobs one after the other, keeps their leases and survives their errors."""

import os
import socket
import threading
import time
import uuid
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import structlog
from sqlalchemy.engine import Engine
from sqlalchemy.exc import SQLAlchemyError

from service.kit.jobs.daily import DailyWork
from service.kit.jobs.queue import ClaimedJob, LeaseLost, Queue
from service.kit.settings import Settings

log = structlog.get_logger()
_MORE_TRIES = 5
"""How often the end of a job is told to a busy database once more, each time after the pause between two looks at the queue."""


@dataclass(frozen=True, slots=True)
class JobContext:
    """What a job's function gets: its arguments, the engine, and ``report(progress from 0 to 1, message)``."""

    arguments: Mapping[str, Any]
    engine: Engine
    report: Callable[[float, str], None]


Work = Callable[[JobContext], Mapping[str, Any]]


class UnknownKind(Exception):
    """No function is registered for this kind of job."""


class Stopping(Exception):
    """The worker was told to stop: the job is given back where it stands, between two of its steps."""


class JobFault(Exception):
    """A job says itself why it failed: ``code`` is kept as it stands. After a ``final`` fault another attempt would end the same."""

    def __init__(self, code: str, *, final: bool = False) -> None:
        super().__init__(code)
        self.final = final


class Worker:
    """One worker. ``kinds`` maps a kind of job to the function that does it and returns its result."""

    def __init__(
        self, queue: Queue, kinds: Mapping[str, Work], poll_seconds: float = 1.0, owner: str | None = None, daily: Sequence[str] = ()
    ) -> None:
        self.queue = queue
        self.daily = DailyWork(queue.engine, daily, queue.clock)
        self.kinds = kinds
        self.poll_seconds = poll_seconds
        self.owner = owner or f"{socket.gethostname()}-{os.getpid()}-{uuid.uuid4().hex[:8]}"
        self.stop = threading.Event()

    def run(self) -> None:
        """Work until ``stop`` is set, at the next report of a running job; a database that is down or busy is tried again."""
        while not self.stop.is_set():
            try:
                busy = self.run_once()
            except SQLAlchemyError as error:
                log.warning("job queue unreachable", error=type(error).__name__)
                busy = False
            if not busy:
                self.stop.wait(self.poll_seconds)

    def run_once(self) -> bool:
        """Do one job if one waits, and return whether there was one. A job that raises is recorded, not raised."""
        self.daily.enqueue()
        claimed = self.queue.claim(self.owner)
        if claimed is None:
            return False
        log.info("job started", job=claimed.id, kind=claimed.kind, attempt=claimed.attempt)
        try:
            self._do(claimed)
        except LeaseLost:
            log.warning("job lost to another worker", job=claimed.id, kind=claimed.kind)
        return True

    def _do(self, claimed: ClaimedJob) -> None:
        # The job runs in a thread of its own: this one keeps the lease, and the future holds whatever the job raises.
        with ThreadPoolExecutor(max_workers=1, thread_name_prefix="job") as pool:
            future = pool.submit(self._call, claimed)
            self._keep_lease(claimed, future)
        error = future.exception()
        if error is None:
            self._record(claimed, lambda: self.queue.finish(claimed, future.result()))
            log.info("job done", job=claimed.id, kind=claimed.kind)
        elif isinstance(error, Stopping):
            self.queue.give_back(claimed)
            log.info("job given back", job=claimed.id, kind=claimed.kind)
        else:
            log.error("job failed", job=claimed.id, kind=claimed.kind, exc_info=error)
            self._record(claimed, lambda: self.queue.fail(claimed, _told(error), final=isinstance(error, JobFault) and error.final))

    def _record(self, claimed: ClaimedJob, end: Callable[[], None]) -> None:
        """Record the end of a job, again where the database is busy: else work that was done would count as that of a silent worker."""
        for _ in range(_MORE_TRIES):
            try:
                return end()
            except SQLAlchemyError as error:
                log.warning("end of job not recorded", job=claimed.id, error=type(error).__name__)
                time.sleep(self.poll_seconds)
        return end()

    def _call(self, claimed: ClaimedJob) -> Mapping[str, Any]:
        if claimed.kind not in self.kinds:
            raise UnknownKind(claimed.kind)

        def report(progress: float, message: str) -> None:
            self._renew(claimed, min(max(progress, 0.0), 1.0), message)
            if self.stop.is_set():
                raise Stopping

        return self.kinds[claimed.kind](JobContext(claimed.arguments, self.queue.engine, report))

    def _keep_lease(self, claimed: ClaimedJob, future: "Future[Mapping[str, Any]]") -> None:
        pause = self.queue.lease.total_seconds() / 3
        while not wait([future], timeout=pause).done:
            self._renew(claimed)

    def _renew(self, claimed: ClaimedJob, progress: float | None = None, message: str | None = None) -> None:
        """Extend the lease and note how far the job is; where the database is busy, not: that is no reason to give up what is done."""
        try:
            self.queue.renew(claimed, progress, message)
        except SQLAlchemyError as error:
            log.warning("lease not renewed", job=claimed.id, error=type(error).__name__)


def _told(error: BaseException) -> str:
    """Return what is kept of a failure; of the database its kind alone, because its message can hold the row."""
    if isinstance(error, JobFault):
        return str(error)
    return type(error).__name__ if isinstance(error, SQLAlchemyError) else f"{type(error).__name__}: {error}"[:500]


def make_worker(
    engine: Engine, settings: Settings, kinds: Mapping[str, Work], daily: Sequence[str] = (), patient: Collection[str] = ()
) -> Worker:
    """Return a worker as the settings describe it.

    The kinds in ``daily`` are done every day, without being asked for; failed attempts of those in ``patient`` rest.
    """
    queue = Queue(engine, timedelta(seconds=settings.lease_seconds), patient=patient)
    return Worker(queue, kinds, settings.worker_poll_seconds, daily=daily)


@contextmanager
def background_worker(
    engine: Engine, settings: Settings, kinds: Mapping[str, Work], daily: Sequence[str] = (), patient: Collection[str] = ()
) -> Iterator[None]:
    """Run a worker in a thread while the block lasts, unless the settings say that workers run elsewhere."""
    if not settings.run_worker:
        yield
        return
    worker = make_worker(engine, settings, kinds, daily, patient)
    thread = threading.Thread(target=worker.run, name="worker")
    thread.start()
    try:
        yield
    finally:
        worker.stop.set()
        thread.join()
