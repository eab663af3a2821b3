"""Every answer: HEAD like GET, kept by nobody on the way, read as what it is; invented methods leave no trace of their own."""

import pytest
from fastapi.testclient import TestClient

from service.kit.settings import Settings
from tests.conftest import ClientFor


@pytest.fixture
def client(sqlite_url: str, client_for: ClientFor) -> TestClient:
    return client_for(Settings(database_url=sqlite_url, run_worker=False))


def test_head_is_answered_wherever_get_is_and_has_no_body(client: TestClient) -> None:
    for address in ("/healthz", "/api/v1/experts", "/sign-in", "/style.css", "/api/v1/catalogues"):
        got, head = client.get(address), client.head(address)
        assert (head.status_code, head.content, head.headers["content-type"]) == (200, b"", got.headers["content-type"])
        assert head.headers["content-length"] == got.headers["content-length"]
    assert client.head("/api/v1/nowhere").status_code == 404
    assert client.head("/sign-out").status_code == 405
    assert 'vinmatch_requests_total{method="HEAD",route="/healthz",status="200"} 1.0' in client.get("/metrics").text


def test_answers_are_kept_by_nobody_and_are_what_they_say(client: TestClient) -> None:
    for address in ("/api/v1/experts", "/api/v1/nowhere", "/healthz", "/api/v1/audit"):
        headers = client.get(address).headers
        assert (headers["cache-control"], headers["x-content-type-options"]) == ("no-store", "nosniff")
    assert client.get("/style.css").headers["cache-control"] == "max-age=3600"
    catalogue = client.get("/api/v1/catalogues").headers
    assert (catalogue["cache-control"], catalogue["x-content-type-options"]) == ("private, no-cache", "nosniff")


def test_invented_methods_share_one_series(client: TestClient) -> None:
    for number in range(3):
        assert client.request(f"ATT{number}", "/healthz").status_code == 405
    metrics = client.get("/metrics").text
    assert "ATT" not in metrics
    assert 'vinmatch_requests_total{method="other",route="/healthz",status="405"} 3.0' in metrics
