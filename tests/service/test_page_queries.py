"""A page that is shown again reads what is on it: no whole table for a part of it, nothing that has not changed since."""

import re
from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from matching.ranking import gatekeeper
from models.vocabulary import AccountRole
from tests.accounts import key_header
from tests.applications import running_client
from tests.service.synthetic_world import world_settings
from tests.service.test_query_counts import statements

LARGE = ("evidence", "willingness", "capability", "organisation")
PERSON = "E000001"
CHANGED = {"country": "IS"}


@pytest.fixture
def client(world_copy: str) -> Iterator[TestClient]:
    headers = key_header(world_copy, AccountRole.ADMINISTRATOR, AccountRole.COORDINATOR) | {"Accept": "text/html"}
    with running_client(world_settings(world_copy), headers=headers) as client:
        yield client


def asked_again(client: TestClient, address: str) -> list[str]:
    """Return what a page asks of the database when it is shown for the second time."""
    client.get(address)
    with statements() as asked:
        assert client.get(address).status_code == 200
    return asked


def whole_tables(asked: list[str]) -> list[str]:
    """Return the statements that read every row of a large table."""
    read = re.compile(rf"FROM ({'|'.join(LARGE)})\b")
    return [one for one in asked if read.search(one) and "WHERE" not in one]


@pytest.mark.parametrize("address", ["/people", "/people?country=VN", f"/people/{PERSON}", "/programmes"])
def test_no_whole_table_is_read_for_a_part_of_it(client: TestClient, address: str) -> None:
    assert whole_tables(asked_again(client, address)) == []


def test_the_list_of_programmes_asks_once_for_what_hangs_on_all_of_them(client: TestClient) -> None:
    assert sum("programme_target" in one for one in asked_again(client, "/programmes")) == 1


def test_facets_are_counted_anew_when_somebody_was_changed(client: TestClient) -> None:
    assert "Iceland (" not in client.get("/people?lang=en").text
    expert = client.get(f"/api/v1/experts/{PERSON}", headers={"Accept": "application/json"})
    version = {"If-Match": expert.headers["ETag"]}
    assert client.patch(f"/api/v1/experts/{PERSON}", json=CHANGED, headers=version).status_code == 200
    assert "Iceland (1)" in client.get("/people?lang=en").text


@pytest.mark.parametrize("address", ["/products/P01/CE_PROJECT", "/products/P01/CE_PROJECT?everybody=true"])
def test_a_list_that_is_shown_again_judges_nobody_before_the_gate(
    client: TestClient, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = client.get(address).text
    judged: list[object] = []
    monkeypatch.setattr(gatekeeper, "judge_gate", lambda *given: judged.append(given))
    assert (client.get(address).text, judged) == (shown, [])
