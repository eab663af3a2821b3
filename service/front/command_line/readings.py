"""``vinmatch readings``: reads the default network and encodes the catalogue for what ships, after one of them or the readers changed."""

import tempfile
from pathlib import Path

import sqlalchemy as sa
from sqlmodel import Session, col

from matching.space.encoded import digest
from matching.text.statements import statements
from models.database import reading
from models.jobs import PersonReading
from models.migrations.upgrade import upgrade
from seed.network.world import DEFAULT
from seed.network_readings.readings import ShippedReadings, write_readings
from seed.network_vectors.vectors import ShippedVectors, write_vectors
from service.front.command_line.databases import opened
from service.front.command_line.loading import Loader
from service.front.command_line.options import DEFAULT_SEED, Database, settings_with
from service.front.command_line.output import progress_bars, say
from service.front.observation import configure_log
from service.matches.encoders.choice import NANO
from service.matches.encoders.database import DatabaseStore
from service.matches.encoders.nano import NanoEncoder
from service.matches.network.shipped import Words
from service.matches.network.versions import current_version


def readings(database: Database = None) -> None:
    """Read everybody of the default network (some minutes), and write the files that ship.

    A database that is named keeps what was encoded and read when this is interrupted.
    """
    configure_log("warning")
    with tempfile.TemporaryDirectory() as folder:
        settings = settings_with(database_url=database or f"sqlite:///{Path(folder) / 'readings.sqlite3'}", encoder=NANO)
        with opened(settings) as engine, progress_bars() as bars:
            upgrade(engine)
            loader = Loader(engine, settings, bars)
            loader.catalogue()
            loader.network(DEFAULT_SEED, DEFAULT)
            loader.read_everybody()
            with reading(engine) as session:
                found, names = _readings(session), _texts(session)
            vectors = DatabaseStore(engine, NanoEncoder.model).get(digest(text) for text in names)
    write_readings(found)
    write_vectors(ShippedVectors(NanoEncoder.model, vectors))
    say(f"{len(found.rows)} readings of {found.version}, {len(vectors)} vectors")


def _readings(session: Session) -> ShippedReadings:
    version = current_version(session) or ""
    rows = session.execute(
        sa.select(col(PersonReading.expert_id), col(PersonReading.digest), col(PersonReading.blob)).where(
            col(PersonReading.version) == version
        )
    )
    return ShippedReadings(version, [(person, of, blob) for person, of, blob in rows])


def _texts(session: Session) -> set[str]:
    """Return every text of the catalogue that is encoded: names of capabilities and statements of briefs."""
    words = Words.read(session)
    names = {name for concept in words.concepts for name in concept.names}
    return names | {said for subject in words.subjects for brief in subject.briefs for said in statements(brief)}
