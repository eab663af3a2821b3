"""A client of the service on a database that holds the packaged catalogue; tests that only read share it."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from models.database import make_engine, writing
from seed.catalogue.loader import load_catalogue
from service.application import create_app
from service.settings import Settings
from tests.postgresql import PostgreSQL


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def catalogue_url(request: pytest.FixtureRequest, sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of a database with the packaged catalogue, once of each kind; not to be changed."""
    if request.param == "sqlite":
        yield _loaded(f"sqlite:///{shutil.copy(sqlite_template, tmp_path_factory.mktemp('catalogue') / 'catalogue.sqlite3')}")
        return
    server: PostgreSQL | str = request.getfixturevalue("postgresql")
    if isinstance(server, str):
        pytest.skip(server)
    with server.database() as url:
        yield _loaded(url)


def _loaded(url: str) -> str:
    engine = make_engine(url)
    with writing(engine) as session:
        load_catalogue(session)
    engine.dispose()
    return url


@pytest.fixture(scope="session")
def catalogue_client(catalogue_url: str) -> Iterator[TestClient]:
    """A client without a key: the catalogue is public."""
    with TestClient(create_app(Settings(database_url=catalogue_url, run_worker=False)), raise_server_exceptions=False) as client:
        yield client
