"""The vectors that are shipped are those of the default network, and a demonstration encodes nothing."""

from collections.abc import Iterator, Sequence

import numpy as np
import pytest
from rich.progress import Progress
from sqlalchemy.engine import Engine

from matching.space.encoded import digest
from models.database import make_engine, reading
from models.vocabulary import RoleCode
from seed.network.world import DEFAULT, WORLD_DATE
from seed.network_vectors.vectors import ShippedVectors, read_vectors
from service.catalogue.subjects.contents import SubjectKind
from service.front.command_line import vectors
from service.front.command_line.loading import Loader
from service.front.command_line.options import DEFAULT_SEED
from service.kit.settings import Settings
from service.matches.encoders.choice import NANO
from service.matches.encoders.nano import NanoEncoder
from service.matches.encoders.quantised import quantise
from service.matches.network.fitting import Corpus
from service.matches.network.space_store import current_encoder
from service.matches.recommendations.recommending import Recommender
from tests.service.front.command_line.conftest import Run
from tests.worlds import Worlds

SAMPLE = 20
pytestmark = pytest.mark.long  # the whole default network is made and fitted


def refuse(_encoder: NanoEncoder, texts: Sequence[str]) -> np.ndarray:
    raise AssertionError(f"encoded: {texts[0]}")


@pytest.fixture(scope="module")
def settings(worlds: Worlds, tmp_path_factory: pytest.TempPathFactory) -> Settings:
    url = worlds.copied(tmp_path_factory.mktemp("default") / "default.sqlite3")
    return Settings(database_url=url, encoder=NANO, selection_date=WORLD_DATE, run_worker=False)


@pytest.fixture(scope="module")
def default_network(settings: Settings) -> Iterator[Engine]:
    """The network that ``vinmatch demo`` loads, fitted with an encoder that refuses to encode."""
    engine = make_engine(settings.database_url)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(NanoEncoder, "encode", refuse)
        loader = Loader(engine, settings, Progress(disable=True))
        loader.catalogue()
        loader.network(DEFAULT_SEED, DEFAULT)
        loader.text_space()
    yield engine
    engine.dispose()


def test_the_default_network_is_fitted_without_encoding(default_network: Engine) -> None:
    with reading(default_network) as session:
        assert current_encoder(session) == NanoEncoder.model


def test_recommending_encodes_nothing_either(default_network: Engine, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(NanoEncoder, "encode", refuse)
    recommender = Recommender(settings)
    with reading(default_network) as session:
        for kind, identifier, role in (
            (SubjectKind.PRODUCT, "P01", RoleCode.CE_PROJECT),
            (SubjectKind.PROJECT, "PRJ-G03-1", RoleCode.CA_PROJECT),
            (SubjectKind.GROUP, "G01", RoleCode.CE_SYSTEM),
        ):
            assert recommender.recommend(session, kind, identifier, role).ranking.scores.total.max() > 0


def test_a_sample_encoded_again_has_the_same_bytes(default_network: Engine) -> None:
    shipped = read_vectors()
    with reading(default_network) as session:
        pieces = Corpus.read(session).pieces(NanoEncoder())
    assert {digest(piece) for piece in pieces} == set(shipped.rows)
    sample = [pieces[position * len(pieces) // SAMPLE] for position in range(SAMPLE)]
    encoded = quantise(NanoEncoder().encode(sample))
    np.testing.assert_array_equal(encoded, np.stack([shipped.rows[digest(piece)] for piece in sample]))


def test_the_command_writes_the_same_file(default_network: Engine, settings: Settings, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[ShippedVectors] = []
    monkeypatch.setattr(NanoEncoder, "encode", refuse)
    monkeypatch.setattr(Loader, "text_space", lambda _loader: "fitted already")
    monkeypatch.setattr(vectors, "write_vectors", written.append)
    result = run("vectors", "--database", settings.database_url)
    assert result.exit_code == 0, result.stderr
    shipped = read_vectors()
    assert written[0].model == shipped.model
    assert all(np.array_equal(written[0].rows[name], row) for name, row in shipped.rows.items())
