"""Opens the database that a command works on, and says plainly when it cannot be used."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.engine import Engine

from models.database import ReadSession, make_engine, reading
from service.health.api import missing
from service.problems import Unavailable
from service.settings import Settings


@contextmanager
def opened(settings: Settings) -> Iterator[Engine]:
    """Yield the engine of the database that ``settings`` name, and close it afterwards."""
    engine = make_engine(settings.database_url)
    try:
        yield engine
    finally:
        engine.dispose()


@contextmanager
def ready(settings: Settings) -> Iterator[ReadSession]:
    """Yield a reading session on a database that is ready for recommendations; raises ``Unavailable`` naming what is missing."""
    with opened(settings) as engine:
        lacks = missing(engine, settings.encoder)
        if lacks:
            raise Unavailable(en=" ".join(reason.en for reason in lacks), vi=" ".join(reason.vi for reason in lacks))
        with reading(engine) as session:
            yield session
