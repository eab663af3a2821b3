from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
import sqlalchemy as sa
from fastapi.testclient import TestClient
from sqlalchemy.engine import Engine

from models.accounts import Account, ApiKey, RoleGrant, SignInSession
from models.database import reading, writing
from models.vocabulary import AccountRole, Scope
from service.identity.access.credentials import of_key
from service.identity.access.viewer import SESSION_COOKIE
from service.identity.accounts.sessions_and_keys import Browser, open_session
from service.kit.actor import present
from service.kit.settings import Settings
from tests.accounts import add_account, add_key
from tests.conftest import ClientFor

ADDRESS = "/api/v1/jobs"
NOON = datetime(2026, 10, 1, 12, tzinfo=UTC)


@pytest.fixture
def stranger(sqlite_url: str, client_for: ClientFor) -> TestClient:
    client = client_for(Settings(database_url=sqlite_url, run_worker=False), role=None)
    client.app.dependency_overrides[present] = lambda: NOON  # type: ignore[attr-defined]
    return client


@pytest.fixture
def key(sqlite_engine: Engine) -> str:
    return add_key(sqlite_engine, add_account(sqlite_engine, AccountRole.AUDITOR))


def test_a_reader_does_not_wait_for_whoever_writes(engine: Engine) -> None:
    key = add_key(engine, add_account(engine, AccountRole.AUDITOR))
    with writing(engine) as held:
        held.execute(sa.update(ApiKey).values(label="held"))
        found = of_key(engine, key, NOON)  # would fail after 15 seconds, or never end, if it waited
    assert found is not None
    with reading(engine) as opened:
        assert opened.scalars(sa.select(ApiKey)).one().last_used_at is None
    assert of_key(engine, key, NOON) is not None
    with reading(engine) as opened:
        assert opened.scalars(sa.select(ApiKey)).one().last_used_at == NOON


@pytest.fixture
def session(sqlite_engine: Engine) -> str:
    account = add_account(sqlite_engine, AccountRole.AUDITOR)
    with writing(sqlite_engine) as opened:
        return open_session(opened, account, Browser("Firefox"), NOON, hours=3)[1]


@pytest.mark.parametrize("shown", ["Authorization: Bearer {}", "X-API-Key: {}", "authorization: bearer {}"])
def test_a_key_opens(stranger: TestClient, key: str, shown: str) -> None:
    name, value = shown.format(key).split(": ")
    assert stranger.get(ADDRESS, headers={name: value}).status_code == 200


def test_a_session_opens(stranger: TestClient, session: str) -> None:
    assert stranger.get(ADDRESS, headers={"Cookie": f"{SESSION_COOKIE}={session}"}).status_code == 200


def test_a_session_ends_when_nobody_asks_and_stays_while_somebody_does(stranger: TestClient, session: str) -> None:
    cookie = {"Cookie": f"{SESSION_COOKIE}={session}"}
    answers = []
    for minute in (40, 80, 120, 181):  # asked within the hour each time, then not
        stranger.app.dependency_overrides[present] = lambda at=minute: NOON + timedelta(minutes=at)  # type: ignore[attr-defined, misc]
        answers.append(stranger.get(ADDRESS, headers=cookie).status_code)
    assert answers == [200, 200, 200, 401]


def test_a_key_is_no_session_and_a_session_no_key(stranger: TestClient, key: str, session: str) -> None:
    assert stranger.get(ADDRESS, headers={"Cookie": f"{SESSION_COOKIE}={key}"}).status_code == 401
    assert stranger.get(ADDRESS, headers={"X-API-Key": session}).status_code == 401


WRONG = [{}, {"Authorization": "Bearer wrong"}, {"X-API-Key": ""}, {"Authorization": "Basic right"}, {b"X-API-Key": "khóa".encode()}]


@pytest.mark.parametrize("headers", WRONG)
def test_anything_else_is_refused(stranger: TestClient, key: str, headers: dict[str, str]) -> None:
    answer = stranger.get(ADDRESS, headers=headers)
    assert (answer.status_code, answer.json()["code"]) == (401, "unauthorised")
    assert answer.headers["www-authenticate"] == "Bearer"


def test_only_digests_are_stored(sqlite_engine: Engine, key: str, session: str) -> None:
    with reading(sqlite_engine) as opened:
        rows = [str(tuple(row)) for table in (ApiKey, SignInSession) for row in opened.execute(sa.select(*sa.inspect(table).columns))]
    assert len(rows) == 2
    assert not any(token in row for token in (key, session) for row in rows)


@pytest.mark.parametrize(
    "end",
    [
        sa.update(ApiKey).values(revoked_at=NOON),
        sa.update(ApiKey).values(expires_at=NOON),
        sa.update(Account).values(disabled=True),
        sa.delete(ApiKey),
    ],
    ids=["revoked", "expired", "disabled", "gone"],
)
def test_a_key_that_ended_opens_nothing_from_the_next_request_on(
    stranger: TestClient, sqlite_engine: Engine, key: str, end: sa.Executable
) -> None:
    stranger.headers["X-API-Key"] = key
    assert stranger.get(ADDRESS).status_code == 200
    with writing(sqlite_engine) as opened:
        opened.execute(end)
    assert stranger.get(ADDRESS).status_code == 401


def test_a_role_that_was_taken_is_gone_with_the_next_request(stranger: TestClient, sqlite_engine: Engine, key: str) -> None:
    with writing(sqlite_engine) as opened:
        opened.execute(sa.delete(RoleGrant))
    answer = stranger.get(ADDRESS, headers={"X-API-Key": key})
    assert (answer.status_code, answer.json()["code"], answer.json()["permission"]) == (403, "forbidden", "read jobs")


def test_a_key_does_what_it_was_made_for_only(stranger: TestClient, sqlite_engine: Engine) -> None:
    key = add_key(sqlite_engine, add_account(sqlite_engine, AccountRole.AUDITOR), Scope.WRITE)
    answer = stranger.get(ADDRESS, headers={"X-API-Key": key})
    assert (answer.status_code, answer.json()["detail_en"]) == (403, "This key was not made for that.")


def test_the_last_use_is_noted_now_and_then(stranger: TestClient, sqlite_engine: Engine, session: str) -> None:
    for minutes in (5, 20, 30):
        stranger.app.dependency_overrides[present] = lambda passed=minutes: NOON + timedelta(minutes=passed)  # type: ignore[attr-defined]
        stranger.get(ADDRESS, headers={"Cookie": f"{SESSION_COOKIE}={session}"})
    with reading(sqlite_engine) as opened:
        assert opened.scalars(sa.select(SignInSession)).one().last_used_at == NOON + timedelta(minutes=20)


def test_invented_people_may_be_read_signed_out_unless_that_is_switched_off(
    stranger: TestClient, sqlite_engine: Engine, sqlite_url: str, client_for: ClientFor, mark_synthetic: Callable[[Engine], None]
) -> None:
    mark_synthetic(sqlite_engine)
    closed = client_for(Settings(database_url=sqlite_url, run_worker=False, open_demo=False), role=None)
    assert stranger.get("/api/v1/experts").status_code == 200
    assert closed.get("/api/v1/experts").status_code == 401
    assert stranger.post("/api/v1/experts", json={}).status_code == 401
    assert stranger.get(ADDRESS).status_code == 401
    assert stranger.get("/api/v1/experts", headers={"X-API-Key": "wrong"}).status_code == 401
