from pathlib import Path

import numpy as np
import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Engine

from models.database import reading, writing
from models.jobs import TextVector
from seed.network_vectors import vectors
from seed.network_vectors.vectors import FILE, LARGEST_FILE_BYTES, ShippedVectors, load_vectors, read_vectors, write_vectors

SMALL = ShippedVectors("m-1", {"00ff00ff00ff00ff": np.arange(4, dtype=np.int8), "0000000000000001": np.full(4, -127, dtype=np.int8)})


def test_what_is_written_is_read_and_the_same_vectors_give_the_same_bytes(tmp_path: Path) -> None:
    write_vectors(SMALL, tmp_path / "first.npz")
    found = read_vectors(tmp_path / "first.npz")
    write_vectors(found, tmp_path / "second.npz")
    assert found.model == "m-1"
    assert list(found.rows) == sorted(SMALL.rows)
    assert all(np.array_equal(found.rows[name], row) for name, row in SMALL.rows.items())
    assert (tmp_path / "first.npz").read_bytes() == (tmp_path / "second.npz").read_bytes()


def test_too_much_is_not_shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vectors, "LARGEST_FILE_BYTES", 100)
    with pytest.raises(ValueError, match="larger than 100 bytes"):
        write_vectors(SMALL, tmp_path / "large.npz")


def test_the_shipped_file_is_small_enough() -> None:
    assert FILE.stat().st_size <= LARGEST_FILE_BYTES


def test_loading_again_changes_nothing(engine: Engine) -> None:
    for _time in range(2):
        with writing(engine) as session:
            assert load_vectors(session, SMALL) == 2
    with reading(engine) as session:
        stored = {row.digest: np.frombuffer(row.vector, dtype=np.int8) for row in session.scalars(sa.select(TextVector))}
    assert all(np.array_equal(stored[name], row) for name, row in SMALL.rows.items())
