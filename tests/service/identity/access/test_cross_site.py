import pytest
from fastapi.testclient import TestClient
from sqlalchemy.engine import Engine

from service.kit.settings import Settings
from tests.conftest import ClientFor


@pytest.fixture
def client(sqlite_url: str, client_for: ClientFor) -> TestClient:
    return client_for(Settings(database_url=sqlite_url, run_worker=False), role=None)


ELSEWHERE = [
    {"Sec-Fetch-Site": "cross-site"},
    {"Sec-Fetch-Site": "same-site", "Origin": "http://testserver"},
    {"Origin": "https://evil.example"},
    {"Origin": "null"},
    {"Origin": "http://testserver:81"},
]
HERE = [{}, {"Sec-Fetch-Site": "same-origin"}, {"Sec-Fetch-Site": "none"}, {"Origin": "http://testserver"}]


@pytest.mark.parametrize("headers", ELSEWHERE)
def test_another_site_changes_nothing(client: TestClient, headers: dict[str, str], sqlite_engine: Engine) -> None:
    answer = client.post("/sign-out", headers=headers, follow_redirects=False)
    assert (answer.status_code, answer.json()["code"]) == (403, "asked_by_other_site")
    assert client.put("/api/v1/experts/E1/consents/matching", headers=headers).status_code == 403
    assert client.get("/sign-in", headers=headers).status_code == 200


@pytest.mark.parametrize("headers", HERE)
def test_our_own_pages_and_programs_do(client: TestClient, headers: dict[str, str]) -> None:
    assert client.post("/sign-out", headers=headers, follow_redirects=False).status_code == 303
