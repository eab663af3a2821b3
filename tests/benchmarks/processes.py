"""The server under measurement: a database with a synthetic network, and the process that serves it."""

import http.client
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from sqlalchemy.engine import Engine

from models.migrations.upgrade import upgrade
from service.front.command_line.loading import Loader
from service.front.command_line.output import progress_bars
from service.kit.settings import Settings

ROOT = Path(__file__).parents[2]
START_SECONDS = 300
STEP_SECONDS = 0.2
MEASURED = ("tests.benchmarks.application",)
"""The module that is run, with its arguments: the service with the reference that it is measured against."""


def load(engine: Engine, settings: Settings, seed: int, size: int) -> None:
    """Fill an empty database as ``vinmatch demo`` does, with progress bars."""
    upgrade(engine)
    with progress_bars() as bars:
        loader = Loader(engine, settings, bars)
        loader.catalogue()
        loader.network(seed, size)
        loader.read_everybody()


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        return int(listening.getsockname()[1])


@contextmanager
def serving(
    settings: Settings, module: tuple[str, ...] = MEASURED, log: BinaryIO | int = subprocess.DEVNULL
) -> Iterator["subprocess.Popen[bytes]"]:
    """Serve ``settings`` by ``module`` in a process of its own, which is killed at the end; ``log`` takes what it prints."""
    given = settings.model_dump(mode="json", include={"database_url", "encoder", "host", "port", "selection_date"})
    environment = os.environ | {Settings.variable(field): str(value) for field, value in given.items()}
    command = [sys.executable, "-m", *module]
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=log, stderr=log) as server:
        try:
            _wait_for(server, settings.port)
            yield server
        finally:
            server.kill()


def processor_seconds(process: int) -> float:
    """Return the processor seconds that ``process`` took so far, in all its threads."""
    fields = Path(f"/proc/{process}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _wait_for(server: "subprocess.Popen[bytes]", port: int) -> None:
    deadline = time.monotonic() + START_SECONDS
    while not _is_ready(port):
        if server.poll() is not None or time.monotonic() > deadline:
            raise TimeoutError("The server did not start.")
        time.sleep(STEP_SECONDS)


def _is_ready(port: int) -> bool:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=START_SECONDS)
    try:
        connection.request("GET", "/readyz")
        return connection.getresponse().status == http.client.OK
    except OSError:  # it does not listen yet
        return False
    finally:
        connection.close()
