from collections.abc import Callable

import pytest
from fastapi.testclient import TestClient
from sqlalchemy.engine import Engine

from service.settings import Settings
from tests.conftest import ClientFor

ADDRESS = "/api/v1/jobs"


@pytest.fixture
def keyless(sqlite_url: str) -> Settings:
    return Settings(database_url=sqlite_url, run_worker=False)


@pytest.fixture
def stranger(keyless: Settings, client_for: ClientFor) -> TestClient:
    client = client_for(keyless.model_copy(update={"api_key": Settings(api_key="right").api_key}))
    del client.headers["Authorization"]
    return client


@pytest.mark.parametrize("headers", [{"Authorization": "Bearer right"}, {"X-API-Key": "right"}, {"authorization": "bearer right"}])
def test_the_key_opens(stranger: TestClient, headers: dict[str, str]) -> None:
    assert stranger.get(ADDRESS, headers=headers).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Authorization": "Bearer wrong"},
        {"X-API-Key": ""},
        {"Authorization": "Basic right"},
        {"X-API-Key": "rightt"},
        {"X-API-Key": "ri"},
    ],
)
def test_anything_else_is_refused(stranger: TestClient, headers: dict[str, str]) -> None:
    answer = stranger.get(ADDRESS, headers=headers)
    assert (answer.status_code, answer.json()["code"]) == (401, "unauthorised")
    assert answer.headers["www-authenticate"] == "Bearer"


def test_a_key_outside_ascii_is_refused_and_breaks_nothing(stranger: TestClient) -> None:
    assert stranger.get(ADDRESS, headers={b"X-API-Key": "khóa".encode()}).status_code == 401


def test_without_a_configured_key_the_answer_names_the_setting(keyless: Settings, client_for: ClientFor) -> None:
    answer = client_for(keyless).get(ADDRESS)
    assert answer.status_code == 401
    assert "VINMATCH_API_KEY" in answer.json()["detail_en"]
    assert "VINMATCH_API_KEY" in answer.json()["detail_vi"]


def test_invented_people_need_no_key(
    keyless: Settings, client_for: ClientFor, sqlite_engine: Engine, mark_synthetic: Callable[[Engine], None]
) -> None:
    mark_synthetic(sqlite_engine)
    assert client_for(keyless).get(ADDRESS).status_code == 200
