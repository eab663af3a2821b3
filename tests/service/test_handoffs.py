"""A recommendation is handed to a thread twice: to see who asks, and to rank, where the connection is given back as well."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import anyio.to_thread
import pytest

from tests.applications import running_client
from tests.service.synthetic_world import WORLD, load_world, world_settings
from tests.worlds import Worlds

MOST = 2


def test_a_recommendation_is_handed_to_a_thread_twice(worlds: Worlds, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    handed: list[Any] = []
    run = anyio.to_thread.run_sync

    async def counted(act: Callable[..., Any], *arguments: Any, **options: Any) -> Any:
        handed.append(act)
        return await run(act, *arguments, **options)

    monkeypatch.setattr(anyio.to_thread, "run_sync", counted)
    with running_client(world_settings(worlds.copied(tmp_path / "world.sqlite3", WORLD, load_world))) as client:
        address = "/api/v1/products/P01/recommendations?role=CE_PROJECT"
        client.get(address)
        handed.clear()
        assert client.get(address).status_code == 200
    assert len(handed) == MOST
