"""What is counted and timed, in a registry of its own per application."""

from http import HTTPMethod

import sqlalchemy as sa
from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from sqlmodel import Session, col

from models.jobs import Job
from models.vocabulary import JobStatus

OTHER_METHOD = "other"  # callers invent methods, and a series stays for as long as the process


class Metrics:
    """The counters of one application."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        labels = ("method", "route")
        self._requests = Counter("vinmatch_requests", "Requests answered", (*labels, "status"), registry=self.registry)
        self._seconds = Histogram("vinmatch_request_seconds", "Time to the end of the answer", labels, registry=self.registry)
        self._jobs = Gauge("vinmatch_jobs", "Jobs in the queue by status", ("status",), registry=self.registry)

    def observe_request(self, method: str, route: str, status: int, seconds: float) -> None:
        """Count one answered request; ``route`` is a template, so that the number of series stays small, as does that of methods."""
        method = method if method in HTTPMethod.__members__ else OTHER_METHOD
        self._requests.labels(method, route, str(status)).inc()
        self._seconds.labels(method, route).observe(seconds)

    def count_jobs(self, session: Session) -> None:
        """Take the number of jobs per status from the database."""
        for status in JobStatus:
            self._jobs.labels(status.value).set(0)
        for status, count in session.execute(sa.select(col(Job.status), sa.func.count()).group_by(col(Job.status))):
            self._jobs.labels(status.value).set(count)

    def text(self) -> bytes:
        """Return everything in the text format of Prometheus."""
        return generate_latest(self.registry)
