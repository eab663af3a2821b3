"""Clients of the service on a database that holds the packaged catalogue or a synthetic world; tests that only read share them."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from models.database import make_engine, writing
from seed.catalogue.loader import load_catalogue
from service.settings import Settings
from tests.applications import running_client
from tests.postgresql import new_database
from tests.service.synthetic_world import address, load_world, world_settings


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def catalogue_url(request: pytest.FixtureRequest, sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of a database with the packaged catalogue, once of each kind; not to be changed."""
    if request.param == "sqlite":
        yield _loaded(f"sqlite:///{shutil.copy(sqlite_template, tmp_path_factory.mktemp('catalogue') / 'catalogue.sqlite3')}")
        return
    with new_database(request.getfixturevalue("postgresql")) as url:
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
    settings = Settings(database_url=catalogue_url, run_worker=False, warm_up=False)
    with running_client(settings) as client:
        yield client


@pytest.fixture(scope="session")
def world_file(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """File of a SQLite database with a synthetic world; not to be changed."""
    file = Path(shutil.copy(sqlite_template, tmp_path_factory.mktemp("world") / "world.sqlite3"))
    load_world(address(file))
    return file


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def world_url(request: pytest.FixtureRequest) -> Iterator[str]:
    """Address of a database with a synthetic world, once of each kind; not to be changed."""
    if request.param == "sqlite":
        yield address(request.getfixturevalue("world_file"))
        return
    with new_database(request.getfixturevalue("postgresql")) as url:
        yield load_world(url)


@pytest.fixture(scope="session")
def world_client(world_url: str) -> Iterator[TestClient]:
    """A client without a key: the world is synthetic."""
    with running_client(world_settings(world_url)) as client:
        yield client


@pytest.fixture
def world_copy(world_file: Path, tmp_path: Path) -> str:
    """Address of a copy of the world that a test may change."""
    return address(Path(shutil.copy(world_file, tmp_path / "copy.sqlite3")))
