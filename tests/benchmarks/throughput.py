"""Requests a second with several clients at once: lists of who fits, and the reference in turn."""

import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import NamedTuple

import numpy as np

from service.front.application import API
from tests.benchmarks.application import PREFIX
from tests.benchmarks.benchmark_queries import Question
from tests.benchmarks.client import Client

CLIENTS, SECONDS, TURNS = 8, 2.0, 3
LEAST_RATIO = 0.6


class Throughput(NamedTuple):
    """Requests a second, at the medians of the turns."""

    whole: float
    reference: float

    @property
    def ratio(self) -> float:
        """Return lists as a share of the reference."""
        return self.whole / self.reference


def measure_throughput(port: int, key: str, asked: Sequence[Question]) -> Throughput:
    """Ask for ``asked``, which were all asked before, with ``CLIENTS`` connections at once."""
    clients = [Client(port, key) for _ in range(CLIENTS)]
    turns = [[_a_second(clients, [prefix + one.address for one in asked]) for prefix in (API, PREFIX)] for _ in range(TURNS)]
    return Throughput(*np.median(turns, axis=0).tolist())


def as_text(found: Throughput) -> str:
    """Return the figures as a line."""
    verdict = "met" if found.ratio >= LEAST_RATIO else "MISSED"
    return (
        f"{CLIENTS} clients, requests a second: {found.whole:.0f} lists, {found.reference:.0f} reference, ratio {found.ratio:.2f}; "
        f"{LEAST_RATIO} or more: {verdict}"
    )


def _a_second(clients: Sequence[Client], addresses: Sequence[str]) -> float:
    begin = time.perf_counter()
    with ThreadPoolExecutor(len(clients)) as pool:
        answered = sum(pool.map(lambda one: _asked_until(begin + SECONDS, one, addresses), clients))
    return answered / (time.perf_counter() - begin)


def _asked_until(end: float, client: Client, addresses: Sequence[str]) -> int:
    answered = 0
    while time.perf_counter() < end:
        client.seconds(addresses[answered % len(addresses)])
        answered += 1
    return answered
