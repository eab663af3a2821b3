"""A page of fifty rows asks the database as often as a page of one: no list asks again for each of its rows."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
import sqlalchemy as sa
from fastapi.testclient import TestClient
from sqlalchemy.engine import Engine

from models.vocabulary import AccountRole
from tests.accounts import key_header
from tests.applications import running_client
from tests.service.synthetic_world import world_settings

MOST = 25


@contextmanager
def statements() -> Iterator[list[str]]:
    """Collect the statements of every engine, those that open and close transactions aside."""
    asked: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        if not statement.startswith(("PRAGMA", "BEGIN")):
            asked.append(statement)

    sa.event.listen(Engine, "before_cursor_execute", note)
    try:
        yield asked
    finally:
        sa.event.remove(Engine, "before_cursor_execute", note)


def lists(client: TestClient) -> list[str]:
    """Return the addresses of all lists that are paged and name nothing in their path."""
    paths = client.get("/openapi.json").json()["paths"]
    return [path for path, methods in paths.items() if "{" not in path and _is_paged(methods.get("get", {}))]


def _is_paged(operation: dict[str, list[dict[str, str]]]) -> bool:
    return any(parameter["name"] == "cursor" for parameter in operation.get("parameters", []))


@pytest.fixture
def client(world_copy: str) -> Iterator[TestClient]:
    headers = key_header(world_copy, AccountRole.ADMINISTRATOR, AccountRole.COORDINATOR, AccountRole.AUDITOR)
    with running_client(world_settings(world_copy), headers=headers) as client:
        yield client


def asked_of(client: TestClient, path: str, limit: int) -> int | None:
    """Return how often a page asks the database; None where it is refused."""
    with statements() as asked:
        answer = client.get(path, params={"limit": limit})
    return len(asked) if answer.status_code == 200 else None


def test_a_longer_page_asks_the_database_no_more_often(client: TestClient) -> None:
    found = lists(client)
    assert len(found) > 8
    for path in found:
        client.get(path)  # whatever is read once and kept
        counts = []
        for limit in (1, 50):
            # The lesser of two: that many people were read is recorded once, in between.
            tries = [asked_of(client, path, limit) for _ in range(2)]
            if None not in tries:
                counts.append(min(number for number in tries if number is not None))
        assert len(set(counts)) <= 1, (path, counts)
        assert all(count <= MOST for count in counts), (path, counts)
