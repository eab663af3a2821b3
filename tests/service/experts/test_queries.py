import pytest
from fastapi.testclient import TestClient
from sqlalchemy.engine import Engine

from models.database import reading, writing
from seed.catalogue.loader import load_catalogue
from seed.network.loading import load_network
from service.experts.operations import _stored
from service.experts.queries import Filters, filtered_experts
from service.experts.schemas import ExpertCreate
from tests.service.experts.people import EXPERTS, add, version_of, wrong_fields


@pytest.fixture
def four_people(client: TestClient) -> TestClient:
    add(client, headline={"vi": "Chuyên gia bán dẫn và điện tử"}, sub_network="vietnam", themes=["semiconductors"], languages=["vi"])
    add(client, display_name="An Nguyen", country="DE", aliases=["Nguyễn Văn Ân"], languages=["vi", "de"])
    add(client, display_name="Đỗ Thị Hạnh", family_name="Đỗ", given_name="Thị Hạnh", country="JP", themes=["quantum"], languages=["ja"])
    add(client, display_name="Karl_Heinz O'Neil", family_name="O'Neil", given_name="Karl_Heinz", country="DE", languages=["de"])
    client.put(f"{EXPERTS}/E000001/willingness/CE_PROJECT", json={"willing": True})
    client.put(f"{EXPERTS}/E000002/willingness/CE_PROJECT", json={"willing": False})
    return client


def found(client: TestClient, **filters: str) -> list[int]:
    answer = client.get(EXPERTS, params=filters).json()
    assert answer["total"] == len(answer["items"])
    return sorted(int(item["id"][1:]) for item in answer["items"])


SEARCHES = [
    ("Nguyễn Văn An", [1, 2]),
    ("nguyen van an", [1, 2]),
    ("An Nguyen", [1, 2]),
    ("AN, NGUYEN", [1, 2]),
    ("nguyen van", [1, 2]),
    ("Do Thi Hanh", [3]),
    ("hạnh đỗ", [3]),
    ("bán dẫn", [1]),
    ("Dien tu", [1]),
    ("neil", [4]),
    ("karl_heinz", [4]),
    ("karl%", [4]),
    ("guyen", []),
    ("somebody else", []),
    ("?!", []),
    ("\x00", []),
]


def test_search_by_name_or_headline(four_people: TestClient) -> None:
    for q, people in SEARCHES:
        assert found(four_people, q=q) == people, q


FILTERS: list[tuple[dict[str, str], list[int]]] = [
    ({}, [1, 2, 3, 4]),
    ({"country": "DE"}, [2, 4]),
    ({"sub_network": "vietnam"}, [1]),
    ({"theme": "quantum"}, [3]),
    ({"theme": "quant"}, []),
    ({"language": "vi"}, [1, 2]),
    ({"role": "CE_PROJECT"}, [1]),
    ({"role": "CA_PROJECT"}, []),
    ({"synthetic": "false"}, [1, 2, 3, 4]),
    ({"synthetic": "true"}, []),
    ({"country": "DE", "language": "vi", "q": "an"}, [2]),
]


def test_filters_must_all_hold(four_people: TestClient) -> None:
    for filters, people in FILTERS:
        assert found(four_people, **filters) == people, filters


def test_a_wrong_filter_is_refused_by_name(client: TestClient) -> None:
    wrong = {"country": "de", "theme": '"', "language": "%", "role": "BOSS", "synthetic": "perhaps", "q": "a" * 201}
    for name, value in wrong.items():
        assert wrong_fields(client.get(EXPERTS, params={name: value})) == [name]


def test_pages_run_by_name(four_people: TestClient) -> None:
    first = four_people.get(EXPERTS, params={"limit": 3})
    assert [item["display_name"] for item in first.json()["items"]] == ["An Nguyen", "Đỗ Thị Hạnh", "Karl_Heinz O'Neil"]
    second = four_people.get(first.links["next"]["url"]).json()
    assert ([item["display_name"] for item in second["items"]], second["total"], second["next"]) == (["Nguyễn Văn An"], 4, None)


def test_a_changed_name_is_found_and_the_old_one_is_not(four_people: TestClient) -> None:
    change = {"display_name": "Hạnh Đỗ-Tanaka", "aliases": []}
    four_people.patch(f"{EXPERTS}/E000003", json=change, headers=version_of(four_people, "E000003"))
    assert found(four_people, q="tanaka") == [3]
    assert found(four_people, q="thi hanh") == []


def test_a_loaded_network_can_be_searched_and_every_person_of_it_changed(sqlite_engine: Engine) -> None:
    with writing(sqlite_engine) as session:
        load_catalogue(session)
        load_network(session, 3, 200, lambda _done, _size: None)
    with reading(sqlite_engine) as session:
        people = session.scalars(filtered_experts(Filters())).all()
        assert len(people) == 200
        for person in people:
            assert person in session.scalars(filtered_experts(Filters(q=f"{person.given_name} {person.family_name}"))).all()
            assert ExpertCreate.model_validate(_stored(person)).email == person.email
