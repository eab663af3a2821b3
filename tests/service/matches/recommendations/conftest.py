"""A recommender over the synthetic world, for tests below the API."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from models.database import ReadSession, make_engine, reading
from models.vocabulary import RoleCode
from service.catalogue.subjects.contents import SubjectKind
from service.matches.recommendations.recommending import Recommendation, Recommender
from tests.service.synthetic_world import address, world_settings


@pytest.fixture(scope="module")
def session(world_file: Path) -> Iterator[ReadSession]:
    engine = make_engine(address(world_file))
    with reading(engine) as session:
        yield session
    engine.dispose()


@pytest.fixture(scope="module")
def recommender(world_file: Path) -> Recommender:
    return Recommender(world_settings(address(world_file)))


@pytest.fixture(scope="module")
def found(recommender: Recommender, session: ReadSession) -> Recommendation:
    return recommender.recommend(session, SubjectKind.PRODUCT, "P01", RoleCode.CE_PROJECT)
