"""Lets a bounded number of threads do dear work, and a bounded number wait for it, so that the server keeps threads for everybody else."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from service.kit.problems import Unavailable
from service.kit.stages import stage


@dataclass
class Gate:
    """``at_once`` threads are inside; the next ``patient`` wait up to ``patience`` seconds, all others up to ``others`` seconds."""

    at_once: int
    patient: int
    patience: float
    others: float = 0.0
    _here: int = field(default=0, init=False)
    _counting: threading.Lock = field(default_factory=threading.Lock, init=False)

    def __post_init__(self) -> None:
        """Open as many places as there are."""
        self._places = threading.BoundedSemaphore(self.at_once)

    @contextmanager
    def entered(self) -> Iterator[None]:
        """Be inside for the length of the block; raises ``Unavailable``, to be tried again, for whom no place comes free in time."""
        with self._counting:
            self._here += 1
            waits = self.patience if self._here <= self.at_once + self.patient else self.others
        try:
            with stage("waiting"):
                free = self._places.acquire(timeout=waits)
            if not free:
                raise _busy()
            try:
                yield
            finally:
                self._places.release()
        finally:
            with self._counting:
                self._here -= 1


@contextmanager
def alone(lock: threading.Lock) -> Iterator[None]:
    """Hold ``lock`` for the length of the block; the wait for it is a stage of the request."""
    with stage("waiting"):
        lock.acquire()
    try:
        yield
    finally:
        lock.release()


def _busy() -> Unavailable:
    return Unavailable(
        "comparing_busy",
        en="Many texts are being compared at this moment. Nothing was changed; try again in a few seconds.",
        vi="Hiện có nhiều văn bản đang được so khớp. Chưa có gì thay đổi; hãy thử lại sau vài giây.",
    )
