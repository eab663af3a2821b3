"""A creating request that is sent again creates nothing and gets the first answer."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
import sqlalchemy as sa
from fastapi.testclient import TestClient
from sqlalchemy.engine import Engine

from models.database import reading
from models.experts import Expert
from models.idempotency import KeptAnswer
from service.kit.actor import present
from tests.service.people.profiles.conftest import client
from tests.service.people.profiles.people import AN, EXPERTS, ITEM, MOMENT, add

__all__ = ["client"]
KEY = {"Idempotency-Key": "k-1"}


def count(engine: Engine, table: type) -> int:
    with reading(engine) as session:
        return session.scalar(sa.select(sa.func.count()).select_from(table)) or 0


def test_the_same_request_gets_the_same_answer(client: TestClient, engine: Engine) -> None:
    first, again = (client.post(EXPERTS, json=AN, headers=KEY) for _ in range(2))
    assert (again.status_code, again.json()) == (first.status_code, first.json()) == (201, first.json())
    assert (again.headers["location"], again.headers["etag"]) == (first.headers["location"], first.headers["etag"])
    assert ("idempotency-replayed" in first.headers, again.headers["idempotency-replayed"]) == (False, "true")
    assert count(engine, Expert) == 1


@pytest.mark.parametrize("part", ["evidence", "relations"])
def test_parts_of_a_person_are_created_once_too(client: TestClient, part: str) -> None:
    address = f"{EXPERTS}/{add(client)}/{part}"
    body = ITEM if part == "evidence" else {"kind": "co_author", "other_expert_id": add(client)}
    first, again = (client.post(address, json=body, headers=KEY) for _ in range(2))
    assert (first.status_code, again.json()) == (201, first.json())
    assert client.get(address).json()["total"] == 1


def test_another_request_with_the_key_is_refused(client: TestClient, engine: Engine) -> None:
    client.post(EXPERTS, json=AN, headers=KEY)
    refused = client.post(EXPERTS, json=AN | {"country": "DE"}, headers=KEY)
    assert (refused.status_code, refused.json()["code"]) == (422, "unfit_key")
    assert count(engine, Expert) == 1


def test_a_refused_request_leaves_its_key_free(client: TestClient) -> None:
    address = f"{EXPERTS}/{add(client)}/evidence"
    assert client.post(address, json=ITEM | {"organisation_id": "unknown"}, headers=KEY).status_code == 422
    assert client.post(address, json=ITEM, headers=KEY).status_code == 201


def test_a_key_counts_for_one_address_and_without_one_everything_counts(client: TestClient, engine: Engine) -> None:
    first, second = add(client), add(client)
    answers = [client.post(f"{EXPERTS}/{person}/evidence", json=ITEM, headers=KEY).json()["expert_id"] for person in (first, second)]
    assert answers == [first, second]
    assert count(engine, KeptAnswer) == 2


def test_an_old_key_is_forgotten(client: TestClient, engine: Engine) -> None:
    client.post(EXPERTS, json=AN, headers=KEY)
    client.app.dependency_overrides[present] = lambda: MOMENT + timedelta(hours=25)  # type: ignore[attr-defined]
    assert client.post(EXPERTS, json=AN, headers=KEY).json()["id"] == "E000002"
    assert count(engine, KeptAnswer) == 1


def test_a_key_of_wrong_shape_is_refused(client: TestClient) -> None:
    answers = [client.post(EXPERTS, json=AN, headers={"Idempotency-Key": key}) for key in ("", "two words", "x" * 201)]
    assert [answer.status_code for answer in answers] == [422, 422, 422]


def test_twenty_equal_requests_at_once_make_one_row(client: TestClient, engine: Engine) -> None:
    with ThreadPoolExecutor(20) as pool:
        answers = list(pool.map(lambda _: client.post(EXPERTS, json=AN, headers=KEY), range(20)))
    assert {(answer.status_code, answer.text) for answer in answers} == {(201, answers[0].text)}
    assert (count(engine, Expert), count(engine, KeptAnswer)) == (1, 1)
