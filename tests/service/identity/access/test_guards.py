import pytest
from fastapi import APIRouter
from fastapi.testclient import TestClient

from models.vocabulary import AccountRole
from service.identity.access.guards import permit, permit_part
from service.identity.access.policies import Operation
from service.kit.settings import Settings
from tests.accounts import key_header
from tests.conftest import ClientFor
from tests.service.people.profiles.people import add

EVERYTHING, PART = "/everything", "/part"


def answer() -> str:
    return "done"


@pytest.fixture
def client(sqlite_url: str, client_for: ClientFor) -> TestClient:
    router = APIRouter()
    router.add_api_route(EVERYTHING, answer, dependencies=[permit(Operation.CHANGE_EXPERTS)])
    router.add_api_route(PART, answer, dependencies=[permit_part(Operation.CHANGE_EXPERTS)])
    return client_for(Settings(database_url=sqlite_url, run_worker=False), router)


def test_whoever_reaches_only_a_part_passes_no_guard_of_everything(client: TestClient, sqlite_url: str) -> None:
    expert = key_header(sqlite_url, AccountRole.EXPERT, expert_id=add(client))
    auditor = key_header(sqlite_url, AccountRole.AUDITOR)
    nobody = {"Authorization": ""}
    statuses = {
        address: [client.get(address, headers=headers).status_code for headers in ({}, expert, auditor, nobody)]
        for address in (EVERYTHING, PART)
    }
    assert statuses == {EVERYTHING: [200, 403, 403, 401], PART: [200, 200, 403, 401]}
