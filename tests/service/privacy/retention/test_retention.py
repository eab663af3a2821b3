"""Terms of people who were not chosen: started, moved, over, kept by a membership, ended."""

from datetime import date, timedelta

import pytest
from fastapi.testclient import TestClient
from hypothesis import given
from hypothesis import strategies as st

from service.kit.actor import present
from service.kit.calendar import months_later
from tests.consent_texts import PROOF
from tests.service.front.command_line.conftest import Run, run
from tests.service.people.profiles.conftest import client
from tests.service.people.profiles.people import EXPERTS, MOMENT, add

__all__ = ["client", "run"]
TERMS = "/api/v1/retention-deadlines"


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2026, 10, 1), 12, date(2027, 10, 1)),
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2023, 12, 31), 2, date(2024, 2, 29)),
        (date(2026, 5, 5), 0, date(2026, 5, 5)),
    ],
)
def test_months_later_by_hand(day: date, months: int, later: date) -> None:
    assert months_later(day, months) == later


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(0, 60))
def test_months_are_months(day: date, months: int) -> None:
    later = months_later(day, months)
    assert (later.year - day.year) * 12 + later.month - day.month == months
    assert later.day == day.day or (later + timedelta(days=1)).day == 1


def test_a_term_runs_from_the_end_of_the_procedure(client: TestClient) -> None:
    person = add(client)
    term = client.post(TERMS, json={"expert_id": person, "procedure_ended_on": "2026-09-15"}).json()
    assert (term["until"], term["due"], term["reason"]) == ("2027-09-15", False, "not_chosen")
    moved = client.post(TERMS, json={"expert_id": person, "until": "2026-10-02"}).json()
    assert (moved["id"], moved["until"], client.get(TERMS).json()["total"]) == (term["id"], "2026-10-02", 1)
    assert client.post(TERMS, json={"expert_id": "E999999"}).status_code == 404


def test_a_term_that_is_over_is_due_until_it_is_ended(client: TestClient) -> None:
    term = client.post(TERMS, json={"expert_id": add(client), "until": "2026-10-01"}).json()
    assert client.get(TERMS, params={"due": True}).json()["total"] == 0
    client.app.dependency_overrides[present] = lambda: MOMENT + timedelta(days=1)  # type: ignore[attr-defined]
    assert [row["id"] for row in client.get(TERMS, params={"due": True}).json()["items"]] == [term["id"]]
    assert client.post(f"{TERMS}/{term['id']}/end").json()["due"] is False
    assert client.post(f"{TERMS}/{term['id']}/end").status_code == 404
    assert client.get(TERMS, params={"due": True}).json()["total"] == 0


def test_the_command_tells_whom_a_membership_keeps(client: TestClient, database_url: str, run: Run) -> None:
    members = [add(client), add(client)]
    for person in members:
        client.post(TERMS, json={"expert_id": person, "until": "2020-01-01"})
    client.put(f"{EXPERTS}/{members[0]}/consents/membership", json={"given": True, "text_version": "2026-01"} | PROOF)
    shown = run("retention", "due", "--database", database_url, "--json")
    assert shown.exit_code == 0
    kept = [line.strip() for line in shown.stdout.splitlines() if "kept_by_membership" in line]
    assert kept == ['"kept_by_membership": true', '"kept_by_membership": false']
