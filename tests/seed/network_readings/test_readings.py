"""The readings that ship: written and read, and those that the shipped readers give for the default network."""

from itertools import islice
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Engine

from matching.readers.packed import pack
from matching.readers.records import digest_of
from models.database import reading, writing
from models.jobs import PersonReading
from seed.network.generator import generate
from seed.network.world import DEFAULT
from seed.network_readings import readings
from seed.network_readings.readings import FILE, LARGEST_FILE_BYTES, ShippedReadings, load_readings, read_readings, write_readings
from seed.network_vectors.vectors import read_vectors
from seed.readers.shipped import reader_for
from service.front.command_line.options import DEFAULT_SEED
from service.matches.encoders import nano
from service.matches.encoders.kept import KeptEncoder
from service.matches.encoders.memory import MemoryStore
from service.matches.encoders.nano import NanoEncoder
from tests.service.matches.network.conftest import store
from tests.service.matches.network.small_world import catalogue, people

SMALL = ShippedReadings("v1", [("E2", "b" * 32, b"\x00\x01"), ("E1", "a" * 32, b""), ("E9", "c" * 32, b"\x02")])


def test_what_is_written_is_read_and_the_same_readings_give_the_same_bytes(tmp_path: Path) -> None:
    write_readings(SMALL, tmp_path / "first.npz")
    found = read_readings(tmp_path / "first.npz")
    write_readings(found, tmp_path / "second.npz")
    assert (found.version, found.rows) == ("v1", sorted(SMALL.rows))
    assert (tmp_path / "first.npz").read_bytes() == (tmp_path / "second.npz").read_bytes()


def test_too_much_is_not_shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readings, "LARGEST_FILE_BYTES", 100)
    with pytest.raises(ValueError, match="larger than 100 bytes"):
        write_readings(SMALL, tmp_path / "large.npz")
    assert FILE.stat().st_size <= LARGEST_FILE_BYTES


def test_only_people_who_are_there_get_their_reading_and_only_once(engine: Engine) -> None:
    store(engine, [*catalogue(), *people()])
    for loaded in (2, 0):
        with writing(engine) as session:
            assert load_readings(session, SMALL) == loaded
    with reading(engine) as session:
        assert {row.expert_id: (row.digest, row.blob) for row in session.scalars(sa.select(PersonReading))} == {
            name: (digest, blob) for name, digest, blob in SMALL.rows if name != "E9"
        }


@pytest.mark.skipif(not nano.is_installed(), reason="needs the encoder whose readings ship")
def test_three_people_read_again_have_the_readings_that_ship() -> None:
    kept, vectors = MemoryStore(), read_vectors()
    kept.put(vectors.rows)
    reader = reader_for(KeptEncoder(NanoEncoder(), kept))
    shipped = {person: (digest, blob) for person, digest, blob in read_readings().rows}
    for expert in islice(generate(DEFAULT_SEED, DEFAULT), 3):
        fresh = (digest_of(expert.profile), pack(reader.read(expert.profile)))
        assert fresh == shipped[expert.profile.id], expert.profile.id
