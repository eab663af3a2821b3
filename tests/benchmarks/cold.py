"""A start of the server: seconds and processor seconds to the first list, and the memory after fifty, with what was kept and without.

Each start is a process of its own, as ``vinmatch serve`` runs. What the bare server takes until it answers that it is alive is the
reference of the same run. Memory is read from ``/proc``, so on Linux alone.
"""

import http.client
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from service.front.application import API
from service.kit.settings import Settings
from service.matches.network.kept import folder_of
from tests.benchmarks.benchmark_queries import Question
from tests.benchmarks.client import Client
from tests.benchmarks.processes import ROOT, processor_seconds

LISTS = 50
MOST_MEGABYTES = 450.0
_STEP_SECONDS = 0.02
_START_SECONDS = 1200.0  # 200,000 people of whom nothing is kept take minutes


class Start(NamedTuple):
    """What a start took until the server was alive, and until it gave its first list; megabytes at either, and after ``LISTS``."""

    alive: float
    alive_processor: float
    alive_memory: float
    first: float
    first_processor: float
    first_memory: float
    memory: float


def measure_starts(settings: Settings, key: str, asked: Sequence[Question]) -> dict[str, Start]:
    """Start the server of ``settings`` with nothing kept, then with what that start kept."""
    folder = folder_of(settings)
    if folder is None:
        raise ValueError("there is nowhere to keep the network")
    shutil.rmtree(folder, ignore_errors=True)
    return {"nothing kept": _start(settings, key, asked, folder), "network kept": _start(settings, key, asked, folder)}


def as_text(starts: dict[str, Start]) -> str:
    """Return a table, with ratios to the bare server of the same start."""
    lines = [f"{'start of the server':<52}{'seconds':>10}{'processor':>11}{'MB':>7}{'ratio':>8}"]
    for name, start in starts.items():
        lines += [
            f"{f'alive ({name})':<52}{start.alive:>10.2f}{start.alive_processor:>11.2f}{start.alive_memory:>7.0f}{'':>8}",
            f"{f'first list ({name})':<52}{start.first:>10.2f}{start.first_processor:>11.2f}{start.first_memory:>7.0f}"
            f"{start.first_processor / start.alive_processor:>8.2f}",
            f"{f'{LISTS} lists later ({name})':<52}{'':>21}{start.memory:>7.0f}{start.memory / start.alive_memory:>8.2f}",
        ]
    kept = starts["network kept"].memory < MOST_MEGABYTES
    return "\n".join([*lines, f"memory after {LISTS} lists under {MOST_MEGABYTES:.0f} MB: {'met' if kept else 'MISSED'}"])


def _start(settings: Settings, key: str, asked: Sequence[Question], folder: Path) -> Start:
    begin = time.perf_counter()
    with _served(settings) as server:
        _wait_for(settings.port, "/healthz", key)
        alive = time.perf_counter() - begin, processor_seconds(server.pid), _megabytes(server.pid)
        _wait_for(settings.port, API + asked[0].address, key)
        first = time.perf_counter() - begin, processor_seconds(server.pid), _megabytes(server.pid)
        client = Client(settings.port, key, _START_SECONDS)
        for question in asked[:LISTS]:
            client.seconds(API + question.address)
        deadline = time.monotonic() + _START_SECONDS
        while not (folder / "current").exists() and time.monotonic() < deadline:
            time.sleep(_STEP_SECONDS)
        return Start(*alive, *first, _megabytes(server.pid))


@contextmanager
def _served(settings: Settings) -> Iterator["subprocess.Popen[bytes]"]:
    given = settings.model_dump(mode="json", include={"database_url", "encoder", "host", "port", "selection_date"})
    environment = os.environ | {Settings.variable(field): str(value) for field, value in given.items()}
    command = [sys.executable, "-m", "service.front.command_line.main", "serve"]
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        try:
            yield server
        finally:
            server.kill()


def _wait_for(port: int, address: str, key: str) -> None:
    deadline = time.monotonic() + _START_SECONDS
    while not _answers(port, address, key):
        if time.monotonic() > deadline:
            raise TimeoutError(f"{address} was not answered.")
        time.sleep(_STEP_SECONDS)


def _answers(port: int, address: str, key: str) -> bool:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=_START_SECONDS)
    try:
        connection.request("GET", address, headers={"Authorization": f"Bearer {key}"})
        return connection.getresponse().status == http.client.OK
    except OSError:  # it does not listen yet
        return False
    finally:
        connection.close()


def _megabytes(process: int) -> float:
    lines = Path(f"/proc/{process}/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS:"))
