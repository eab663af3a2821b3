"""What stands on the page of a person adds up and reads as it is meant."""

import re
from decimal import Decimal
from typing import Any

import pytest
from fastapi.testclient import TestClient

from tests.service.selection.conftest import API
from tests.service.selection.dossiers.test_api import read
from tests.service.selection.dossiers.test_files import squeezed
from tests.service.selection.dossiers.test_world import coordinator

__all__ = ["coordinator"]


@pytest.fixture
def explained(coordinator: TestClient) -> dict[str, Any]:
    listed = coordinator.get(f"{API}/products/P01/recommendations", params={"role": "CE_PROJECT", "limit": 1}).json()
    best = listed["items"][0]["expert"]["id"]
    answer = coordinator.get(f"{API}/products/P01/recommendations/{best}/explanation", params={"role": "CE_PROJECT"})
    return dict(answer.json())


def test_the_parts_of_a_score_as_they_are_written_add_up_to_it(coordinator: TestClient, explained: dict[str, Any]) -> None:
    found = read(coordinator, f"/dossiers/product/P01/people/{explained['expert']['id']}", "docx")
    total, parts = re.findall(r"Score:(\d\.\d{3})=(.+?\d\.\d{3})(?=[A-Z])", found)[0]
    added = [Decimal(part) for part in re.findall(r"\d\.\d{3}", parts)]
    assert (len(added), sum(added)) == (4, Decimal(total))
    assert Decimal(total) == round(Decimal(str(explained["entry"]["score"])), 3)


def test_a_clause_that_all_conditions_share_stands_once(coordinator: TestClient, explained: dict[str, Any]) -> None:
    found = read(coordinator, f"/dossiers/product/P01/people/{explained['expert']['id']}", "docx")
    clauses = {rule["clause"]["en"] for rule in explained["rules"]}
    assert len(clauses) == 1
    assert squeezed(f"Conditions, by {clauses.pop()}") in found
    assert found.count(squeezed(explained["reference_only"]["en"])) == 1


def test_only_what_the_reasons_rest_on_is_quoted(coordinator: TestClient, explained: dict[str, Any]) -> None:
    found = read(coordinator, f"/dossiers/product/P01/people/{explained['expert']['id']}", "docx")
    shown = [line for line in explained["lines"] if line["kind"] not in {"why", "rule", "conflict", "note"}]
    named = {identifier for line in shown for identifier in line["evidence"]}
    quoted = {one["evidence"]: f"”({one['evidence']})" in found for one in explained["citations"]}
    assert quoted == {identifier: identifier in named for identifier in quoted}
    assert True in quoted.values()


def test_places_with_too_few_people_to_count_stand_together(coordinator: TestClient) -> None:
    found = read(coordinator, "/coverage/P24/CA_PROJECT/recruiting-brief/dossier", "docx")
    assert "<5" not in found
    assert squeezed("fewer than 5 each: ") in found


def test_why_a_place_of_a_plan_stays_empty_is_said(coordinator: TestClient) -> None:
    seats = [{"subject": "P24", "role": "CA_PROJECT", "pairs": 5}]
    plan = coordinator.post(f"{API}/plans", json={"seats": seats, "hours": 40}).json()
    assert plan["filled"] < plan["places"]
    found = read(coordinator, f"/plans/{plan['id']}/dossier", "docx")
    assert (squeezed("Why places stay empty") in found, squeezed("considered: ") in found) == (True, True)
