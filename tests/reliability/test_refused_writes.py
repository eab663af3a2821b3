"""A database that takes no writes for a while, and a clock that jumps: what is refused is refused whole, and nobody has to restart."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
import sqlalchemy as sa
from fastapi.testclient import TestClient
from sqlalchemy.engine import Engine

from models.audit import AuditEvent
from models.database import reading
from models.projects import Organisation
from service.audit.verification import verify
from service.kit.actor import present
from service.kit.settings import Settings
from tests.conftest import ClientFor

ADDRESS = "/api/v1/organisations"


@pytest.fixture
def client(sqlite_url: str, client_for: ClientFor) -> TestClient:
    return client_for(Settings(database_url=sqlite_url, run_worker=False))


@pytest.fixture
def engine_in_use(client: TestClient) -> Engine:
    return client.app.state.services.engine  # type: ignore[attr-defined, no-any-return]


def add(client: TestClient, name: str) -> Any:
    return client.post(ADDRESS, json={"name": name, "country": "VN"})


def rows(engine: Engine) -> list[int]:
    with reading(engine) as session:
        return [session.scalar(sa.select(sa.func.count()).select_from(table)) or 0 for table in (Organisation, AuditEvent)]


@pytest.fixture(params=["PRAGMA max_page_count=1", "PRAGMA query_only=ON"], ids=["full", "read only"])
def takes_no_writes(request: pytest.FixtureRequest, engine_in_use: Engine) -> Iterator[Callable[[], None]]:
    """Every transaction meets a full disk, or a database that can be read only, until the function is called."""

    def limit(connection: sa.Connection) -> None:
        connection.exec_driver_sql(request.param)

    def lift() -> None:
        sa.event.remove(engine_in_use, "begin", limit)
        with engine_in_use.connect() as connection:
            connection.exec_driver_sql("PRAGMA max_page_count=1073741823")

    sa.event.listen(engine_in_use, "begin", limit)
    return lift


def test_what_cannot_be_stored_is_refused_whole_until_it_can(
    client: TestClient, engine_in_use: Engine, takes_no_writes: Callable[[], None], capfd: pytest.CaptureFixture[str]
) -> None:
    before, names = rows(engine_in_use), (f"Viện {number} {'dài ' * 45}" for number in range(100))  # a page that is there takes a few
    answers = [add(client, next(names))]
    while answers[-1].status_code == 201:
        answers.append(add(client, next(names)))
    refused = answers.pop()
    assert (refused.status_code, refused.json()["code"], refused.headers["Retry-After"]) == (503, "database_unavailable", "5")
    assert "Chưa có gì đổi" in refused.json()["detail_vi"]
    log = capfd.readouterr()
    assert "SQLITE_FULL" in log.err or "SQLITE_READONLY" in log.err, log
    assert (client.get(ADDRESS).status_code, rows(engine_in_use)) == (200, [count + len(answers) for count in before])
    takes_no_writes()
    assert add(client, "Viện Cơ học").status_code == 201
    assert rows(engine_in_use) == [count + len(answers) + 1 for count in before]


def test_a_clock_that_jumps_breaks_neither_writes_nor_the_chain(client: TestClient, engine_in_use: Engine) -> None:
    for year in (2026, 2041, 2019, 2026):
        moment = datetime(year, 2, 28, 17, tzinfo=UTC)
        client.app.dependency_overrides[present] = lambda moment=moment: moment  # type: ignore[attr-defined]
        assert add(client, f"Viện {year} {rows(engine_in_use)[0]}").status_code == 201
        assert client.get(ADDRESS).status_code == 200
    with reading(engine_in_use) as session:
        assert verify(session).fault is None
