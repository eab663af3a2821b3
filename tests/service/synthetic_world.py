"""A database with the packaged catalogue and a synthetic network of 200 people who are read by their words."""

from datetime import date
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.engine import Engine

from matching.gate.result import GatePolicy
from models.database import make_engine, reading, writing
from models.experts import NetworkState
from models.rules import WeightSet
from seed.catalogue.loader import load_catalogue
from seed.network.loading import load_network
from seed.network.truth import truth
from seed.network.world import SMALLEST, WORLD_DATE
from seed.planted.needs import needs_of
from seed.planted.world import PlantedWorld
from service.kit.jobs.worker import JobContext
from service.kit.settings import Settings
from service.matches.network.live import LiveNetwork, read_stored
from service.matches.network.reading import read_people

SEED = 7
WORLD = "synthetic"


def load_world(url: str) -> str:
    engine = make_engine(url)
    with writing(engine) as session:
        load_catalogue(session)
        load_network(session, SEED, SMALLEST, lambda _done, _size: None)
    read_people(JobContext({}, engine, lambda _progress, _message: None))
    checkpoint(engine)
    engine.dispose()
    return url


def planted_world(url: str) -> PlantedWorld:
    """Return the world in the database at ``url`` with its truth; its people are read already, which else takes most of a minute."""
    engine = make_engine(url)
    with reading(engine) as session:
        found = LiveNetwork(GatePolicy()).snapshot(session, read_stored(session))
    engine.dispose()
    return PlantedWorld(found.network, found.gatekeeper, needs_of(SEED), truth(SEED, SMALLEST))


def checkpoint(engine: Engine) -> None:
    """Move everything into the one file of a SQLite database, so that it can be copied."""
    if engine.dialect.name == "sqlite":
        with engine.connect() as connection:
            connection.connection.driver_connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")  # type: ignore[union-attr]


def world_settings(url: str, day: date = WORLD_DATE) -> Settings:
    return Settings(database_url=url, selection_date=day, run_worker=False, warm_up=False, log_level="error", encoder="none")


def address(file: Path) -> str:
    return f"sqlite:///{file}"


def let_nobody_fit(engine: Engine) -> None:
    """Raise every threshold to the top, as an administrator could."""
    with writing(engine) as session:
        session.execute(sa.update(WeightSet).values(fits=1.0, good=1.0, strong=1.0))
        session.execute(sa.update(NetworkState).values(catalogue_changes=NetworkState.catalogue_changes + 1))
