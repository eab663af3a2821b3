from pathlib import Path
from typing import Any

import pytest
import uvicorn

from service.encoders.choice import NO_ENCODER
from tests.service.command_line.conftest import Run
from tests.service.synthetic_world import address


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """What the server was started with, instead of a server."""
    options: dict[str, Any] = {}
    monkeypatch.setattr(uvicorn, "run", lambda _app, **given: options.update(given))
    return options


def test_the_server_listens_where_it_is_told(run: Run, world_copy: str, served: dict[str, Any]) -> None:
    result = run("serve", "--host", "0.0.0.0", "--port", 9000, "--database", world_copy)
    assert (served["host"], served["port"]) == ("0.0.0.0", 9000)
    assert "Open http://0.0.0.0:9000/" in result.stderr
    assert NO_ENCODER.en in result.stderr


def test_what_is_missing_is_said_and_the_server_starts(run: Run, tmp_path: Path, served: dict[str, Any]) -> None:
    result = run("serve", "--database", address(tmp_path / "new.sqlite3"))
    assert result.exit_code == 0
    assert "vinmatch migrate" in result.stderr
    assert served["port"] == 8000
