"""The shipped vectors: read, written, and loaded into a database in one go.

``vectors.npz`` holds the model's id, digests (pieces, 8) and vectors (pieces, dimension) in 8 bits, in the order of the digests. It is
written anew by ``vinmatch readings`` whenever names, briefs or the encoder change.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from sqlmodel import Session

from models.database import insert_if_absent
from models.jobs import TextVector

FILE = Path(__file__).parent / "vectors.npz"
LARGEST_FILE_BYTES = 12_000_000


@dataclass(frozen=True)
class ShippedVectors:
    """Vectors of one model by the digests of their pieces of text."""

    model: str
    rows: Mapping[str, np.ndarray]


def read_vectors(file: Path = FILE) -> ShippedVectors:
    """Return what ``file`` holds; the digests have 16 hexadecimal digits, the rows shape (dimension,) and int8."""
    with np.load(file, allow_pickle=False) as stored:
        names = (row.tobytes().hex() for row in stored["digests"])
        return ShippedVectors(stored["model"].tobytes().decode(), dict(zip(names, stored["vectors"], strict=True)))


def write_vectors(shipped: ShippedVectors, file: Path = FILE) -> None:
    """Write ``shipped``, the same bytes for the same vectors; ValueError for more than may be shipped."""
    names = sorted(shipped.rows)
    digests = np.frombuffer(bytes.fromhex("".join(names)), dtype=np.uint8).reshape(len(names), -1)
    model = np.frombuffer(shipped.model.encode(), dtype=np.uint8)
    np.savez_compressed(file, allow_pickle=False, model=model, digests=digests, vectors=np.stack([shipped.rows[name] for name in names]))
    if file.stat().st_size > LARGEST_FILE_BYTES:
        raise ValueError(f"{file.name} is larger than {LARGEST_FILE_BYTES} bytes")


def load_vectors(session: Session, shipped: ShippedVectors) -> int:
    """Insert the vectors that are not there yet and return how many are shipped."""
    rows = [{"digest": name, "model": shipped.model, "vector": row.tobytes()} for name, row in shipped.rows.items()]
    insert_if_absent(session, TextVector, rows)
    return len(rows)
