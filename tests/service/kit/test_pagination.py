from datetime import UTC, datetime

import pytest
from fastapi import Request, Response
from fastapi.testclient import TestClient
from sqlalchemy.engine import Engine

from models.database import writing
from models.jobs import Job
from service.kit.pagination import Paging, decode_cursor, encode_cursor, paged
from service.kit.problems import Invalid


@pytest.fixture
def five_jobs(engine: Engine) -> None:
    with writing(engine) as session:
        session.add_all(Job(id=f"job-{number}", kind="fit", created_at=datetime(2026, 1, 1, tzinfo=UTC)) for number in range(5))


def test_pages_follow_each_other_without_gap_or_repetition(five_jobs: None, client: TestClient) -> None:
    seen: list[str] = []
    address: str | None = "/api/v1/jobs?limit=2&kind=fit"
    pages = 0
    while address:
        answer = client.get(address)
        seen += [job["id"] for job in answer.json()["items"]]
        assert answer.json()["total"] == 5
        address, pages = answer.links.get("next", {}).get("url"), pages + 1
    assert seen == [f"job-{number}" for number in range(5)]
    assert pages == 3


def test_link_header_keeps_the_filters_and_repeats_no_host(five_jobs: None, client: TestClient) -> None:
    links = client.get("/api/v1/jobs?limit=2&kind=fit", headers={"Host": "evil.example"}).links
    assert links["first"]["url"] == "/api/v1/jobs?limit=2&kind=fit"
    assert links["next"]["url"].startswith("/api/v1/jobs?limit=2&kind=fit&cursor=")


@pytest.mark.parametrize("cursor", ["x", "!", "bnVsbA", encode_cursor((1,)), encode_cursor(("a", "b")), "WzFlNDAwXQ"])
def test_a_cursor_from_elsewhere_is_refused_by_name(client: TestClient, cursor: str) -> None:
    answer = client.get("/api/v1/jobs", params={"cursor": cursor})
    assert answer.status_code == 422
    assert [error["field"] for error in answer.json()["errors"]] == ["cursor"]


@pytest.mark.parametrize("limit", ["0", "-1", "201", "many"])
def test_a_limit_out_of_range_is_refused_by_name(client: TestClient, limit: str) -> None:
    answer = client.get("/api/v1/jobs", params={"limit": limit})
    assert answer.status_code == 422
    assert [error["field"] for error in answer.json()["errors"]] == ["limit"]


def test_cursor_round_trip() -> None:
    assert decode_cursor(encode_cursor(("Nguyễn", 3))) == ("Nguyễn", 3)
    with pytest.raises(Invalid):
        decode_cursor("eyJhIjogMX0")


@pytest.mark.parametrize(("query", "asked", "shown"), [("", 50, 12), ("limit=40", 40, 40), ("", 5, 5)])
def test_a_list_on_a_page_is_short_unless_the_address_names_a_limit(query: str, asked: int, shown: int) -> None:
    request = Request({"type": "http", "query_string": query.encode()})
    assert paged(12)(Paging(asked, None, request, Response())).limit == shown
