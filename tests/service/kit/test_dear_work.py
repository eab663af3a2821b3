"""Dear work has so many places and so many who wait; everybody else is told at once to try again."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from threading import Event

import numpy as np
import pytest
from fastapi.testclient import TestClient

from matching.readers.words import WordsEncoder
from service.front.application import create_app
from service.kit.dear_work import Gate
from service.kit.problems import Unavailable
from tests.service.synthetic_world import world_settings

MANY = 45  # more than the server has threads
SLOW = "phiên bản chờ lâu"  # in no text of the catalogue


@contextmanager
def pool_that_ends(go_on: Event) -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(MANY) as pool:
        try:
            yield pool
        finally:
            go_on.set()


def until(done: Callable[[], bool]) -> None:
    waiting = Event()
    for _ in range(3_000):
        if done():
            return
        waiting.wait(0.01)
    raise AssertionError("it did not happen within 30 seconds")


def test_whoever_finds_neither_a_place_nor_a_seat_to_wait_is_told_at_once() -> None:
    gate, inside, go_on = Gate(at_once=1, patient=1, patience=60.0), Event(), Event()

    def work() -> str:
        with gate.entered():
            inside.set()
            assert go_on.wait(60)
            return "done"

    with pool_that_ends(go_on) as pool:
        first = pool.submit(work)
        assert inside.wait(60)
        second = pool.submit(work)
        until(lambda: gate._here == 2)
        with pytest.raises(Unavailable) as refused, gate.entered():
            pass
        go_on.set()
        assert (first.result(), second.result()) == ("done", "done")
    assert dict(refused.value.headers)["Retry-After"].isdecimal()
    with gate.entered():  # every place is free again
        assert gate._here == 1


def test_patience_ends() -> None:
    gate = Gate(at_once=1, patient=1, patience=0.0)
    with gate.entered(), pytest.raises(Unavailable), gate.entered():
        pass


@pytest.fixture
def encoder(monkeypatch: pytest.MonkeyPatch) -> Iterator[Event]:
    """Texts of searches are encoded only once this is set."""
    go_on, encode = Event(), WordsEncoder.encode

    def slow(encoder: WordsEncoder, texts: Sequence[str]) -> np.ndarray:
        if any(SLOW in text for text in texts):
            assert go_on.wait(60)
        return encode(encoder, texts)

    monkeypatch.setattr(WordsEncoder, "encode", slow)
    yield go_on
    go_on.set()


def test_an_encoder_that_hangs_keeps_nobody_else_waiting(world_copy: str, encoder: Event) -> None:
    with TestClient(create_app(world_settings(world_copy)), raise_server_exceptions=False) as client:
        assert client.get("/api/v1/products/P01/recommendations?role=CE_PROJECT").status_code == 200

        def search(number: int) -> tuple[int, bool]:
            answer = client.post("/api/v1/search/people", json={"text": f"mô hình ngôn ngữ lớn, {SLOW} {number}"})
            return answer.status_code, answer.headers.get("Retry-After", "").isdecimal()

        with pool_that_ends(encoder) as pool:
            searches: list[Future[tuple[int, bool]]] = [pool.submit(search, number) for number in range(MANY)]
            until(lambda: sum(one.done() for one in searches) == MANY - 6)
            statuses = [client.get(address).status_code for address in ("/healthz", "/readyz", "/sign-in")]
            assert (statuses, sum(one.done() for one in searches)) == ([200, 200, 200], MANY - 6)
            encoder.set()
            answers = sorted(one.result() for one in searches)
    assert answers == [(200, False)] * 6 + [(503, True)] * (MANY - 6)
