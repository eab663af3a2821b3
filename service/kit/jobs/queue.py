"""The queue: jobs wait in a table, a worker claims one for the time of a lease, and a silent worker loses it to another."""

import uuid
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Engine
from sqlmodel import Session, col

from models.database import WriteSession, writing
from models.jobs import Job
from models.vocabulary import JobStatus
from service.kit.settings import Clock, utc_now

SILENT = "The worker fell silent."
MOST_ATTEMPTS = 12
"""Of a job whose failed attempts wait; with their pauses nearly a day and a half."""


class LeaseLost(Exception):
    """Another worker holds the job now, or it is over."""


@dataclass(frozen=True, slots=True)
class ClaimedJob:
    """A job that a worker holds; ``attempt`` makes its hold different from any earlier one of the same worker."""

    id: str
    kind: str
    arguments: dict[str, Any]
    owner: str
    attempt: int


def pause_after(attempts: int) -> timedelta:
    """Return how long a job of a patient kind rests after its ``attempts``-th attempt failed: 1 minute, 2, 4, ... up to 17 hours."""
    return timedelta(minutes=2 ** (attempts - 1))


def enqueue(
    session: WriteSession,
    kind: str,
    arguments: Mapping[str, Any],
    *,
    clock: Clock = utc_now,
    max_attempts: int = 3,
    identifier: str | None = None,
) -> Job:
    """Add a job within the caller's transaction, so that it exists exactly if the change that asked for it does."""
    name = identifier or uuid.uuid4().hex
    job = Job(id=name, kind=kind, arguments=dict(arguments), created_at=clock(), max_attempts=max_attempts)
    session.add(job)
    session.flush()
    return job


def enqueue_once(session: WriteSession, kind: str, *, clock: Clock = utc_now) -> None:
    """Add a job without arguments unless one of its kind waits already: it will see this change too."""
    waiting = sa.select(sa.exists().where(col(Job.kind) == kind, col(Job.status) == JobStatus.QUEUED))
    if not session.scalar(waiting):
        enqueue(session, kind, {}, clock=clock)


def begin_again(session: WriteSession, identifier: str) -> bool:
    """Let a job that has failed wait for a worker as if it were new; return whether there was such a job."""
    failed = (col(Job.id) == identifier, col(Job.status) == JobStatus.FAILED)
    new = {"status": JobStatus.QUEUED, "attempts": 0, "message": "", "started_at": None, "finished_at": None}
    return session.scalar(sa.update(Job).where(*failed).values(**new).returning(col(Job.id))) is not None


@dataclass(frozen=True, slots=True)
class Queue:
    """The workers' side of the queue; ``clock`` is passed in so that a test can let a lease run out without waiting.

    Jobs of the kinds in ``patient`` depend on others, such as a mail server: a failed attempt rests, longer each time.
    """

    engine: Engine
    lease: timedelta
    clock: Clock = utc_now
    patient: Collection[str] = ()

    def claim(self, owner: str) -> ClaimedJob | None:
        """Return the oldest waiting job, now held by ``owner`` until its lease ends, or None."""
        with writing(self.engine) as session:
            self._release_expired(session)
            job = session.scalars(self._claim_statement(owner)).one_or_none()
            return ClaimedJob(job.id, job.kind, job.arguments, owner, job.attempts) if job else None

    def renew(self, claimed: ClaimedJob, progress: float | None = None, message: str | None = None) -> None:
        """Extend the lease and record how far the work is (0 to 1); raises ``LeaseLost``."""
        values: dict[str, Any] = {"lease_until": self.clock() + self.lease}
        if progress is not None:
            values["progress"] = progress
        if message is not None:
            values["message"] = message
        self._change(claimed, values)

    def finish(self, claimed: ClaimedJob, result: Mapping[str, Any]) -> None:
        """Record the result; raises ``LeaseLost``."""
        self._change(claimed, {"status": JobStatus.DONE, "progress": 1.0, "result": dict(result), **self._over()})

    def fail(self, claimed: ClaimedJob, message: str, *, final: bool = False) -> None:
        """Record a failed attempt: the job waits for another one, or has failed when none is left or would help; raises ``LeaseLost``."""
        last = sa.or_(sa.literal(final), col(Job.attempts) >= col(Job.max_attempts))
        self._change(
            claimed,
            {
                "status": sa.case((last, JobStatus.FAILED), else_=JobStatus.QUEUED),
                "finished_at": sa.case((last, self.clock()), else_=None),
                "message": message,
                "lease_owner": None,
                "lease_until": None,
            },
        )

    def give_back(self, claimed: ClaimedJob) -> None:
        """Let the job wait for another worker as if this one had not begun; raises ``LeaseLost``."""
        free = {"status": JobStatus.QUEUED, "attempts": col(Job.attempts) - 1, "lease_owner": None, "lease_until": None}
        self._change(claimed, free)

    def _claim_statement(self, owner: str) -> Any:
        oldest = (
            sa.select(col(Job.id))
            .where(col(Job.status) == JobStatus.QUEUED, *self._rested())
            .order_by(col(Job.created_at), col(Job.id))
            .limit(1)
            .with_for_update(skip_locked=True)  # PostgreSQL; a writing transaction of SQLite is alone anyway
        )
        return (
            sa.update(Job)
            .where(col(Job.id) == oldest.scalar_subquery())
            .values(
                status=JobStatus.RUNNING,
                attempts=col(Job.attempts) + 1,
                lease_owner=owner,
                lease_until=self.clock() + self.lease,
                started_at=self.clock(),
            )
            .returning(Job)
        )

    def _rested(self) -> tuple[sa.ColumnElement[bool], ...]:
        """Return what keeps back the jobs that rest after a failed attempt."""
        if not self.patient:
            return ()
        moments = {attempts: self.clock() - pause_after(attempts) for attempts in range(1, MOST_ATTEMPTS)}
        over = [sa.and_(col(Job.attempts) == attempts, col(Job.started_at) <= moment) for attempts, moment in moments.items()]
        return (sa.or_(col(Job.kind).not_in(self.patient), col(Job.attempts) == 0, *over),)

    def _release_expired(self, session: Session) -> None:
        """Make the jobs of silent workers wait again, or fail when no attempt is left."""
        expired = sa.and_(col(Job.status) == JobStatus.RUNNING, col(Job.lease_until) < self.clock())
        last = col(Job.attempts) >= col(Job.max_attempts)
        freed = {"lease_owner": None, "lease_until": None, "message": SILENT}
        failed = {"status": JobStatus.FAILED, "finished_at": self.clock()}
        session.execute(sa.update(Job).where(expired, last).values(**freed, **failed))
        session.execute(sa.update(Job).where(expired).values(**freed, status=JobStatus.QUEUED))

    def _over(self) -> dict[str, Any]:
        return {"finished_at": self.clock(), "lease_owner": None, "lease_until": None}

    def _change(self, claimed: ClaimedJob, values: Mapping[str, Any]) -> None:
        held = (
            col(Job.id) == claimed.id,
            col(Job.status) == JobStatus.RUNNING,
            col(Job.lease_owner) == claimed.owner,
            col(Job.attempts) == claimed.attempt,
        )
        with writing(self.engine) as session:
            changed = session.scalars(sa.update(Job).where(*held).values(**values).returning(col(Job.id))).all()
        if not changed:
            raise LeaseLost(claimed.id)
