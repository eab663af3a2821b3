from fastapi.testclient import TestClient
from sqlalchemy.engine import Engine

from tests.conftest import both
from tests.service.people.profiles.people import EXPERTS, add, add_organisation, version_of, wrong_fields


@both
def test_relations_are_recorded_and_removed(client: TestClient, engine: Engine) -> None:
    add_organisation(engine, "O1")
    first, second = add(client), add(client)
    address = f"{EXPERTS}/{first}/relations"
    tie = client.post(address, json={"kind": "adviser", "organisation_id": "O1", "starts": "2024-01-01", "source": "a form"})
    assert tie.status_code == 201
    friend = client.post(address, json={"kind": "co_author", "other_expert_id": second, "status": "detected"}).json()
    assert client.get(address).json()["items"] == [tie.json(), friend]
    assert tie.json()["status"] == "declared"
    assert client.delete(f"{address}/{friend['id']}").status_code == 428
    assert client.delete(f"{EXPERTS}/{second}/relations/{friend['id']}", headers=version_of(client, second)).status_code == 404
    assert client.delete(f"{address}/{friend['id']}", headers=version_of(client, first)).status_code == 204
    assert client.get(address).json()["items"] == [tie.json()]


WRONG_RELATIONS: list[tuple[dict[str, str], list[str]]] = [
    ({}, ["organisation_id"]),
    ({"organisation_id": "O1", "other_expert_id": "E000001"}, ["organisation_id"]),
    ({"organisation_id": "O2"}, ["organisation_id"]),
    ({"other_expert_id": "E000001"}, ["other_expert_id"]),
    ({"other_expert_id": "E000009"}, ["other_expert_id"]),
    ({"kind": "family", "other_expert_id": "E000002"}, ["other_expert_id"]),
    ({"kind": "friend", "organisation_id": "O1"}, ["kind"]),
    ({"organisation_id": "O1", "name_of_relative": "x"}, ["name_of_relative"]),
    ({"organisation_id": "O1", "starts": "2026-01-02", "ends": "2026-01-01"}, ["ends"]),
]


def test_a_wrong_relation_is_refused_by_name(client: TestClient, engine: Engine) -> None:
    add_organisation(engine, "O1")
    address = f"{EXPERTS}/{add(client)}/relations"
    add(client)
    for fields, wrong in WRONG_RELATIONS:
        assert wrong_fields(client.post(address, json={"kind": "adviser"} | fields)) == wrong, fields
    assert client.get(address).json()["total"] == 0
