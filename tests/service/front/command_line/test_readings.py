"""The readings that ship are those of the default network, and a demonstration encodes nothing of anybody."""

from collections.abc import Iterator, Sequence

import numpy as np
import pytest
import sqlalchemy as sa
from rich.progress import Progress
from sqlalchemy.engine import Engine

from models.database import make_engine, reading
from models.experts import Expert
from models.jobs import PersonReading
from models.vocabulary import RoleCode
from seed.network.world import DEFAULT, WORLD_DATE
from seed.network_readings.readings import ShippedReadings, read_readings
from seed.network_vectors.vectors import ShippedVectors, read_vectors
from service.catalogue.subjects.contents import SubjectKind
from service.front.command_line import readings
from service.front.command_line.loading import Loader
from service.front.command_line.options import DEFAULT_SEED
from service.kit.settings import Settings
from service.matches.encoders.choice import NANO
from service.matches.encoders.nano import NanoEncoder
from service.matches.network.shipped import Words, sealed_for
from service.matches.network.versions import current_encoder
from service.matches.recommendations.recommending import Recommender
from tests.service.front.command_line.conftest import Run
from tests.worlds import Worlds

whole_network = pytest.mark.long  # the whole default network is made


def refuse(_encoder: NanoEncoder, texts: Sequence[str]) -> np.ndarray:
    if not texts:
        return np.zeros((0, NanoEncoder.dimension), dtype=np.float32)
    raise AssertionError(f"encoded: {texts[0]}")


@pytest.fixture(scope="module")
def settings(worlds: Worlds, tmp_path_factory: pytest.TempPathFactory) -> Settings:
    url = worlds.copied(tmp_path_factory.mktemp("default") / "default.sqlite3")
    return Settings(database_url=url, encoder=NANO, selection_date=WORLD_DATE, run_worker=False)


@pytest.fixture(scope="module")
def default_network(settings: Settings) -> Iterator[Engine]:
    """The network that ``vinmatch demo`` loads, read with an encoder that refuses to encode."""
    engine = make_engine(settings.database_url)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(NanoEncoder, "encode", refuse)
        loader = Loader(engine, settings, Progress(disable=True))
        loader.catalogue()
        loader.network(DEFAULT_SEED, DEFAULT)
        loader.read_everybody()
    yield engine
    engine.dispose()


def test_the_readings_that_ship_are_of_the_readers_and_the_catalogue_that_ship(catalogue_url: str) -> None:
    engine = make_engine(catalogue_url)
    with reading(engine) as session:
        assert read_readings().version == Words.read(session).version(sealed_for(NanoEncoder.model))
    engine.dispose()


@whole_network
def test_everybody_of_the_default_network_is_read_without_encoding(default_network: Engine) -> None:
    with reading(default_network) as session:
        assert current_encoder(session) == NanoEncoder.model
        people, read = (session.scalar(sa.select(sa.func.count()).select_from(table)) for table in (Expert, PersonReading))
    assert people == read == len(read_readings().rows)


@whole_network
def test_recommending_for_the_catalogue_encodes_nothing_either(
    default_network: Engine, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(NanoEncoder, "encode", refuse)
    recommender = Recommender(settings)
    with reading(default_network) as session:
        for kind, identifier, role in (
            (SubjectKind.PRODUCT, "P01", RoleCode.CE_PROJECT),
            (SubjectKind.GROUP, "G01", RoleCode.CE_SYSTEM),
        ):
            assert recommender.recommend(session, kind, identifier, role).ranking.scores.total.max() > 0


@whole_network
@pytest.mark.usefixtures("default_network")
def test_the_command_writes_the_same_files(settings: Settings, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[ShippedReadings | ShippedVectors] = []
    monkeypatch.setattr(NanoEncoder, "encode", refuse)
    monkeypatch.setattr(readings, "write_readings", written.append)
    monkeypatch.setattr(readings, "write_vectors", written.append)
    result = run("readings", "--database", settings.database_url)
    assert result.exit_code == 0, result.stderr
    found, vectors = written
    assert isinstance(found, ShippedReadings)
    assert isinstance(vectors, ShippedVectors)
    assert (found.version, sorted(found.rows)) == (read_readings().version, sorted(read_readings().rows))
    assert all(np.array_equal(vectors.rows[name], row) for name, row in read_vectors().rows.items())
