"""A copy of the packaged catalogue that a test may spoil."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy.engine import Engine

from models.database import make_engine
from seed.catalogue.loader import PACKAGED
from tests.service.conftest import catalogue_copy

__all__ = ["catalogue_copy"]

Edit = Callable[[str, str, str], None]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return shutil.copytree(PACKAGED, tmp_path / "catalogue", ignore=shutil.ignore_patterns("*.py", "__pycache__"))


@pytest.fixture
def loaded(catalogue_copy: str) -> Iterator[Engine]:
    """An engine on a database in which the packaged catalogue is."""
    engine = make_engine(catalogue_copy)
    yield engine
    engine.dispose()


@pytest.fixture
def edit(folder: Path) -> Edit:
    """A function that replaces the first occurrence of a text in one of the copied files."""

    def replace(name: str, old: str, new: str) -> None:
        text = (folder / name).read_text(encoding="utf-8")
        assert old in text
        (folder / name).write_text(text.replace(old, new, 1), encoding="utf-8", newline="")

    return replace
