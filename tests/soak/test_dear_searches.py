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
def address(worlds: Worlds, tmp_path: Path) -> Iterator[str]:
    url = worlds.copied(tmp_path / "world.sqlite3", WORLD, load_world)
    settings = Settings(database_url=url, port=free_port(), selection_date=date(2026, 9, 1), encoder="none")
    with serving(settings):
        yield f"http://127.0.0.1:{settings.port}"


def seconds(address: str) -> float:
    begin = time.perf_counter()
    assert httpx.get(address, timeout=60).status_code == 200
    return time.perf_counter() - begin


@pytest.mark.soak
def test_health_and_sign_in_do_not_wait(address: str) -> None:
    def search(_: int) -> int:
        return httpx.post(f"{address}/api/v1/search/people", json={"text": TEXT}, timeout=120).status_code

    addresses = (f"{address}/healthz", f"{address}/sign-in")
    most = [max(limit, SLOWER * max(seconds(one) for _ in range(3))) for limit, one in zip((HEALTH, SIGN_IN), addresses, strict=True)]
    with ThreadPoolExecutor(AT_ONCE) as pool:
        for _ in range(ROUNDS):
            asked = [pool.submit(search, number) for number in range(AT_ONCE)]
            waited = [seconds(one) for one in addresses]
            assert {one.result() for one in asked} <= {200, 503}
            assert all(took < limit for took, limit in zip(waited, most, strict=True)), (waited, most)
