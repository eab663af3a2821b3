"""Requests are prefilled from the catalogue, worded anew, and made once."""

from concurrent.futures import ThreadPoolExecutor

import sqlalchemy as sa
from fastapi.testclient import TestClient
from sqlalchemy.engine import Engine

from models.database import reading
from models.selection import SelectionRequest
from tests.service.selection.conftest import API, both, open_request, version

BODY = {"subject": "P1", "roles": ["CE_PROJECT"]}


def test_capabilities_come_from_the_catalogue_unless_they_are_named(client: TestClient) -> None:
    opened = open_request(client, nice={"CE_PROJECT": ["weapons"]}, seats=2, starts="2027-01-01", track="concurrent_appointment")
    assert opened["must"] == {"CE_PROJECT": ["control", "sensing"]}
    assert (opened["nice"], opened["excluded"]) == ({"CE_PROJECT": ["weapons"]}, {"CE_PROJECT": ["weapons"]})
    assert (opened["state"], opened["next"]) == ("NEED", ["SHORTLIST", "ENDED"])


def test_a_pair_has_capabilities_of_both_roles(client: TestClient) -> None:
    opened = open_request(client, roles=["CE_PROJECT", "CA_PROJECT"])
    assert opened["must"] == {"CE_PROJECT": ["control", "sensing"], "CA_PROJECT": ["optics"]}


def test_wrong_requests_name_the_field(client: TestClient) -> None:
    wrong = [{"roles": ["CE_SYSTEM"]}, {"must": {"CE_PROJECT": ["unheard-of"]}}, {"roles": ["CE_PROJECT", "CE_PROJECT"]}]
    answers = [client.post(f"{API}/requests", json=BODY | fields) for fields in wrong]
    assert [(answer.status_code, answer.json()["errors"][0]["field"]) for answer in answers] == [
        (422, "role"),
        (422, "must"),
        (422, "roles"),
    ]
    assert client.post(f"{API}/requests", json=BODY | {"subject": "P9"}).status_code == 404


def test_a_change_names_the_version_that_was_read(client: TestClient) -> None:
    opened = open_request(client)
    address = f"{API}/requests/{opened['id']}"
    changed = client.patch(address, json={"seats": 3, "must": {"CE_PROJECT": ["optics"]}}, headers=version(opened))
    assert (changed.json()["seats"], changed.json()["must"]) == (3, {"CE_PROJECT": ["optics"]})
    assert client.patch(address, json={"seats": 4}, headers=version(opened)).status_code == 412
    assert client.patch(address, json={"seats": 4}).status_code == 428


@both
def test_twenty_equal_requests_at_once_make_one_row(client: TestClient, world: Engine) -> None:
    with ThreadPoolExecutor(20) as pool:
        headers = {"Idempotency-Key": "k-1"}
        answers = list(pool.map(lambda _: client.post(f"{API}/requests", json=BODY, headers=headers), range(20)))
    assert {(answer.status_code, answer.text) for answer in answers} == {(201, answers[0].text)}
    with reading(world) as session:
        assert session.scalar(sa.select(sa.func.count()).select_from(SelectionRequest)) == 1


def test_requests_are_listed_by_state(client: TestClient) -> None:
    ids = [open_request(client)["id"] for _ in range(2)]
    assert sorted(item["id"] for item in client.get(f"{API}/requests?state=NEED").json()["items"]) == sorted(ids)
    assert client.get(f"{API}/requests?state=ENDED").json()["total"] == 0
    assert client.get(f"{API}/requests/unknown").status_code == 404
