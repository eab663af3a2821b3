"""The automated processing is checked every year."""

from fastapi.testclient import TestClient

from tests.service.front.command_line.conftest import Run, run
from tests.service.people.profiles.conftest import client
from tests.service.people.profiles.people import wrong_fields

__all__ = ["client", "run"]
REVIEWS = "/api/v1/processing-reviews"


def test_a_check_says_when_the_next_is_due(client: TestClient) -> None:
    recorded, own = client.post(REVIEWS, json={"findings": "Nothing to change."}).json(), client.get("/api/v1/me").json()["id"]
    assert (recorded["reviewed_on"], recorded["next_on"], recorded["reviewed_by"]) == ("2026-10-01", "2027-10-01", own)
    assert client.get(REVIEWS).json()["items"] == [recorded]
    assert client.post(REVIEWS, json={"findings": "Again."}).status_code == 409
    assert wrong_fields(client.post(REVIEWS, json={"findings": "x", "reviewed_on": "2027-01-01"})) == ["reviewed_on"]


def test_before_the_first_check_it_is_due_now(client: TestClient, database_url: str, run: Run) -> None:
    assert '"overdue": true' in run("reviews", "due", "--database", database_url, "--json").stdout
    client.post(REVIEWS, json={"findings": "x", "reviewed_on": "2026-09-01"})
    assert '"due_on": "2027-09-01"' in run("reviews", "due", "--database", database_url, "--json").stdout
