"""One service on SQLite for all examples of a property; each example fills the database anew."""

from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient
from sqlalchemy.engine import Engine

from models.database import make_engine
from service.kit.settings import Settings
from tests.applications import running_client
from tests.worlds import Worlds


@pytest.fixture(scope="module")
def shared_url(worlds: Worlds, tmp_path_factory: pytest.TempPathFactory) -> str:
    return worlds.copied(tmp_path_factory.mktemp("access") / "shared.sqlite3")


@pytest.fixture(scope="module")
def shared_engine(shared_url: str) -> Iterator[Engine]:
    engine = make_engine(shared_url)
    yield engine
    engine.dispose()


@pytest.fixture(scope="module")
def anybody(shared_url: str) -> Iterator[TestClient]:
    """A client that shows nothing by itself."""
    settings = Settings(database_url=shared_url, run_worker=False, warm_up=False, encoder="none", log_level="error")
    with running_client(settings) as client:
        yield client
