"""A server killed again and again loses nothing that it acknowledged."""

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Engine

from models.database import reading, writing
from models.jobs import Job
from service.audit.verification import verify
from tests.reliability.test_acknowledged_writes import killed_while_writing, lost
from tests.soak.effort import times

KILLS = times(2, 200)


@pytest.mark.soak
def test_nothing_acknowledged_is_lost_in_many_kills(engine: Engine, database_url: str) -> None:
    writes = 0
    for kill in range(1, KILLS + 1):
        acknowledged = killed_while_writing(database_url)
        writes += len(acknowledged)
        print(f"{kill} kills, {writes} acknowledged writes")
        assert lost(engine, acknowledged) == set()
        with writing(engine) as session:
            session.execute(sa.delete(Job))  # the next server gives the same marks
        with reading(engine) as session:
            assert verify(session).fault is None
