"""Many dear searches at once: whoever watches the service and whoever signs in do not wait for them."""

import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import httpx
import pytest

from service.kit.settings import Settings
from tests.benchmarks.processes import free_port, serving
from tests.service.synthetic_world import WORLD, load_world
from tests.soak.effort import times
from tests.worlds import Worlds

AT_ONCE, HEALTH, SIGN_IN = 48, 0.5, 1.0
SLOWER = 20
"""How many times as long as on the quiet service it may take, where that is more: a busy machine is not a fault."""
ROUNDS = times(1, 5)
TEXT = " ".join(f"word{number % 97}" for number in range(170))


@pytest.fixture
def client(worlds: Worlds, tmp_path: Path) -> Iterator[httpx.Client]:
    """Return one client for all: each would read the certificates of the system anew, and that would be what is waited for."""
    url = worlds.copied(tmp_path / "world.sqlite3", WORLD, load_world)
    settings = Settings(database_url=url, port=free_port(), selection_date=date(2026, 9, 1), encoder="none")
    limits = httpx.Limits(max_connections=2 * AT_ONCE)
    with serving(settings), httpx.Client(base_url=f"http://127.0.0.1:{settings.port}", timeout=120, limits=limits) as client:
        yield client


def seconds(client: httpx.Client, path: str) -> float:
    begin = time.perf_counter()
    assert client.get(path).status_code == 200
    return time.perf_counter() - begin


@pytest.mark.soak
def test_health_and_sign_in_do_not_wait(client: httpx.Client) -> None:
    def search(_: int) -> int:
        return client.post("/api/v1/search/people", json={"text": TEXT}).status_code

    paths = ("/healthz", "/sign-in")
    most = [max(limit, SLOWER * max(seconds(client, one) for _ in range(3))) for limit, one in zip((HEALTH, SIGN_IN), paths, strict=True)]
    with ThreadPoolExecutor(AT_ONCE) as pool:
        for _ in range(ROUNDS):
            asked = [pool.submit(search, number) for number in range(AT_ONCE)]
            waited = [seconds(client, one) for one in paths]
            assert {one.result() for one in asked} <= {200, 503}
            assert all(took < limit for took, limit in zip(waited, most, strict=True)), (waited, most)
