"""The stages of a request have seconds of their own, across threads, and cost nothing where nobody asked for them."""

from collections.abc import Iterator
from threading import Thread
from types import SimpleNamespace

import anyio
import anyio.lowlevel
import anyio.to_thread
import pytest

from service.kit import stages as room
from service.kit.stages import MOST_KEPT, Stages, Timed, spent, stage


class Clock:
    """Shows the seconds that a test lets pass."""

    def __init__(self) -> None:
        self.now = 100.0

    def passes(self, seconds: float) -> None:
        self.now += seconds


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(room, "time", SimpleNamespace(perf_counter=lambda: clock.now))
    return clock


@pytest.fixture
def stages() -> Iterator[Stages]:
    stages = Stages()
    with stages.measured():
        yield stages


def test_a_stage_has_the_seconds_in_which_no_stage_within_it_ran(clock: Clock, stages: Stages) -> None:
    with stage("network"):
        clock.passes(2)
        with stage("encoding"):
            clock.passes(5)
        clock.passes(1)
    assert stages.seconds == {"encoding": 5.0, "network": 3.0}
    assert stages.timed == [Timed(2, "encoding", 1, 102.0, 107.0), Timed(1, "network", 0, 100.0, 108.0)]


def test_a_stage_that_comes_again_adds_up(clock: Clock, stages: Stages) -> None:
    for seconds in (1, 2):
        with stage("gate"):
            clock.passes(seconds)
    assert stages.seconds == {"gate": 3.0}
    assert [one.within for one in stages.timed] == [0, 0]


def test_what_fails_has_taken_its_time_too(clock: Clock, stages: Stages) -> None:
    def fail() -> None:
        with stage("matching"):
            clock.passes(4)
            raise RuntimeError

    with stage("answer"), pytest.raises(RuntimeError):
        fail()
    assert stages.seconds == {"matching": 4.0, "answer": 0.0}


def test_what_has_a_beginning_and_no_block_counts_within_the_stage_around_it(clock: Clock, stages: Stages) -> None:
    with stage("inputs"):
        clock.passes(3)
        spent("database", 101.0)
    assert stages.seconds == {"database": 2.0, "inputs": 1.0}
    assert stages.timed[0] == Timed(0, "database", 1, 101.0, 103.0)


def test_a_request_takes_its_stages_into_the_threads_that_work_for_it(stages: Stages) -> None:
    def work() -> None:
        with stage("matching"):
            pass

    async def answer() -> None:
        with stage("answer"):
            await anyio.to_thread.run_sync(work)

    anyio.run(answer)
    assert [(one.name, one.number, one.within) for one in stages.timed] == [("matching", 2, 1), ("answer", 1, 0)]


def test_a_thread_of_its_own_and_whoever_is_no_request_measures_nothing(stages: Stages) -> None:
    seen: list[bool] = []
    thread = Thread(target=lambda: seen.append(stage("a") is stage("b")))
    thread.start()
    thread.join()
    assert (seen, stages.seconds) == ([True], {})


def test_requests_side_by_side_keep_apart() -> None:
    found: dict[str, Stages] = {name: Stages() for name in ("one", "other")}

    async def answer(name: str) -> None:
        with found[name].measured(), stage(name):
            await anyio.lowlevel.checkpoint()

    async def both() -> None:
        async with anyio.create_task_group() as group:
            for name in found:
                group.start_soon(answer, name)

    anyio.run(both)
    assert {name: list(stages.seconds) for name, stages in found.items()} == {"one": ["one"], "other": ["other"]}


def test_many_short_statements_are_counted_and_leave_room_for_the_blocks_of_a_request(clock: Clock, stages: Stages) -> None:
    for seconds in (0.0, 1.0):
        for _ in range(MOST_KEPT + 20):
            clock.passes(seconds)
            spent("database", clock.now - seconds)
    with stage("matching"):
        clock.passes(1)
    assert [one.name for one in stages.timed] == ["database"] * MOST_KEPT + ["matching"]
    assert all(one.end > one.begin for one in stages.timed)
    assert stages.seconds["database"] == MOST_KEPT + 20.0


def test_so_many_are_kept_one_by_one_and_all_are_counted(clock: Clock, stages: Stages) -> None:
    for _ in range(MOST_KEPT + 20):
        with stage("database"):
            clock.passes(1)
    assert (len(stages.timed), stages.seconds) == (MOST_KEPT, {"database": MOST_KEPT + 20.0})
