import pytest
from fastapi.testclient import TestClient
from pydantic import BaseModel
from sqlalchemy.engine import Engine

from matching.profiles import Profile
from models.database import reading, writing
from models.vocabulary import ConsentPurpose, RoleCode
from service.kit.validation import merged
from service.matches.network.live import read_stored
from service.people.profiles.changes import next_change_number
from service.people.profiles.reader import read_changed
from tests.conftest import both
from tests.consent_texts import PROOF
from tests.service.people.profiles.people import EXPERTS, ITEM, add


@pytest.fixture
def two_people(client: TestClient) -> TestClient:
    add(client)
    add(client, display_name="Trần Mai")
    return client


def seen_by_the_next_process(engine: Engine, expert_changes: int) -> list[Profile]:
    with reading(engine) as session:
        assert read_stored(session).expert_changes == expert_changes + 1
        return read_changed(session, expert_changes)


@both
def test_every_write_is_seen_by_whoever_follows_the_changes(two_people: TestClient, engine: Engine) -> None:
    address, current = f"{EXPERTS}/E000001", {"If-Match": "*"}
    assert two_people.patch(address, json={"country": "DE"}, headers=current).status_code == 200
    assert [profile.country for profile in seen_by_the_next_process(engine, 2)] == ["DE"]
    item = two_people.post(f"{address}/evidence", json=ITEM).json()["id"]
    assert [profile.items[0].title for profile in seen_by_the_next_process(engine, 3)] == [ITEM["title"]]
    assert two_people.patch(f"{address}/evidence/{item}", json={"title": "Other"}, headers=current).status_code == 200
    assert [profile.items[0].title for profile in seen_by_the_next_process(engine, 4)] == ["Other"]
    assert two_people.delete(f"{address}/evidence/{item}", headers=current).status_code == 204
    assert [profile.items for profile in seen_by_the_next_process(engine, 5)] == [()]
    two_people.put(f"{address}/consents/matching", json={"given": True, "text_version": "2026-01"} | PROOF)
    assert [profile.consents for profile in seen_by_the_next_process(engine, 6)] == [{ConsentPurpose.MATCHING}]
    two_people.put(f"{address}/consents/matching", json={"given": False})
    assert [profile.consents for profile in seen_by_the_next_process(engine, 7)] == [frozenset()]
    two_people.put(f"{address}/willingness/CE_PROJECT", json={"willing": False})
    assert [profile.willing for profile in seen_by_the_next_process(engine, 8)] == [((RoleCode.CE_PROJECT, False),)]
    tie = two_people.post(f"{address}/relations", json={"kind": "co_author", "other_expert_id": "E000002"}).json()["id"]
    assert [profile.relations[0].other_expert_id for profile in seen_by_the_next_process(engine, 9)] == ["E000002"]
    assert two_people.delete(f"{address}/relations/{tie}", headers=current).status_code == 204
    assert [profile.relations for profile in seen_by_the_next_process(engine, 10)] == [()]


@both
def test_a_refused_write_counts_for_nothing(two_people: TestClient, engine: Engine) -> None:
    address = f"{EXPERTS}/E000001"
    assert two_people.patch(address, json={"country": "DE"}, headers={"If-Match": '"9"'}).status_code == 412
    assert two_people.post(f"{address}/evidence", json=ITEM | {"organisation_id": "unknown"}).status_code == 422
    with reading(engine) as session:
        assert read_stored(session).expert_changes == 2


@both
def test_change_numbers_count_from_one(engine: Engine) -> None:
    numbers = []
    for _ in range(3):
        with writing(engine) as session:
            numbers.append(next_change_number(session))
    assert numbers == [1, 2, 3]


def test_a_change_reaches_into_objects() -> None:
    class Text(BaseModel):
        vi: str = ""
        en: str = ""

    class Change(BaseModel):
        text: Text | None = None
        hours: int | None = None
        country: str | None = None

    stored = {"text": {"vi": "một", "en": "one"}, "hours": 4, "country": "VN"}
    assert merged(stored, Change(text=Text(en="two"), hours=None)) == {"text": {"vi": "một", "en": "two"}, "hours": None, "country": "VN"}
    assert merged(stored, Change()) == stored
