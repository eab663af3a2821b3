"""A database that holds the small world, and its network with a fitted text space."""

from collections.abc import Callable, Iterable

import pytest
from sqlalchemy.engine import Engine
from sqlmodel import SQLModel

from models.database import writing
from service.kit.jobs.worker import JobContext
from service.matches.encoders.choice import NONE
from service.matches.network.fitting import fit_text_space
from tests.service.matches.network.small_world import catalogue, people


@pytest.fixture
def small_world(engine: Engine) -> Engine:
    store(engine, [*catalogue(), *people()])
    return engine


@pytest.fixture
def small_network(small_world: Engine) -> Engine:
    fit(small_world)
    return small_world


@pytest.fixture
def small_catalogue(engine: Engine) -> Engine:
    store(engine, catalogue())
    return engine


def store(engine: Engine, groups: Iterable[list[SQLModel]]) -> None:
    with writing(engine) as session:
        for group in groups:
            session.add_all(group)
            session.flush()


def fit(engine: Engine, report: Callable[[float, str], None] = lambda _progress, _message: None, encoder_setting: str = NONE) -> str:
    return str(fit_text_space(JobContext({}, engine, report), encoder_setting)["version"])
