"""What an expert reaches of the law's slices: what is about himself or herself, and nothing of anybody else."""

import pytest
from fastapi.testclient import TestClient
from sqlalchemy.engine import Engine

from models.accounts import Account
from models.database import reading
from models.vocabulary import AccountRole
from service.kit.settings import Settings
from tests.accounts import key_header
from tests.service.people.profiles.people import EXPERTS, add, wrong_fields
from tests.service.privacy.data_requests.conftest import client

__all__ = ["client"]
REQUESTS = "/api/v1/data-requests"


@pytest.fixture
def people(client: TestClient) -> tuple[str, str]:
    return add(client), add(client)


@pytest.fixture
def own(client: TestClient, settings: Settings, people: tuple[str, str]) -> dict[str, str]:
    """The header of the first of the people."""
    return key_header(settings.database_url, AccountRole.EXPERT, expert_id=people[0])


@pytest.mark.parametrize("part", ["consents", "access-export.json", "access-export.md"])
def test_ones_own_consents_and_data_are_read_and_nobody_elses(
    client: TestClient, people: tuple[str, str], own: dict[str, str], part: str
) -> None:
    assert [client.get(f"{EXPERTS}/{person}/{part}", headers=own).status_code for person in people] == [200, 404]


def test_ones_own_requests_are_made_and_read_and_handled_by_others(
    client: TestClient, people: tuple[str, str], own: dict[str, str]
) -> None:
    made = client.post(REQUESTS, json={"kind": "access", "expert_id": people[0]}, headers=own)
    other = client.post(REQUESTS, json={"kind": "access", "expert_id": people[1]})
    assert (made.status_code, other.status_code) == (201, 201)
    refused = [client.post(REQUESTS, json={"kind": "complaint", "expert_id": about}, headers=own) for about in (people[1], "E999999", None)]
    assert [wrong_fields(answer) for answer in refused] == [["expert_id"]] * 3
    assert len({answer.json()["detail_en"] for answer in refused}) == 1
    assert [row["id"] for row in client.get(REQUESTS, headers=own).json()["items"]] == [made.json()["id"]]
    found = [client.get(f"{REQUESTS}/{answer.json()['id']}", headers=own).status_code for answer in (made, other)]
    assert found == [200, 404]
    step = client.post(f"{REQUESTS}/{made.json()['id']}/steps", json={"to": "acknowledged"}, headers=own | {"If-Match": "*"})
    assert step.status_code == 403


@pytest.mark.parametrize("address", ["/api/v1/audit", "/api/v1/retention-deadlines", "/api/v1/incidents", "/api/v1/processing-reviews"])
def test_an_expert_reads_no_log_of_the_service(client: TestClient, own: dict[str, str], address: str) -> None:
    assert client.get(address, headers=own).status_code == 403


def test_an_auditor_reads_and_handles_nothing(client: TestClient, people: tuple[str, str], auditor: dict[str, str]) -> None:
    reads = [REQUESTS, "/api/v1/retention-deadlines", "/api/v1/incidents", "/api/v1/processing-reviews", f"{EXPERTS}/{people[0]}/consents"]
    assert {client.get(address, headers=auditor).status_code for address in reads} == {200}
    assert client.delete(f"{EXPERTS}/{people[0]}?reason=mistake", headers=auditor | {"If-Match": "*"}).status_code == 403
    assert client.post("/api/v1/processing-reviews", json={"findings": "x"}, headers=auditor).status_code == 403


def test_the_account_of_somebody_erased_goes_too_unless_it_has_another_role(
    client: TestClient, settings: Settings, engine: Engine, people: tuple[str, str], own: dict[str, str]
) -> None:
    both = key_header(settings.database_url, AccountRole.EXPERT, AccountRole.COORDINATOR, expert_id=people[1])
    accounts = [client.get("/api/v1/me", headers=header).json()["id"] for header in (own, both)]
    for person in people:
        assert client.delete(f"{EXPERTS}/{person}?reason=request", headers={"If-Match": "*"}).status_code == 200
    with reading(engine) as session:
        assert [session.get(Account, account) is not None for account in accounts] == [False, True]
    assert client.get("/api/v1/me", headers=both).json()["roles"] == ["coordinator"]
