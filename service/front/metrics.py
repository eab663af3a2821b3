"""What is counted and timed, in a registry of its own per application."""

from collections.abc import Mapping
from http import HTTPMethod

import sqlalchemy as sa
from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from sqlmodel import Session, col

from models.jobs import Job
from models.vocabulary import JobStatus

UNMATCHED = "(no route)"
OTHER_METHOD = "other"  # callers invent methods, and a series stays for as long as the process
BUCKETS = (0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0)
"""Upper edges in seconds of the histogram of stages, most of which are short."""


class Metrics:
    """The counters of one application."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        labels = ("method", "route")
        self._requests = Counter("vinmatch_requests", "Requests answered", (*labels, "status"), registry=self.registry)
        of_class = (*labels, "status_class")
        self._seconds = Histogram("vinmatch_request_seconds", "Time to the end of the answer", of_class, registry=self.registry)
        self._stages = Histogram(
            "vinmatch_stage_seconds",
            "Time of a request in one stage, without stages within it",
            ("stage",),
            registry=self.registry,
            buckets=BUCKETS,
        )
        self._jobs = Gauge("vinmatch_jobs", "Jobs in the queue by status", ("status",), registry=self.registry)

    def observe_request(self, method: str, route: str, status: int, seconds: float, stages: Mapping[str, float]) -> None:
        """Count one answered request and its seconds, also those of each stage.

        ``route`` is a template, so that the number of series stays small, as does that of methods.
        """
        method = method if method in HTTPMethod.__members__ else OTHER_METHOD
        self._requests.labels(method, route, str(status)).inc()
        self._seconds.labels(method, route, f"{status // 100}xx").observe(seconds)
        for stage, spent in stages.items():
            self._stages.labels(stage).observe(spent)

    def count_jobs(self, session: Session) -> None:
        """Take the number of jobs per status from the database."""
        for status in JobStatus:
            self._jobs.labels(status.value).set(0)
        for status, count in session.execute(sa.select(col(Job.status), sa.func.count()).group_by(col(Job.status))):
            self._jobs.labels(status.value).set(count)

    def text(self) -> bytes:
        """Return everything in the text format of Prometheus."""
        return generate_latest(self.registry)
