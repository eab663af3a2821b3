"""Works on queued jobs one after the other, keeps their leases and survives their errors."""

import os
import socket
import threading
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
from service.kit.jobs.queue import Claimed, LeaseLost, Queue
from service.kit.settings import Settings

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class JobContext:
    """What a job's function gets: its arguments, the engine, and ``report(progress from 0 to 1, message)``."""

    arguments: Mapping[str, Any]
    engine: Engine
    report: Callable[[float, str], None]


Work = Callable[[JobContext], Mapping[str, Any]]


class UnknownKind(Exception):
    """No function is registered for this kind of job."""


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

    def run(self, stop: threading.Event) -> None:
        """Work until ``stop`` is set; a database that is down or busy is tried again at the next turn."""
        while not stop.is_set():
            try:
                busy = self.run_once()
            except SQLAlchemyError as error:
                log.warning("job queue unreachable", error=type(error).__name__)
                busy = False
            if not busy:
                stop.wait(self.poll_seconds)

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

    def _do(self, claimed: Claimed) -> None:
        # The job runs in a thread of its own: this one keeps the lease, and the future holds whatever the job raises.
        with ThreadPoolExecutor(max_workers=1, thread_name_prefix="job") as pool:
            future = pool.submit(self._call, claimed)
            self._keep_lease(claimed, future)
        error = future.exception()
        if error is None:
            self.queue.finish(claimed, future.result())
            log.info("job done", job=claimed.id, kind=claimed.kind)
        else:
            log.error("job failed", job=claimed.id, kind=claimed.kind, exc_info=error)
            self.queue.fail(claimed, _told(error), final=isinstance(error, JobFault) and error.final)

    def _call(self, claimed: Claimed) -> Mapping[str, Any]:
        if claimed.kind not in self.kinds:
            raise UnknownKind(claimed.kind)

        def report(progress: float, message: str) -> None:
            self.queue.renew(claimed, min(max(progress, 0.0), 1.0), message)

        return self.kinds[claimed.kind](JobContext(claimed.arguments, self.queue.engine, report))

    def _keep_lease(self, claimed: Claimed, future: "Future[Mapping[str, Any]]") -> None:
        pause = self.queue.lease.total_seconds() / 3
        while not wait([future], timeout=pause).done:
            try:
                self.queue.renew(claimed)
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
    stop = threading.Event()
    thread = threading.Thread(target=make_worker(engine, settings, kinds, daily, patient).run, args=(stop,), name="worker")
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join()
