"""Who answers for a product or project: accounts with the role of lead, replaced as a whole."""

from typing import Any

import pytest
from fastapi.testclient import TestClient
from sqlalchemy.engine import Engine

from models.vocabulary import AccountRole
from tests.accounts import add_account, add_key
from tests.service.administration.conftest import API, both

Header = dict[str, str]
ADDRESSES = (f"{API}/administration/products/P1/leads", f"{API}/administration/projects/N1/leads")


def put(client: TestClient, header: Header, address: str, accounts: list[str], tag: str | None = None) -> Any:
    tag = tag or client.get(address, headers=header).headers["ETag"]
    return client.put(address, json={"accounts": accounts}, headers={**header, "If-Match": tag})


@both
@pytest.mark.parametrize("address", ADDRESSES)
def test_a_lead_reaches_what_was_given_until_it_is_taken_away(
    client: TestClient, administrator: Header, world: Engine, address: str
) -> None:
    account = add_account(world, AccountRole.LEAD)
    key = {"Authorization": f"Bearer {add_key(world, account)}"}
    subject = address.split("/")[-2]
    request = {"subject": subject, "roles": ["CE_PROJECT"]}
    assert client.post(f"{API}/requests", json=request, headers=key).status_code == 404
    assert [lead["id"] for lead in put(client, administrator, address, [account.id]).json()["leads"]] == [account.id]
    assert client.post(f"{API}/requests", json=request, headers=key).status_code == 201
    assert put(client, administrator, address, []).json() == {"leads": []}
    assert client.post(f"{API}/requests", json=request, headers=key).status_code == 404
    events = client.get(f"{API}/audit", headers=administrator, params={"action": "leads_changed"}).json()["items"]
    assert [event["details"]["accounts"] for event in events] == [[account.id], []]


def test_only_leads_lead_and_only_administrators_say_so(client: TestClient, administrator: Header, world: Engine) -> None:
    coordinator = add_account(world, AccountRole.COORDINATOR)
    answer = put(client, administrator, ADDRESSES[0], [coordinator.id])
    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (422, "accounts")
    assert put(client, administrator, ADDRESSES[0], [], '"0"').status_code == 412
    assert client.put(ADDRESSES[0], json={"accounts": []}, headers={"If-Match": "*"}).status_code == 403
    assert client.get(f"{API}/administration/products/P9/leads", headers=administrator).status_code == 404
