import pytest
import sqlalchemy as sa
from fastapi.testclient import TestClient
from sqlalchemy.engine import Engine

from models.database import reading, writing
from models.experts import Expert
from models.search_key import folded
from seed.catalogue.loader import load_catalogue
from seed.network.loading import load_network
from service.people.profiles.operations import _stored
from service.people.profiles.queries import Filters, filtered_experts
from service.people.profiles.schemas import ExpertCreate
from tests.conftest import both
from tests.service.people.profiles.people import EXPERTS, add, version_of, wrong_fields


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
    ("uyen", []),
    ("somebody else", []),
    ("?!", []),
    ("\x00", []),
    ("Dỗ Hạnh", []),
    ("Hanh D.", [3]),
]


@both
def test_search_by_name_or_headline(four_people: TestClient) -> None:
    for q, people in SEARCHES:
        assert found(four_people, q=q) == people, q
    offered = four_people.get(EXPERTS, params={"q": "guyen"}).json()["items"]
    assert [(item["id"], item["near"]) for item in offered] == [("E000002", True), ("E000001", True)]


@pytest.fixture
def namesakes(client: TestClient) -> TestClient:
    for name in ("Trần Văn Dũng", "Trần Văn Dụng", "Dung Tran", "Trần Văn Dung", "T. V. Dũng", "Đỗ Thuỵ-Anh", "Lê Thị Dũngan"):
        add(client, display_name=name, family_name=name.split()[0], given_name=name.split()[-1])
    return client


def in_order(client: TestClient, q: str) -> list[int]:
    return [int(item["id"][1:]) for item in client.get(EXPERTS, params={"q": q}).json()["items"]]


@both
def test_the_same_accents_come_first_and_other_accents_never(namesakes: TestClient) -> None:
    assert in_order(namesakes, "Dũng")[:2] == [5, 1]
    assert set(in_order(namesakes, "Dũng")) == {1, 3, 4, 5, 7}
    assert in_order(namesakes, "dung")[:2] == [3, 4]
    assert set(in_order(namesakes, "dung")) == {1, 2, 3, 4, 5, 7}
    assert in_order(namesakes, "Trần Văn Dũng") == [1, 4, 5]


@both
def test_tones_hyphens_and_initials_are_written_in_many_ways(namesakes: TestClient) -> None:
    for q in ("Đỗ Thụy Anh", "Anh Do-Thuy", "ĐỖ THUỴ ANH", "Đ. T. Anh", "thụy"):
        assert in_order(namesakes, q) == [6], q


@both
def test_a_search_runs_over_pages_in_its_order(namesakes: TestClient) -> None:
    whole = in_order(namesakes, "dung")
    first = namesakes.get(EXPERTS, params={"q": "dung", "limit": 4})
    second = namesakes.get(first.links["next"]["url"]).json()
    assert [int(item["id"][1:]) for item in [*first.json()["items"], *second["items"]]] == whole
    assert (second["total"], second["next"]) == (len(whole), None)
    assert wrong_fields(namesakes.get(EXPERTS, params={"q": "dung", "cursor": "WyJhIl0"})) == ["cursor"]


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


@both
def test_filters_must_all_hold(four_people: TestClient) -> None:
    for filters, people in FILTERS:
        assert found(four_people, **filters) == people, filters


def test_a_wrong_filter_is_refused_by_name(client: TestClient) -> None:
    wrong = {"country": "de", "theme": '"', "language": "%", "role": "BOSS", "synthetic": "perhaps", "q": "a" * 201}
    for name, value in wrong.items():
        assert wrong_fields(client.get(EXPERTS, params={name: value})) == [name]


@both
def test_pages_run_by_name(four_people: TestClient) -> None:
    first = four_people.get(EXPERTS, params={"limit": 3})
    assert [item["display_name"] for item in first.json()["items"]] == ["An Nguyen", "Đỗ Thị Hạnh", "Karl_Heinz O'Neil"]
    second = four_people.get(first.links["next"]["url"]).json()
    assert ([item["display_name"] for item in second["items"]], second["total"], second["next"]) == (["Nguyễn Văn An"], 4, None)


@both
def test_a_changed_name_is_found_and_the_old_one_is_not(four_people: TestClient) -> None:
    change = {"display_name": "Hạnh Đỗ-Tanaka", "aliases": []}
    four_people.patch(f"{EXPERTS}/E000003", json=change, headers=version_of(four_people, "E000003"))
    assert found(four_people, q="tanaka") == [3]
    assert found(four_people, q="thi hanh") == []


def ways_to_write(person: Expert) -> list[str]:
    """Return names under which a person must be found: both orders, without accents, middle names left out or as initials, aliases."""
    family, given = person.family_name, person.given_name.split()
    shortened = f"{' '.join(f'{name[0]}.' for name in given[:-1])} {given[-1]} {family}"
    return [f"{family} {person.given_name}", folded(f"{person.given_name} {family}"), f"{family} {given[-1]}", shortened, *person.aliases]


def test_a_loaded_network_can_be_searched_and_every_person_of_it_changed(sqlite_engine: Engine) -> None:
    with writing(sqlite_engine) as session:
        load_catalogue(session)
        load_network(session, 3, 200, lambda _done, _size: None)
    with reading(sqlite_engine) as session:
        people = session.scalars(filtered_experts(sa.select(Expert), Filters())).all()
        assert len(people) == 200
        for person in people:
            for q in ways_to_write(person):
                assert person in session.scalars(filtered_experts(sa.select(Expert), Filters(q=q))).all(), q
            assert ExpertCreate.model_validate(_stored(person)).email == person.email
