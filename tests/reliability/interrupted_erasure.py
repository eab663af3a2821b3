"""An erasure that stops before its n-th statement, says so and waits to be killed; ``ERASED`` and ``STATEMENT`` tell whom and where."""

import itertools
import os
import time
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Engine

from models.database import make_engine, writing
from models.vocabulary import ErasureReason
from service.kit.actor import Actor
from service.kit.settings import Settings, utc_now
from service.privacy.erasure.operations import erase


def main() -> None:
    """Erase, up to the statement."""
    engine = make_engine(Settings().database_url)
    stop_where_asked(engine)
    with writing(engine) as session:
        erase(session, Actor("a-tester", utc_now()), os.environ["ERASED"], ErasureReason.REQUEST)
    wait("done")


def stop_where_asked(engine: Engine) -> None:
    """Say "reached" before the statement number ``STATEMENT`` and wait there to be killed."""
    numbers, last = itertools.count(1), int(os.environ["STATEMENT"])

    def stop_at_the_last(*_arguments: Any) -> None:
        if next(numbers) == last:
            wait("reached")

    sa.event.listen(engine, "before_cursor_execute", stop_at_the_last)


def wait(word: str) -> None:
    """Say ``word`` and wait to be killed."""
    print(word, flush=True)
    while True:
        time.sleep(60)
