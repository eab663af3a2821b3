"""Measures on what a request spends its time, by stage; where nobody asked to know, a stage costs next to nothing.

Work is named where it is called: ``with stage("matching"): ...``. The seconds of a stage are its own, without those of stages within it, so
that the stages of a request never add up to more than the request. What is measured goes with the context of the request, and with it into
every thread that works for it.
"""

import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from contextvars import ContextVar, Token
from typing import NamedTuple

MOST_KEPT = 100
"""How many blocks of a request are kept one by one, and about as many pieces of work without one; the seconds of all are counted."""
SHORTEST_KEPT = 0.001
"""Seconds of the shortest piece of work without a block that is kept: some requests make hundreds of statements that take nothing."""
_NOTHING = nullcontext()


class Timed(NamedTuple):
    """One stage with its moments on the clock of ``time.perf_counter``; ``within`` is the number of the block around it, 0 for none.

    Blocks are numbered from 1 as they began; a piece of work without one has 0.
    """

    number: int
    name: str
    within: int
    begin: float
    end: float


class Stages:
    """The stages of one request: own ``seconds`` of each by name, and the first of them one by one, in the order in which they ended."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self.timed: list[Timed] = []
        self.begun = 0

    @contextmanager
    def measured(self) -> Iterator[None]:
        """Measure every stage of the block, and of the threads that it hands work to."""
        token = _around.set(_Stage("", self, None))
        try:
            yield
        finally:
            _around.reset(token)


class _Stage:
    __slots__ = ("around", "begin", "inner", "name", "number", "of", "token")

    def __init__(self, name: str, of: Stages, around: "_Stage | None") -> None:
        self.name, self.of, self.around = name, of, around
        self.number, self.inner, self.begin = 0, 0.0, 0.0
        self.token: Token[_Stage | None] | None = None

    def __enter__(self) -> None:
        self.token = _around.set(self)
        self.of.begun += 1
        self.number = self.of.begun
        self.begin = time.perf_counter()

    def __exit__(self, *_: object) -> None:
        end = time.perf_counter()
        if self.token is not None:
            _around.reset(self.token)
        if self.around is not None:
            self.around.take(Timed(self.number, self.name, self.around.number, self.begin, end), self.inner, kept=self.number <= MOST_KEPT)

    def take(self, one: Timed, inner: float, *, kept: bool) -> None:
        """Count a stage that ended within this one, of which ``inner`` seconds are not its own."""
        whole = one.end - one.begin
        self.inner += whole
        self.of.seconds[one.name] = self.of.seconds.get(one.name, 0.0) + whole - inner
        if kept:
            self.of.timed.append(one)


_around: ContextVar[_Stage | None] = ContextVar("stage", default=None)


def stage(name: str) -> AbstractContextManager[None]:
    """Return a block that counts as the stage ``name`` of the request that is answered; outside of a request it counts as nothing."""
    around = _around.get()
    return _NOTHING if around is None else _Stage(name, around.of, around)


def spent(name: str, begin: float) -> None:
    """Count as a stage what began at ``begin``, on the clock of ``time.perf_counter``, and ends now; no stage was within it."""
    around, end = _around.get(), time.perf_counter()
    if around is not None:
        kept = end - begin >= SHORTEST_KEPT and len(around.of.timed) < MOST_KEPT
        around.take(Timed(0, name, around.number, begin, end), 0.0, kept=kept)
