"""Dossiers of pairs and plans say what the API says, and that people are invented where they are."""

from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from models.vocabulary import AccountRole
from service.selection.dossiers.words import INVENTED
from tests.accounts import key_header
from tests.applications import running_client
from tests.service.selection.dossiers.test_api import API, read
from tests.service.selection.dossiers.test_files import squeezed
from tests.service.synthetic_world import world_settings


@pytest.fixture
def coordinator(world_copy: str) -> Iterator[TestClient]:
    """A coordinator in a world of invented people that may be changed."""
    with running_client(world_settings(world_copy), headers=key_header(world_copy, AccountRole.COORDINATOR, cleared=True)) as client:
        yield client


def test_a_plan_and_a_pair(coordinator: TestClient) -> None:
    plan = coordinator.post(f"{API}/plans", json={})
    assert plan.status_code == 201, plan.text
    found = read(coordinator, f"/plans/{plan.json()['id']}/dossier", "pdf")
    seats = {seat["id"]: seat["people"] for subject in plan.json()["subjects"] for seat in subject["seats"]}
    placed = [one["person"] for people in seats.values() for one in people]
    assert placed
    assert [person for person in placed if squeezed(f"({person['id']})") not in found] == []
    assert (squeezed(INVENTED.en) in found, plan.json()["fingerprint"][:16] in found) == (True, True)
    assert (squeezed("Fingerprint of the plan as it was saved") in found, squeezed("the signed list") in found) == (True, False)
    subject = next(product for product in (f"P{number:02}" for number in range(1, 31)) if all(seats[f"{product}:{role}"] for role in ROLES))
    engineer, architect = (seats[f"{subject}:{role}"][0]["person"]["id"] for role in ROLES)
    pair = coordinator.get(f"{API}/products/{subject}/pairs/{engineer}/{architect}/explanation").json()
    document = read(coordinator, f"/dossiers/product/{subject}/pairs/{engineer}/{architect}", "docx")
    assert all(squeezed(line["en"]) in document for line in pair["lines"])


ROLES = ("CE_PROJECT", "CA_PROJECT")
