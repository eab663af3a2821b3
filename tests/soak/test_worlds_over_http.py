"""Worlds of people and viewers of several roles, asked over HTTP: lists hold what docs/access.md says, what is hidden looks absent."""

from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient
from hypothesis import given, settings
from sqlalchemy.engine import Engine

from models.database import make_engine
from service.kit.settings import Settings
from tests.access.test_visibility import readable, shown
from tests.access.worlds import ABSENT, World, build, worlds
from tests.applications import running_client
from tests.service.people.profiles.people import EXPERTS
from tests.soak.effort import times
from tests.worlds import Worlds


@pytest.fixture(scope="module")
def url(worlds: Worlds, tmp_path_factory: pytest.TempPathFactory) -> str:
    return worlds.copied(tmp_path_factory.mktemp("soak") / "access.sqlite3")


@pytest.fixture(scope="module")
def engine_of_all(url: str) -> Iterator[Engine]:
    engine = make_engine(url)
    yield engine
    engine.dispose()


@pytest.fixture(scope="module")
def anybody(url: str) -> Iterator[TestClient]:
    with running_client(Settings(database_url=url, run_worker=False, warm_up=False, encoder="none", log_level="error")) as client:
        yield client


@pytest.mark.soak
@settings(max_examples=times(5, 50), deadline=None)
@given(world=worlds)
def test_what_may_not_be_read_is_as_if_it_were_not_there(engine_of_all: Engine, anybody: TestClient, world: World) -> None:
    key, wanted = build(engine_of_all, world), readable(world)
    absent = shown(anybody.get(f"{EXPERTS}/{ABSENT}", headers=key), ABSENT)
    for person in world.ids:
        answer = anybody.get(f"{EXPERTS}/{person}", headers=key)
        assert answer.status_code == 200 if person in wanted else shown(answer, person) == absent
