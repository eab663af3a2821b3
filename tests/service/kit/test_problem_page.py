"""An error as a page, also where a page asks for a part of itself."""

import pytest
from fastapi.testclient import TestClient

from service.kit.settings import Settings
from tests.conftest import ClientFor

PART = {"Accept": "*/*", "HX-Request": "true"}
HERE = "http://testserver/people/E000001?lang=en"


@pytest.fixture
def visitor(sqlite_url: str, client_for: ClientFor) -> TestClient:
    return client_for(Settings(database_url=sqlite_url, run_worker=False), role=None)


def leads_to(client: TestClient, method: str, path: str, **headers: str) -> str | None:
    answer = client.request(method, path, headers={**PART, **headers})
    assert (answer.status_code, answer.headers["content-type"]) == (401, "text/html; charset=utf-8")
    return answer.headers.get("HX-Redirect")


def test_a_part_of_a_page_that_needs_signing_in_leads_there_and_back_to_the_page(visitor: TestClient) -> None:
    back = "/sign-in?next=%2Fpeople%2FE000001%3Flang%3Den"
    assert leads_to(visitor, "POST", "/shortlists/S1/undo", Referer=HERE) == back
    assert leads_to(visitor, "GET", "/people/names?q=an", Referer=HERE) == back
    assert leads_to(visitor, "GET", "/imports/1") == "/sign-in?next=%2Fimports%2F1"
    assert leads_to(visitor, "POST", "/shortlists/S1/undo") == "/sign-in?next=%2F"
    assert leads_to(visitor, "POST", "/shortlists/S1/undo", Referer="http://elsewhere.example/x") == "/sign-in?next=%2F"


def test_a_whole_page_says_itself_that_signing_in_is_needed(visitor: TestClient) -> None:
    answer = visitor.get("/people", headers={"Accept": "text/html"})
    assert (answer.status_code, "HX-Redirect" in answer.headers, 'href="/sign-in?next=%2Fpeople"' in answer.text) == (401, False, True)
