"""An erasure that is killed at any moment is complete or has not happened."""

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Engine

from models.database import reading
from models.experts import Expert
from models.tables import metadata
from service.audit.verification import verify
from tests.reliability.processes import process
from tests.service.matches.network.conftest import small_network, small_world
from tests.service.privacy.erasure.conftest import ERASED, full_world

__all__ = ["full_world", "small_network", "small_world"]
NEVER = 10_000


def contents(engine: Engine) -> dict[str, list[str]]:
    with reading(engine) as session:
        return {table.name: sorted(repr(tuple(row)) for row in session.execute(sa.select(table))) for table in metadata.sorted_tables}


@pytest.mark.parametrize("statement", [2, 6, 10, 14, NEVER])
def test_a_killed_erasure_is_whole_or_absent(
    full_world: Engine, database_url: str, statement: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ERASED", ERASED)
    monkeypatch.setenv("STATEMENT", str(statement))
    before = contents(full_world)
    with process("tests.reliability.interrupted_erasure", database_url) as erasing:
        word = erasing.stdout.readline().strip()
        erasing.kill()
        erasing.wait(timeout=30)
    assert word == ("done" if statement == NEVER else "reached")
    if word == "reached":
        assert contents(full_world) == before
    with reading(full_world) as session:
        assert (session.get(Expert, ERASED) is None) == (word == "done")
        assert verify(session).broken is None
