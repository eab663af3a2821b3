import pytest
from fastapi.testclient import TestClient
from sqlalchemy.engine import Engine

from tests.conftest import both
from tests.service.people.profiles.people import EXPERTS, ITEM, add, add_organisation, version_of, wrong_fields


@pytest.fixture
def evidence(client: TestClient) -> str:
    """The address of the evidence of somebody with one item."""
    address = f"{EXPERTS}/{add(client)}/evidence"
    assert client.post(address, json=ITEM).status_code == 201
    return address


@both
def test_an_item_is_added_and_changes_the_version_of_the_person(client: TestClient, engine: Engine) -> None:
    add_organisation(engine, "O1")
    expert_id = add(client)
    read = version_of(client, expert_id)
    fields = ITEM | {"part": "led", "sectors": ["energy", "transport"], "starts": "2020-01-01", "organisation_id": "O1"}
    answer = client.post(f"{EXPERTS}/{expert_id}/evidence", json=fields)
    assert answer.status_code == 201
    assert answer.headers["location"] == f"{EXPERTS}/{expert_id}/evidence/{answer.json()['id']}"
    assert version_of(client, expert_id) == {"If-Match": answer.headers["etag"]} != read
    listed = client.get(f"{EXPERTS}/{expert_id}/evidence")
    assert (listed.json()["items"], listed.json()["total"]) == ([answer.json()], 1)
    assert listed.headers["etag"] == answer.headers["etag"]
    assert answer.json() == fields | {
        "id": f"{expert_id}-C2",
        "expert_id": expert_id,
        "document_id": None,
        "text": "",
        "outcome": None,
        "scale": None,
        "ends": None,
        "counts_as_innovation_work": False,
        "source": "",
        "verification": "declared",
        "verified_by": "",
        "verified_on": None,
    }


@both
def test_a_change_names_the_version_of_the_person(client: TestClient, evidence: str) -> None:
    item = client.get(evidence).json()["items"][0]
    address, read = f"{evidence}/{item['id']}", {"If-Match": client.get(evidence).headers["etag"]}
    assert client.patch(address, json={"title": "New"}).status_code == 428
    changed = client.patch(address, json={"title": "New"}, headers=read)
    assert changed.json() == item | {"title": "New"}
    assert client.patch(address, json={"title": "Newer"}, headers=read).status_code == 412
    assert client.delete(address, headers=read).status_code == 412
    assert client.delete(address).status_code == 428
    assert client.delete(address, headers={"If-Match": changed.headers["etag"]}).status_code == 204
    assert client.get(evidence).json()["total"] == 0


@both
def test_no_id_is_given_twice(client: TestClient, evidence: str) -> None:
    item = client.get(evidence).json()["items"][0]
    client.delete(f"{evidence}/{item['id']}", headers={"If-Match": "*"})
    assert client.post(evidence, json=ITEM).json()["id"] != item["id"]


WRONG_FIELDS: list[tuple[dict[str, object], list[str]]] = [
    ({"weight": 3}, ["weight"]),
    ({"kind": "rumour"}, ["kind"]),
    ({"language": "fr"}, ["language"]),
    ({"title": ""}, ["title"]),
    ({"sectors": ["Energy!"]}, ["sectors.0"]),
    ({"starts": "2020-01-02", "ends": "2020-01-01"}, ["ends"]),
    ({"organisation_id": "unknown"}, ["organisation_id"]),
    ({"verification": "verified", "verified_on": "2026-01-01"}, ["verified_by"]),
    ({"verification": "verified", "verified_by": "NIC"}, ["verified_on"]),
]


def test_a_wrong_field_is_refused_by_name(client: TestClient, evidence: str) -> None:
    item = client.get(evidence).json()["items"][0]
    for fields, wrong in WRONG_FIELDS:
        assert wrong_fields(client.post(evidence, json=ITEM | fields)) == wrong, fields
        assert wrong_fields(client.patch(f"{evidence}/{item['id']}", json=fields, headers={"If-Match": "*"})) == wrong, fields
    assert client.get(evidence).json()["items"] == [item]


def test_evidence_of_somebody_else_is_not_found(client: TestClient, evidence: str) -> None:
    item = client.get(evidence).json()["items"][0]
    other = f"{EXPERTS}/{add(client)}/evidence/{item['id']}"
    assert client.patch(other, json={}, headers={"If-Match": "*"}).status_code == 404
    assert client.delete(other, headers={"If-Match": "*"}).status_code == 404
    assert client.get(f"{EXPERTS}/E999999/evidence").status_code == 404
    assert client.post(f"{EXPERTS}/E999999/evidence", json=ITEM).status_code == 404
