"""Every operation of the API, asked by everybody: no change by whoever may not change, no answer but 401 to whoever is not signed in.

That the answers are those that the API declares is shown by tests/service/test_contract.py.
"""

import pytest
from fastapi.testclient import TestClient
from httpx import Response
from sqlalchemy.engine import Engine

from models.vocabulary import AccountRole
from tests.access.sampling import Operation, operations
from tests.access.worlds import World, build, dump

# What may change anything at all, besides one's own keys and sessions.
CHANGING = {AccountRole.ADMINISTRATOR, AccountRole.COORDINATOR, AccountRole.EXPERT}
OWN = "/api/v1/me/"


def ask(client: TestClient, operation: Operation, body: object, headers: dict[str, str]) -> Response:
    return client.request(
        operation.method, operation.path, params=operation.query, json=body, headers={**headers, "If-Match": "*"} if headers else {}
    )


def described(client: TestClient) -> list[Operation]:
    return list(operations(client.get("/openapi.json").json()))


def test_the_sweep_reaches_every_operation_with_a_body_that_fits(anybody: TestClient, shared_engine: Engine) -> None:
    key = build(shared_engine, World(2, frozenset(AccountRole), 0))
    asked = described(anybody)
    assert len(asked) > 50
    by_place = {(operation.method, operation.path): operation for operation in asked}
    for method, path in (("POST", "/api/v1/experts"), ("POST", "/api/v1/accounts")):
        operation = by_place[method, path]
        assert ask(anybody, operation, operation.bodies[0], key).status_code == 201, path


@pytest.mark.parametrize("role", AccountRole)
def test_only_those_who_may_change_anything_do(anybody: TestClient, shared_engine: Engine, role: AccountRole) -> None:
    key = build(shared_engine, World(2, frozenset({role}), 0))
    before = dump(shared_engine)
    for operation in described(anybody):
        if operation.path.startswith(OWN) and operation.method != "GET":
            continue
        for body in operation.bodies:
            ask(anybody, operation, body, key)
    assert (dump(shared_engine) == before) is (role not in CHANGING)


def test_no_operation_ignores_that_nobody_is_signed_in(anybody: TestClient, shared_engine: Engine) -> None:
    build(shared_engine, World(2, frozenset(), 0))
    before = dump(shared_engine)
    for operation in described(anybody):
        if 401 not in operation.statuses:
            continue
        for headers in ({}, {"Authorization": "Bearer wrong"}, {"Cookie": "vinmatch_session=wrong"}):
            for body in operation.bodies:
                assert ask(anybody, operation, body, headers).status_code == 401, operation.path
    assert dump(shared_engine) == before
