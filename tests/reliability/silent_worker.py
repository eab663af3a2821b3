"""A worker that claims a job, says so and never finishes, for a test that kills it."""

import time
from datetime import timedelta

from models.database import make_engine
from service.front.observation import configure_log
from service.kit.jobs.queue import Queue
from service.kit.jobs.worker import JobContext, Worker
from service.kit.settings import Settings


def hang(context: JobContext) -> dict[str, str]:
    """Say that the job has begun, and wait to be killed."""
    context.report(0.3, "begun")
    print("begun", flush=True)
    while True:
        time.sleep(60)


def main() -> None:
    """Claim one job and never finish it."""
    configure_log("error")
    Worker(Queue(make_engine(Settings().database_url), timedelta(seconds=60)), {"count": hang}, owner="silent").run_once()
