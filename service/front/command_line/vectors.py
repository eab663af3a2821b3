"""``vinmatch vectors``: encodes the default network and the catalogue for ``seed/network_vectors``, after one of them has changed."""

import tempfile
from collections.abc import Mapping
from pathlib import Path

import numpy as np
from sqlalchemy.engine import Engine

from matching.space.encoded import digest
from models.database import reading
from models.migrations.upgrade import upgrade
from seed.network.world import DEFAULT
from seed.network_vectors.vectors import ShippedVectors, write_vectors
from service.front.command_line.databases import opened
from service.front.command_line.loading import Loader
from service.front.command_line.options import DEFAULT_SEED, Database, settings_with
from service.front.command_line.output import progress_bars, say
from service.front.observation import configure_log
from service.matches.encoders.choice import NANO
from service.matches.encoders.database import DatabaseStore
from service.matches.encoders.nano import NanoEncoder
from service.matches.network.fitting import Corpus


def vectors(database: Database = None) -> None:
    """Encode what the default network needs and is not shipped yet (up to 20 minutes), and write the file that is shipped.

    A database that is named keeps what was encoded when this is interrupted.
    """
    configure_log("warning")
    with tempfile.TemporaryDirectory() as folder:
        settings = settings_with(database_url=database or f"sqlite:///{Path(folder) / 'vectors.sqlite3'}", encoder=NANO)
        with opened(settings) as engine, progress_bars() as bars:
            upgrade(engine)
            loader = Loader(engine, settings, bars)
            loader.catalogue()
            loader.network(DEFAULT_SEED, DEFAULT)
            loader.text_space()
            found = _needed(engine)
    write_vectors(ShippedVectors(NanoEncoder.model, found))
    say(f"{len(found)} vectors")


def _needed(engine: Engine) -> Mapping[str, np.ndarray]:
    with reading(engine) as session:
        pieces = Corpus.read(session).pieces(NanoEncoder())
    return DatabaseStore(engine, NanoEncoder.model).get(digest(piece) for piece in pieces)
