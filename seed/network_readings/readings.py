"""The shipped readings: read, written, and loaded into a database in one go.

``readings.npz`` holds the version of readers and catalogue under which they hold, ids of people, digests of what was read, and packed
readings. It is written anew by ``vinmatch readings`` whenever the network, the catalogue or the readers change.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import sqlalchemy as sa
from sqlmodel import Session, col

from models.experts import Expert
from models.jobs import PersonReading

FILE = Path(__file__).parent / "readings.npz"
LARGEST_FILE_BYTES = 12_000_000


@dataclass(frozen=True)
class ShippedReadings:
    """Readings of people under one version: id, digest of what was read, and packed reading."""

    version: str
    rows: Sequence[tuple[str, str, bytes]]


def read_readings(file: Path = FILE) -> ShippedReadings:
    """Return what ``file`` holds."""
    with np.load(file, allow_pickle=False) as stored:
        ids, digests = (_text(stored[name]).splitlines() for name in ("ids", "digests"))
        ends, blob = stored["ends"].tolist(), stored["blob"].tobytes()
        parts = [blob[start:end] for start, end in zip([0, *ends], ends, strict=False)]
        return ShippedReadings(_text(stored["version"]), list(zip(ids, digests, parts, strict=True)))


def write_readings(shipped: ShippedReadings, file: Path = FILE) -> None:
    """Write ``shipped``, the same bytes for the same readings; ValueError for more than may be shipped."""
    rows = sorted(shipped.rows)
    np.savez_compressed(
        file,
        allow_pickle=False,
        version=_bytes(shipped.version),
        ids=_bytes("\n".join(row[0] for row in rows)),
        digests=_bytes("\n".join(row[1] for row in rows)),
        ends=np.cumsum([len(row[2]) for row in rows]),
        blob=np.frombuffer(b"".join(row[2] for row in rows), dtype=np.uint8),
    )
    if file.stat().st_size > LARGEST_FILE_BYTES:
        raise ValueError(f"{file.name} is larger than {LARGEST_FILE_BYTES} bytes")


def load_readings(session: Session, shipped: ShippedReadings) -> int:
    """Insert the readings of people who are there and have none of this version, and return how many that were."""
    kept = sa.select(col(PersonReading.expert_id)).where(col(PersonReading.version) == shipped.version)
    there = set(session.scalars(sa.select(col(Expert.id)))) - set(session.scalars(kept))
    rows = [
        {"expert_id": person, "version": shipped.version, "digest": digest, "blob": blob}
        for person, digest, blob in shipped.rows
        if person in there
    ]
    if rows:
        session.execute(sa.insert(PersonReading), rows)
    return len(rows)


def _text(stored: np.ndarray) -> str:
    return stored.tobytes().decode()


def _bytes(text: str) -> np.ndarray:
    return np.frombuffer(text.encode(), dtype=np.uint8)
