"""What leaves comes in again as the same."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from models.database import make_engine
from models.vocabulary import AccountRole
from service.front.jobs.kinds import kinds_for
from service.imports.runs.operations import KIND
from service.kit.jobs.worker import make_worker
from service.kit.settings import Settings
from tests.conftest import ClientFor
from tests.service.imports.conftest import IMPORTS, Send
from tests.worlds import Worlds

EXPORT = "/api/v1/people-export"
PEOPLE = [
    {
        "key": "CG-7",
        "display_name": "Trần Thị Mai",
        "family_name": "Trần",
        "given_name": "Thị Mai",
        "name_order": "family_first",
        "aliases": ["Mai Tran", "T. T. Mai"],
        "headline_vi": "=HYPERLINK(1)",
        "biography_en": "Two lines\nof text, with “quotes”; and more",
        "country": "VN",
        "languages": ["vi", "en"],
        "themes": ["semiconductors"],
        "sub_network": "vietnam",
        "hours_per_week": 10,
        "available_from": "2026-01-01",
        "available_until": "2027-06-30",
        "record_complete": True,
        "willing_CE_PROJECT": "yes",
        "willing_CA_PROJECT": "no",
        "items": [
            {"kind": "position", "language": "vi", "title": "Kỹ sư trưởng", "starts": "2015-03-01", "organisation": "Viettel"},
            {"kind": "patent", "language": "en", "title": "'-a chip", "text": "a\nb", "starts": "2019-05-06", "source": "https://example.org/1"},
            {"kind": "award", "language": "vi", "title": "Giải thưởng", "scale": "national", "sectors": ["energy", "health"]},
            {"kind": "degree", "language": "en", "title": "PhD",
             "verification": "verified", "verified_by": "VNU", "verified_on": "2026-02-03"},
        ],
    },
    {"key": "CG-8", "display_name": "Sukarno", "given_name": "Sukarno", "name_order": "given_first", "country": "ID", "items": []},
]  # fmt: skip


@pytest.fixture
def elsewhere(worlds: Worlds, tmp_path: Path, client_for: ClientFor) -> Callable[[bytes, str], TestClient]:
    """A function that brings a file into an empty database and returns a client of it."""

    def brought(content: bytes, name: str) -> TestClient:
        settings = Settings(database_url=worlds.copied(tmp_path / f"{name}.sqlite3"), run_worker=False)
        client = client_for(settings)
        place = client.post(IMPORTS, files={"file": (name, content)}).headers["Location"]
        engine = make_engine(settings.database_url)
        make_worker(engine, settings, {KIND: kinds_for(settings)[KIND]}).run_once()
        engine.dispose()
        run = client.get(place).json()
        assert (run["status"], run["added"], run["refused"]) == ("done", 2, 0), client.get(f"{place}/refused").text
        return client

    return brought


def brought_in(send: Send) -> None:
    assert send(json.dumps({"people": PEOPLE}), "people.json")["added"] == 2


def exported(client: TestClient) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = client.get(f"{EXPORT}.json").json()["people"]
    return found


@pytest.mark.parametrize("name", ["people.json", "people.csv", "people.xlsx"])
def test_what_leaves_comes_in_as_the_same(send: Send, client: TestClient, elsewhere: Callable[[bytes, str], TestClient], name: str) -> None:
    brought_in(send)
    left = client.get(f"{EXPORT}.{name.rpartition('.')[2]}").content
    there = elsewhere(left, name)
    assert exported(there) == exported(client)
    assert len(exported(client)[0]["items"]) == 4


def test_what_leaves_says_what_came_in(send: Send, client: TestClient) -> None:
    brought_in(send)
    first = exported(client)[0]
    said = {name: value for name, value in PEOPLE[0].items() if name != "items"}
    assert {name: first[name] for name in said} == said
    assert {item["title"] for item in first["items"]} == {"Kỹ sư trưởng", "'-a chip", "Giải thưởng", "PhD"}


def test_the_same_people_sent_back_change_nothing(send: Send, client: TestClient) -> None:
    brought_in(send)
    again = send(client.get(f"{EXPORT}.xlsx").content, "people.xlsx")
    assert (again["added"], again["changed"], again["unchanged"]) == (0, 0, 2)


def test_no_cell_is_a_formula_and_no_contact_leaves(send: Send, client: TestClient) -> None:
    send("Mã,Họ và tên,Email,Chức danh\nA1,Trần Thị Mai,mai@example.vn,=1+1\n")
    text = client.get(f"{EXPORT}.csv").text
    assert ",'=1+1," in text
    assert "mai@example.vn" not in text


def test_an_expert_gets_the_own_record_alone(send: Send, settings: Settings, client_for: ClientFor) -> None:
    brought_in(send)
    own = client_for(settings, role=AccountRole.EXPERT, expert_id="E000002")
    assert [person["display_name"] for person in exported(own)] == ["Sukarno"]
    assert client_for(settings, role=AccountRole.LEAD).get(f"{EXPORT}.json").status_code == 403


def test_who_took_the_data_is_recorded(send: Send, client: TestClient, auditor: dict[str, str]) -> None:
    brought_in(send)
    client.get(f"{EXPORT}.csv")
    events = client.get("/api/v1/audit", params={"action": "people_read"}, headers=auditor)
    assert events.json()["items"][0]["details"]["people"] == 2
