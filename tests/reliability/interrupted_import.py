"""An import that stops before its n-th statement, says so and waits to be killed; ``RUN`` and ``STATEMENT`` tell which and where."""

import os

from models.database import make_engine
from service.imports.runs.processing import process
from service.kit.settings import Settings
from tests.reliability.interrupted_erasure import stop_where_asked, wait


def main() -> None:
    """Work on the run, up to the statement."""
    engine = make_engine(Settings().database_url)
    stop_where_asked(engine)
    process(engine, os.environ["RUN"], lambda *_: None)
    wait("done")
