"""A body over the limit is refused as a problem, not as the plain text of the framework."""

from collections.abc import Iterator

import pytest
from fastapi import APIRouter
from fastapi.testclient import TestClient

from service.kit.settings import Settings
from tests.conftest import ClientFor

router = APIRouter()


@router.post("/echo")
def echo(words: list[str]) -> list[str]:
    return words


@pytest.fixture
def limited(sqlite_url: str, client_for: ClientFor) -> TestClient:
    return client_for(Settings(database_url=sqlite_url, run_worker=False, body_limit_bytes=20), router)


def in_pieces(text: str) -> Iterator[bytes]:
    yield from (text[start : start + 8].encode() for start in range(0, len(text), 8))


def test_a_body_within_the_limit_passes(limited: TestClient) -> None:
    assert limited.post("/echo", json=["a"]).json() == ["a"]


@pytest.mark.parametrize("announced", [True, False])
def test_a_body_over_the_limit_is_a_problem(limited: TestClient, announced: bool) -> None:
    text = '["a word that is too long"]'
    headers = {"Content-Type": "application/json"}
    answer = limited.post("/echo", content=text if announced else in_pieces(text), headers=headers)
    assert (answer.status_code, answer.json()["code"]) == (413, "too_large")
    assert answer.headers["content-type"] == "application/problem+json"
