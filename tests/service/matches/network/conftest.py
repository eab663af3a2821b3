"""A database that holds the small world, and its network whose people are read."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy.engine import Engine
from sqlmodel import SQLModel

from matching.readers.sealed import seal
from models.database import writing
from service.kit.jobs.worker import JobContext
from service.matches.encoders.choice import NONE
from service.matches.encoders.local import model_id
from service.matches.network import shipped
from service.matches.network.reading import read_people
from tests.matching.readers.examples import readers
from tests.service.matches.encoders.examples import LocalModel
from tests.service.matches.network.small_world import catalogue, people


@pytest.fixture
def small_world(engine: Engine) -> Engine:
    store(engine, [*catalogue(), *people()])
    return engine


@pytest.fixture
def small_network(small_world: Engine) -> Engine:
    read_everybody(small_world)
    return small_world


@pytest.fixture
def small_catalogue(engine: Engine) -> Engine:
    store(engine, catalogue())
    return engine


@pytest.fixture
def local_model(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> LocalModel:
    """A model in a folder, for which readers ship."""
    local = LocalModel(tmp_path / "local", monkeypatch)
    model = model_id(Path(local.setting))
    (tmp_path / "shipped").mkdir()
    (tmp_path / "shipped" / f"{model}.npz").write_bytes(seal(replace(readers(), model=model)))
    monkeypatch.setattr(shipped, "FOLDER", tmp_path / "shipped")
    return local


def store(engine: Engine, groups: Iterable[list[SQLModel]]) -> None:
    with writing(engine) as session:
        for group in groups:
            session.add_all(group)
            session.flush()


def read_everybody(
    engine: Engine, report: Callable[[float, str], None] = lambda _progress, _message: None, encoder_setting: str = NONE
) -> tuple[str, int]:
    """Read whoever is not read yet; return the version and how many people that were."""
    done = read_people(JobContext({}, engine, report), encoder_setting)
    return str(done["version"]), int(done["people"])
