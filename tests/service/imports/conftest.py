"""A file is sent, a worker reads it, and what became of it is looked at. SQLite alone, where a test does not say otherwise."""

from collections.abc import Callable
from typing import Any

import pytest
from fastapi.testclient import TestClient
from sqlalchemy.engine import Engine

from service.front.jobs.kinds import kinds_for
from service.imports.runs.operations import KIND
from service.kit.jobs.worker import make_worker
from service.kit.settings import Settings

IMPORTS = "/api/v1/imports"
Send = Callable[..., dict[str, Any]]


@pytest.fixture(params=["sqlite"])
def database_kind(request: pytest.FixtureRequest) -> str:
    kind: str = request.param
    return kind


@pytest.fixture
def work(engine: Engine, settings: Settings) -> Callable[[], None]:
    """A function that does every import that waits."""
    worker = make_worker(engine, settings, {KIND: kinds_for(settings)[KIND], "read-people": lambda _: {}})

    def run() -> None:
        while worker.run_once():
            pass

    return run


@pytest.fixture
def send(client: TestClient, work: Callable[[], None]) -> Send:
    """A function that sends a file, has it read, and returns the import with its refused rows."""

    def sent(content: str | bytes, name: str = "people.csv", **form: Any) -> dict[str, Any]:
        answer = client.post(IMPORTS, files={"file": (name, content.encode() if isinstance(content, str) else content)}, data=form)
        assert answer.status_code == 202, answer.text
        work()
        place = answer.headers["Location"]
        found: dict[str, Any] = client.get(place).json()
        return found | {"rows": client.get(f"{place}/refused").json()["items"]}

    return sent
