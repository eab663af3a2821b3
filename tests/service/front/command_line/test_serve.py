import gc
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import uvicorn
from threadpoolctl import threadpool_info, threadpool_limits

from service.front.command_line.serve import YOUNG_OBJECTS
from service.matches.encoders.choice import NO_ENCODER
from tests.service.front.command_line.conftest import Run
from tests.service.synthetic_world import address


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, Any]]:
    """What the server was started with, instead of a server."""
    options: dict[str, Any] = {}

    def note(_app: object, **given: object) -> None:
        options.update(given, threads=[pool["num_threads"] for pool in threadpool_info()], young_objects=gc.get_threshold()[0])

    monkeypatch.setattr(uvicorn, "run", note)
    before = gc.get_threshold()
    yield options
    gc.set_threshold(*before)


def test_the_server_listens_where_it_is_told(run: Run, world_copy: str, served: dict[str, Any]) -> None:
    result = run("serve", "--host", "0.0.0.0", "--port", 9000, "--database", world_copy)
    assert (served["host"], served["port"]) == ("0.0.0.0", 9000)
    assert "Open http://0.0.0.0:9000/" in result.stderr
    assert NO_ENCODER.en in result.stderr


def test_requests_side_by_side_have_one_thread_each_and_garbage_is_looked_for_rarely(
    run: Run, world_copy: str, served: dict[str, Any]
) -> None:
    with threadpool_limits(2):
        run("serve", "--database", world_copy)
    assert set(served["threads"]) == {1}
    assert served["young_objects"] == YOUNG_OBJECTS


def test_what_is_missing_is_said_and_the_server_starts(run: Run, tmp_path: Path, served: dict[str, Any]) -> None:
    result = run("serve", "--database", address(tmp_path / "new.sqlite3"))
    assert result.exit_code == 0
    assert "vinmatch migrate" in result.stderr
    assert served["port"] == 8000


def test_the_word_of_a_proxy_is_taken_only_where_it_is_named(
    run: Run, world_copy: str, served: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    run("serve", "--database", world_copy)
    assert served["forwarded_allow_ips"] == "127.0.0.1"
    monkeypatch.setenv("VINMATCH_TRUSTED_PROXIES", "10.0.0.0/8,192.0.2.7")
    run("serve", "--database", world_copy)
    assert served["forwarded_allow_ips"] == "10.0.0.0/8,192.0.2.7"
