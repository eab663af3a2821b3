"""``vinmatch work``: a worker of its own for queued jobs."""

import signal
import threading
from typing import Annotated

import typer

from service.front.command_line.databases import migrated
from service.front.command_line.options import Database, settings_with
from service.front.command_line.output import say
from service.front.jobs.kinds import DAILY, PATIENT, kinds_for
from service.front.observation import configure_log
from service.kit.jobs.worker import Worker, make_worker

Once = Annotated[bool, typer.Option("--once", help="Stop when no job waits")]


def work(once: Once = False, database: Database = None) -> None:
    """Work on queued jobs until interrupted; the job at hand stops at its next step and waits for another worker."""
    settings = settings_with(database_url=database)
    configure_log(settings.log_level)
    with migrated(settings) as engine:
        worker = make_worker(engine, settings, kinds_for(settings), DAILY, PATIENT)
        if once:
            say(f"Jobs tried: {_until_empty(worker)}.")
        else:
            say("Working on jobs. Stop: Ctrl+C.")
            _stop_on_signal(worker.stop)
            worker.run()


def _until_empty(worker: Worker) -> int:
    done = 0
    while worker.run_once():
        done += 1
    return done


def _stop_on_signal(stop: threading.Event) -> None:
    for name in (signal.SIGINT, signal.SIGTERM):
        signal.signal(name, lambda *_: stop.set())
