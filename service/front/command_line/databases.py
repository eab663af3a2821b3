"""Opens the database that a command works on, and says plainly when it cannot be used."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.engine import Engine

from models.database import ReadSession, make_engine, reading
from models.migrations.state import state_of
from service.front.health.api import missing
from service.front.health.database_states import what_to_do
from service.kit.problems import Unavailable
from service.kit.settings import Settings


@contextmanager
def opened(settings: Settings) -> Iterator[Engine]:
    """Yield the engine of the database that ``settings`` name, and close it afterwards."""
    engine = make_engine(settings.database_url)
    try:
        yield engine
    finally:
        engine.dispose()


@contextmanager
def migrated(settings: Settings) -> Iterator[Engine]:
    """Yield the engine of a database at the newest migration; raises ``Unavailable`` saying what to do about any other."""
    with opened(settings) as engine:
        lack = what_to_do(state_of(engine))
        if lack:
            raise Unavailable("database_not_migrated", en=lack.en, vi=lack.vi)
        yield engine


@contextmanager
def ready(settings: Settings) -> Iterator[ReadSession]:
    """Yield a reading session on a database that is ready for recommendations; raises ``Unavailable`` naming what is missing."""
    with opened(settings) as engine:
        lacks = missing(engine, settings.encoder)
        if lacks:
            raise Unavailable("not_ready", en=" ".join(reason.en for reason in lacks), vi=" ".join(reason.vi for reason in lacks))
        with reading(engine) as session:
            yield session
