"""Every answer: HEAD like GET, kept by nobody on the way, read as what it is; invented methods leave no trace of their own."""

import asyncio
import base64
import hashlib
import re
from unittest.mock import AsyncMock

import pytest
from fastapi import APIRouter
from fastapi.testclient import TestClient
from starlette.types import Message, Receive, Scope, Send

from service.front.answering import HeadLikeGet
from service.kit.settings import Settings
from tests.conftest import ClientFor


@pytest.fixture
def client(sqlite_url: str, client_for: ClientFor) -> TestClient:
    return client_for(Settings(database_url=sqlite_url, run_worker=False, metrics=True))


def test_head_is_answered_wherever_get_is_and_has_no_body(client: TestClient) -> None:
    for address in ("/healthz", "/api/v1/experts", "/sign-in", "/style.css", "/api/v1/catalogues"):
        got, head = client.get(address), client.head(address)
        assert (head.status_code, head.content, head.headers["content-type"]) == (200, b"", got.headers["content-type"])
        assert head.headers["content-length"] == got.headers["content-length"]
    assert client.head("/api/v1/nowhere").status_code == 404
    assert client.head("/sign-out").status_code == 405
    assert 'vinmatch_requests_total{method="HEAD",route="/healthz",status="200"} 1.0' in client.get("/metrics").text


async def _answers(scope: Scope, _receive: Receive, send: Send) -> None:
    scope["route"] = scope["method"]
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"4")]})
    await send({"type": "http.response.body", "body": b"long"})


def test_the_server_still_knows_that_it_was_asked_for_the_head_alone() -> None:
    """A server that took the answer for one of GET would break off the connection: the body is shorter than its length."""
    scope, seen = {"type": "http", "method": "HEAD"}, []

    async def send(message: Message) -> None:
        seen.append((scope["method"], message.get("body")))

    asyncio.run(HeadLikeGet(_answers)(scope, receive=AsyncMock(), send=send))
    assert seen == [("HEAD", None), ("HEAD", b"")]
    assert scope == {"type": "http", "method": "HEAD", "route": "GET"}


def test_answers_are_kept_by_nobody_and_are_what_they_say(client: TestClient) -> None:
    for address in ("/api/v1/experts", "/api/v1/nowhere", "/healthz", "/api/v1/audit"):
        headers = client.get(address).headers
        assert (headers["cache-control"], headers["x-content-type-options"]) == ("no-store", "nosniff")
    assert client.get("/style.css").headers["cache-control"] == "max-age=3600"
    catalogue = client.get("/api/v1/catalogues").headers
    assert (catalogue["cache-control"], catalogue["x-content-type-options"]) == ("private, no-cache", "nosniff")


GUARDED = (
    "/api/v1/experts",
    "/api/v1/nowhere",
    "/healthz",
    "/sign-in",
    "/docs",
    "/openapi.json",
    "/style.css",
    "/htmx.js",
    "/live.js",
    "/api/v1/catalogues",
)


def test_every_answer_says_what_browsers_may_not_do_with_it(client: TestClient) -> None:
    for address in GUARDED:
        policy = client.get(address).headers["content-security-policy"]
        assert ("default-src 'none'" in policy, "frame-ancestors 'none'" in policy) == (True, True), address
        assert "strict-transport-security" not in client.get(address).headers


def test_the_reference_runs_its_own_script_alone(client: TestClient) -> None:
    page = client.get("/docs")
    (script,) = re.findall(r"<script>(.*?)</script>", page.text, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    assert f"script-src 'self' 'sha256-{digest}'" in page.headers["content-security-policy"]


def test_over_tls_browsers_are_told_to_come_back_that_way(sqlite_url: str, client_for: ClientFor) -> None:
    client = client_for(Settings(database_url=sqlite_url, run_worker=False, public_url="https://vin.example"))
    for address in GUARDED:
        assert client.get(address).headers["strict-transport-security"] == "max-age=31536000"


def test_an_answer_about_our_own_fault_is_guarded_too(sqlite_url: str, client_for: ClientFor) -> None:
    broken = APIRouter()
    broken.add_api_route("/broken", lambda: 1 / 0)
    answer = client_for(Settings(database_url=sqlite_url, run_worker=False), broken).get("/broken")
    assert (answer.status_code, answer.headers["cache-control"], answer.headers["x-content-type-options"]) == (500, "no-store", "nosniff")
    assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]


def test_metrics_are_given_only_where_that_is_set(sqlite_url: str, client_for: ClientFor) -> None:
    client = client_for(Settings(database_url=sqlite_url, run_worker=False))
    assert client.get("/metrics").json()["detail_en"] == client.get("/nothing").json()["detail_en"]


def test_invented_methods_share_one_series(client: TestClient) -> None:
    for number in range(3):
        assert client.request(f"ATT{number}", "/healthz").status_code == 405
    metrics = client.get("/metrics").text
    assert "ATT" not in metrics
    assert 'vinmatch_requests_total{method="other",route="/healthz",status="405"} 3.0' in metrics


@pytest.mark.parametrize(
    ("asked", "led_to"),
    [("/sign-in/?next=%2Fpeople", "/sign-in?next=%2Fpeople"), ("//evil.example/", "/evil.example"), ("/healthz//", "/healthz")],
)
def test_a_slash_too_many_leads_on_within_the_service_whatever_host_was_asked(client: TestClient, asked: str, led_to: str) -> None:
    answer = client.get(f"http://testserver{asked}", headers={"Host": "evil.example"}, follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (307, led_to)
