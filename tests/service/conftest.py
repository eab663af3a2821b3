"""Clients of the service on a database that holds the packaged catalogue or a synthetic world; tests that only read share them."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from models.database import make_engine, writing
from seed.catalogue.loader import load_catalogue
from service.kit.settings import Settings
from tests.applications import running_client
from tests.conftest import KINDS
from tests.service.synthetic_world import WORLD, address, checkpoint, load_world, world_settings
from tests.worlds import Worlds

shared_both = pytest.mark.parametrize("shared_kind", KINDS, indirect=True)
"""For tests of what a database does; the others read the shared databases on SQLite alone."""


@pytest.fixture(scope="session")
def shared_kind(request: pytest.FixtureRequest) -> str:
    kind: str = getattr(request, "param", "sqlite")
    return kind


@pytest.fixture(scope="session")
def catalogue_url(shared_kind: str, worlds: Worlds, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of a database with the packaged catalogue; not to be changed."""
    if shared_kind == "sqlite":
        yield worlds.copied(tmp_path_factory.mktemp("catalogue") / "catalogue.sqlite3", "catalogue", _load)
        return
    with worlds.cloned("catalogue", _load) as url:
        yield url


def _load(url: str) -> None:
    engine = make_engine(url)
    with writing(engine) as session:
        load_catalogue(session)
    checkpoint(engine)
    engine.dispose()


@pytest.fixture
def catalogue_copy(database_kind: str, worlds: Worlds, tmp_path: Path) -> Iterator[str]:
    """Address of a database with the packaged catalogue, which a test may change."""
    if database_kind == "sqlite":
        yield worlds.copied(tmp_path / "catalogue.sqlite3", "catalogue", _load)
        return
    with worlds.cloned("catalogue", _load) as url:
        yield url


@pytest.fixture(scope="session")
def catalogue_client(catalogue_url: str) -> Iterator[TestClient]:
    """A client without a key: the catalogue is public."""
    settings = Settings(database_url=catalogue_url, run_worker=False, warm_up=False)
    with running_client(settings) as client:
        yield client


@pytest.fixture(scope="session")
def world_file(worlds: Worlds, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """File of a SQLite database with a synthetic world; not to be changed."""
    file = tmp_path_factory.mktemp("world") / "world.sqlite3"
    worlds.copied(file, WORLD, load_world)
    return file


@pytest.fixture(scope="session")
def world_url(shared_kind: str, request: pytest.FixtureRequest, worlds: Worlds) -> Iterator[str]:
    """Address of a database with a synthetic world; not to be changed."""
    if shared_kind == "sqlite":
        yield address(request.getfixturevalue("world_file"))
        return
    with worlds.cloned(WORLD, load_world) as url:
        yield url


@pytest.fixture(scope="session")
def world_client(world_url: str) -> Iterator[TestClient]:
    """A client without a key: the world is synthetic."""
    with running_client(world_settings(world_url)) as client:
        yield client


@pytest.fixture
def world_copy(world_file: Path, tmp_path: Path) -> str:
    """Address of a copy of the world that a test may change."""
    return address(Path(shutil.copy(world_file, tmp_path / "copy.sqlite3")))
