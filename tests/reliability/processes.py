"""Starts a module of these tests as a process of its own, and kills it without a chance to tidy up.

One server per run of tests has the application imported, which takes seconds, and forks a process for each test that asks.
"""

import importlib
import multiprocessing
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from typing import TextIO

FORKING = multiprocessing.get_context("forkserver")
FORKING.set_forkserver_preload(["tests.reliability.acknowledging_server"])


class Running:
    """A process that was started: what it prints, and its end."""

    def __init__(self, module: str, environment: dict[str, str]) -> None:
        reader, writer = FORKING.Pipe(duplex=False)
        self._process = FORKING.Process(target=_run, args=(module, environment, writer))
        self._process.start()
        writer.close()
        self.stdout: TextIO = os.fdopen(os.dup(reader.fileno()), encoding="utf-8")
        reader.close()

    @property
    def pid(self) -> int:
        """Return its number."""
        assert self._process.pid is not None
        return self._process.pid

    def kill(self) -> None:
        """Kill it now."""
        self._process.kill()

    def wait(self, timeout: float) -> None:
        """Wait until it is gone."""
        self._process.join(timeout)
        assert self._process.exitcode is not None

    def close(self) -> None:
        """Kill it where it still runs and forget it."""
        self.kill()
        self.wait(timeout=30)
        self._process.close()
        self.stdout.close()


def _run(module: str, environment: dict[str, str], output: Connection) -> None:
    os.environ.clear()
    os.environ.update(environment)
    sys.stdout = os.fdopen(output.fileno(), "w", encoding="utf-8")
    importlib.import_module(module).main()


@contextmanager
def process(module: str, database_url: str) -> Iterator[Running]:
    """Yield a process that runs ``main`` of ``module`` on a database; whatever is left of it at the end is killed."""
    running = Running(module, dict(os.environ) | {"DATABASE_URL": database_url, "VINMATCH_RUN_WORKER": "false"})
    try:
        yield running
    finally:
        running.close()
