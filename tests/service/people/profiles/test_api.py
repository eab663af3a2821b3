import json
import threading
from collections.abc import Callable

import sqlalchemy as sa
from fastapi.testclient import TestClient
from sqlalchemy.engine import Engine
from sqlmodel import col

from models.database import reading
from models.experts import Expert, NetworkState
from service.kit.settings import Settings
from tests.conftest import ClientFor, both
from tests.service.people.profiles.people import AN, EXPERTS, add, version_of, wrong_fields


@both
def test_a_person_is_added_with_an_id_and_shown_as_written(client: TestClient) -> None:
    answer = client.post(EXPERTS, json=AN | {"headline": {"vi": "Kỹ sư trưởng"}, "aliases": ["An Nguyen"], "languages": ["vi"]})
    assert answer.status_code == 201
    assert answer.headers["location"] == f"{EXPERTS}/E000001"
    assert answer.json() == {
        "id": "E000001",
        "display_name": "Nguyễn Văn An",
        "family_name": "Nguyễn",
        "given_name": "Văn An",
        "name_order": "family_first",
        "aliases": ["An Nguyen"],
        "headline": {"vi": "Kỹ sư trưởng", "en": ""},
        "biography": None,
        "country": "VN",
        "sub_network": "",
        "themes": [],
        "languages": ["vi"],
        "orcid": None,
        "available_from": None,
        "available_until": None,
        "hours_per_week": None,
        "record_complete": False,
        "refreshed_on": "2026-10-01",
        "synthetic": False,
        "consents": [],
        "willingness": [],
    }
    shown = client.get(f"{EXPERTS}/E000001")
    assert (shown.json(), shown.headers["etag"]) == (answer.json(), answer.headers["etag"])
    assert add(client) == "E000002"


def test_contact_details_are_kept_and_never_shown(client: TestClient, engine: Engine) -> None:
    expert_id = add(client, email="an@mail.example")
    with reading(engine) as session:
        assert session.get_one(Expert, expert_id).email == "an@mail.example"
    changed = client.patch(f"{EXPERTS}/{expert_id}", json={"email": "new@mail.example"}, headers=version_of(client, expert_id))
    answers = [changed, client.get(f"{EXPERTS}/{expert_id}"), client.get(EXPERTS)]
    assert not any("mail" in answer.text for answer in answers)
    schemas = client.get("/openapi.json").json()["components"]["schemas"]
    shows_email = [name for name, schema in schemas.items() if name.startswith("Expert") and "email" in schema.get("properties", {})]
    assert sorted(shows_email) == ["ExpertChange", "ExpertCreate"]


@both
def test_a_change_needs_the_version_that_was_read(client: TestClient) -> None:
    address = f"{EXPERTS}/{add(client)}"
    read = client.get(address).headers["etag"]
    assert client.patch(address, json={"country": "DE"}).status_code == 428
    changed = client.patch(address, json={"country": "DE"}, headers={"If-Match": read})
    assert (changed.status_code, changed.json()["country"]) == (200, "DE")
    assert changed.headers["etag"] == client.get(address).headers["etag"] != read
    refused = client.patch(address, json={"country": "JP"}, headers={"If-Match": read})
    assert (refused.status_code, refused.json()["code"]) == (412, "precondition_failed")
    assert client.get(address).json()["country"] == "DE"


@both
def test_of_two_changes_at_once_one_is_refused(client: TestClient) -> None:
    address = f"{EXPERTS}/{add(client)}"
    read = client.get(address).headers
    statuses: list[int] = []

    def change(country: str) -> None:
        statuses.append(client.patch(address, json={"country": country}, headers={"If-Match": read["etag"]}).status_code)

    threads = [threading.Thread(target=change, args=(country,)) for country in ("DE", "JP")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(statuses) == [200, 412]


@both
def test_people_added_at_once_get_different_ids(client: TestClient, engine: Engine) -> None:
    add(client)
    ids: list[str] = []
    threads = [threading.Thread(target=lambda: ids.append(add(client))) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(ids) == [f"E{number:06d}" for number in range(2, 8)]
    with reading(engine) as session:
        assert session.scalar(sa.select(col(NetworkState.expert_changes))) == 7
        numbers = session.scalars(sa.select(col(Expert.change_number)).order_by(col(Expert.change_number))).all()
    assert numbers == list(range(1, 8))


@both
def test_only_the_named_fields_change(client: TestClient) -> None:
    expert_id = add(client, headline={"vi": "Kỹ sư", "en": "Engineer"}, sub_network="germany", hours_per_week=20, aliases=["A. Nguyen"])
    before = client.get(f"{EXPERTS}/{expert_id}").json()
    changed = client.patch(
        f"{EXPERTS}/{expert_id}", json={"headline": {"en": "Chief engineer"}, "hours_per_week": None}, headers=version_of(client, expert_id)
    )
    assert changed.json() == before | {"headline": {"vi": "Kỹ sư", "en": "Chief engineer"}, "hours_per_week": None}


def test_an_unchanged_person_is_not_sent_again(client: TestClient) -> None:
    address = f"{EXPERTS}/{add(client)}"
    read = client.get(address).headers["etag"]
    assert client.get(address, headers={"If-None-Match": read}).status_code == 304
    assert client.get(address, headers={"If-None-Match": '"0"'}).status_code == 200


WRONG_FIELDS: list[tuple[dict[str, object], list[str]]] = [
    ({"nickname": "An"}, ["nickname"]),
    ({"id": "E000009"}, ["id"]),
    ({"synthetic": True}, ["synthetic"]),
    ({"display_name": " "}, ["display_name"]),
    ({"display_name": "A" * 201}, ["display_name"]),
    ({"display_name": "A\x00"}, ["display_name"]),
    ({"country": "Viet Nam"}, ["country"]),
    ({"name_order": "backwards"}, ["name_order"]),
    ({"headline": {"fr": "Ingénieur"}}, ["headline.fr"]),
    ({"biography": {"vi": "a" * 10_001}}, ["biography.vi"]),
    ({"themes": ["Quantum physics"]}, ["themes.0"]),
    ({"languages": ["vietnamese"]}, ["languages.0"]),
    ({"email": "nobody"}, ["email"]),
    ({"orcid": "123"}, ["orcid"]),
    ({"hours_per_week": 81}, ["hours_per_week"]),
    ({"available_from": "2026-13-01"}, ["available_from"]),
    ({"available_from": "2026-10-02", "available_until": "2026-10-01"}, ["available_until"]),
]


def test_a_wrong_field_is_refused_by_name(client: TestClient) -> None:
    for fields, wrong in WRONG_FIELDS:
        assert wrong_fields(client.post(EXPERTS, json=AN | fields)) == wrong, fields
    body = json.dumps(AN | {"display_name": "\ud800"})  # half a character
    refused = client.post(EXPERTS, content=body, headers={"Content-Type": "application/json"})
    assert wrong_fields(refused) == ["display_name"]
    assert client.get(EXPERTS).json()["total"] == 0


WRONG_CHANGES: list[tuple[dict[str, object], list[str]]] = [
    ({"nickname": "An"}, ["nickname"]),
    ({"country": None}, ["country"]),
    ({"headline": None}, ["headline"]),
    ({"available_until": "2026-01-01"}, ["available_until"]),
    ({"hours_per_week": "many"}, ["hours_per_week"]),
]


def test_a_wrong_change_is_refused_by_name_and_changes_nothing(client: TestClient) -> None:
    expert_id = add(client, available_from="2026-10-01")
    read = version_of(client, expert_id)
    for change, wrong in WRONG_CHANGES:
        assert wrong_fields(client.patch(f"{EXPERTS}/{expert_id}", json=change, headers=read)) == wrong, change
    assert version_of(client, expert_id) == read


def test_somebody_unknown_is_not_found(client: TestClient) -> None:
    read = client.get(f"{EXPERTS}/E999999")
    assert (read.status_code, read.json()["detail_vi"]) == (404, "Không có chuyên gia E999999.")
    assert client.patch(f"{EXPERTS}/E999999", json={}, headers={"If-Match": "*"}).status_code == 404


def test_a_network_of_invented_people_closes_with_the_first_real_person(
    client: TestClient, engine: Engine, mark_synthetic: Callable[[Engine], None]
) -> None:
    mark_synthetic(engine)
    key = client.headers.pop("Authorization")
    assert client.get(EXPERTS).status_code == 200
    client.headers["Authorization"] = key
    add(client)
    del client.headers["Authorization"]
    assert client.get(EXPERTS).status_code == 401


def test_signed_out_nothing_is_told_or_taken(client: TestClient) -> None:
    expert_id = add(client)
    client.headers.pop("authorization")
    answers = [
        client.get(EXPERTS),
        client.get(f"{EXPERTS}/{expert_id}"),
        client.post(EXPERTS, json=AN),
        client.patch(f"{EXPERTS}/{expert_id}", json={}, headers={"If-Match": "*"}),
        client.get(f"{EXPERTS}/{expert_id}/evidence"),
        client.post(f"{EXPERTS}/{expert_id}/evidence", json={}),
        client.put(f"{EXPERTS}/{expert_id}/consents/matching", json={"given": True}),
        client.put(f"{EXPERTS}/{expert_id}/willingness/CE_PROJECT", json={"willing": True}),
        client.get(f"{EXPERTS}/{expert_id}/relations"),
    ]
    assert {answer.status_code for answer in answers} == {401}
    assert not any("Nguyễn" in answer.text for answer in answers)


@both
def test_whoever_is_added_to_invented_people_counts_as_real_and_ends_reading_without_an_account(
    engine: Engine, settings: Settings, client_for: ClientFor, mark_synthetic: Callable[[Engine], None]
) -> None:
    mark_synthetic(engine)
    client, visitor = client_for(settings), client_for(settings, role=None)
    assert visitor.get(EXPERTS).status_code == 200
    person = add(client)
    assert client.get(f"{EXPERTS}/{person}").json()["synthetic"] is False
    assert [visitor.get(address).status_code for address in (EXPERTS, f"{EXPERTS}/{person}", f"/people/{person}")] == [401] * 3
    assert visitor.get("/api/v1/catalogues").status_code == 200
