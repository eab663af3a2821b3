"""A signature that is killed at any moment is complete or has not happened."""

import pytest
from fastapi.testclient import TestClient
from sqlalchemy.engine import Engine

from models.database import reading
from service.audit.verification import verify
from tests.reliability.processes import process
from tests.reliability.test_interrupted_erasure import NEVER, contents
from tests.service.selection import conftest as shortlists
from tests.service.selection.conftest import API, both, client, draft, kind, settings, url, world

__all__ = ["client", "kind", "settings", "url", "world"]


@both
@pytest.mark.parametrize("statement", [4, 10, 16, NEVER])
def test_a_killed_signature_is_whole_or_absent(
    client: TestClient, world: Engine, url: str, statement: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    drafted = draft(client)
    monkeypatch.setenv("SHORTLIST", drafted["id"])
    monkeypatch.setenv("STATEMENT", str(statement))
    before = contents(world)
    with process("tests.reliability.interrupted_signature", url) as signing:
        word = signing.stdout.readline().strip()
        signing.kill()
        signing.wait(timeout=30)
    assert word == ("done" if statement == NEVER else "reached")
    if word == "reached":
        assert contents(world) == before
        assert shortlists.sign(client, drafted).status_code == 200
    found = client.get(f"{API}/shortlists/{drafted['id']}/verification").json()
    with reading(world) as session:
        assert (found["intact"], found["same_bytes"], verify(session).broken) == (True, True, None)
