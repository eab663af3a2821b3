"""Titles, spellings and typing errors in a search by name."""

import pytest
from fastapi.testclient import TestClient

from tests.service.people.profiles.people import EXPERTS, add

LY = {"display_name": "Lý Mỹ Quý", "family_name": "Lý", "given_name": "Mỹ Quý"}


@pytest.fixture
def database_kind() -> str:
    return "sqlite"


def found(client: TestClient, q: str) -> list[tuple[str, bool]]:
    return [(one["display_name"], one["near"]) for one in client.get(EXPERTS, params={"q": q}).json()["items"]]


@pytest.fixture
def people(client: TestClient) -> TestClient:
    add(client, display_name="Khuất Văn Bình", family_name="Khuất", given_name="Văn Bình")
    add(client, display_name="Long Khuat", family_name="Khuat", given_name="Long")
    add(client, display_name="Ðặng Łukasz Weiß", family_name="Ðặng", given_name="Łukasz Weiß")
    add(client, **LY)
    return client


@pytest.mark.parametrize("title", ["GS.TS.", "PGS. TS", "TS.", "Dr.", "Prof.", "Ông"])
def test_a_title_is_passed_over(people: TestClient, title: str) -> None:
    assert found(people, f"{title} Khuất Văn Bình") == [("Khuất Văn Bình", False)]


@pytest.mark.parametrize("q", ["Đặng", "dang lukasz", "Weiss"])
def test_letters_that_look_like_others_are_found_as_these(people: TestClient, q: str) -> None:
    assert found(people, q) == [("Ðặng Łukasz Weiß", False)]


@pytest.mark.parametrize("q", ["Lí", "Mĩ", "Quí", "li mi", "Lý"])
def test_both_spellings_of_a_syllable_find_it(people: TestClient, q: str) -> None:
    assert found(people, q) == [("Lý Mỹ Quý", False)]


@pytest.mark.parametrize("q", ["Khuất Vna Binh", "Khuatt Văn Bình", "Khuất Văn Bìnhh", "Khuất Bihn"])
def test_a_typing_error_is_offered_near_names(people: TestClient, q: str) -> None:
    assert found(people, q)[0] == ("Khuất Văn Bình", True)


def test_a_longer_name_finds_the_shorter_record(people: TestClient) -> None:
    assert found(people, "Khuat Xuan Long") == [("Long Khuat", True)]


@pytest.mark.parametrize("q", ["Khuất Bỉnh", "Trương", "Xy Zw"])
def test_another_accent_or_another_name_is_not_near(people: TestClient, q: str) -> None:
    assert found(people, q) == []
