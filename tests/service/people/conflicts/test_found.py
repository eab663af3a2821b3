"""Ties that two records show, and a pasted list of names."""

from typing import Any

import pytest
from fastapi.testclient import TestClient
from sqlalchemy.engine import Engine

from models.database import writing
from tests.consent_texts import PROOF, consent_texts
from tests.service.people.profiles.people import EXPERTS, add

CHECK = "/api/v1/conflicts"
PAPER = {
    "kind": "publication",
    "language": "en",
    "title": "Sintering of zirconia insulators at low pressure",
    "source": "https://doi.org/10.1234/zro2",
    "starts": "2025-03-01",
}


@pytest.fixture
def database_kind() -> str:
    return "sqlite"


@pytest.fixture
def authors(client: TestClient, engine: Engine) -> TestClient:
    """E000001 and E000002 wrote a paper together, and nobody declared it; E000003 bears nearly the name of the first."""
    with writing(engine) as session:
        session.add_all(consent_texts("2026-01"))
    for name in ("Khuất Duy Hưng", "Ông Thế Vinh", "Khuất Duy Hùng"):
        words = name.split()
        person = add(client, display_name=name, family_name=words[0], given_name=" ".join(words[1:]))
        client.put(f"{EXPERTS}/{person}/consents/matching", json={"given": True, "text_version": "2026-01"} | PROOF)
    for person in ("E000001", "E000002"):
        assert client.post(f"{EXPERTS}/{person}/evidence", json=PAPER).status_code == 201
    return client


def pasted(client: TestClient, names: str) -> dict[str, Any]:
    answer = client.post(f"{CHECK}/names", json={"names": names})
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


def test_a_paper_of_two_people_is_a_tie_that_names_it(authors: TestClient) -> None:
    body = authors.get(CHECK, params={"expert": "E000001", "other": "E000002"}).json()
    (conflict,) = body["conflicts"]
    assert body["in_conflict"]
    assert (conflict["relation"], conflict["status"], len(conflict["evidence"])) == ("co_author", "detected", 2)
    assert "Sintering of zirconia insulators" in conflict["text"]["vi"]


def test_people_without_a_work_in_common_are_free_of_one_another(authors: TestClient) -> None:
    assert authors.get(CHECK, params={"expert": "E000001", "other": "E000003"}).json()["conflicts"] == []


def test_a_found_tie_can_be_dismissed(authors: TestClient) -> None:
    word = {"expert": "E000001", "other": "E000002", "relation": "co_author", "verdict": "dismissed", "reason": "Another of that name"}
    assert authors.post(f"{CHECK}/judgements", json=word).status_code == 201
    assert not authors.get(CHECK, params={"expert": "E000002", "other": "E000001"}).json()["in_conflict"]


def test_a_pasted_list_is_recognised_and_its_ties_are_told(authors: TestClient) -> None:
    body = pasted(authors, "GS.TS. Khuất Duy Hưng\nVinh The Ong; Đặng Văn Ngữ")
    assert [(one["line"], one["meant"]) for one in body["asked"]] == [
        ("GS.TS. Khuất Duy Hưng", "E000001"),
        ("Vinh The Ong", "E000002"),
        ("Đặng Văn Ngữ", None),
    ]
    assert [conflict["other"] for conflict in body["conflicts"]["E000001"]] == ["E000002"]


def test_a_name_of_several_people_is_taken_for_none(authors: TestClient) -> None:
    (asked,) = pasted(authors, "Khuat Duy Hung")["asked"]
    assert ([one["id"] for one in asked["known"]], asked["meant"]) == (["E000001", "E000003"], None)


def test_too_many_names_are_refused(authors: TestClient) -> None:
    assert authors.post(f"{CHECK}/names", json={"names": "\n".join(map(str, range(100)))}).status_code == 422


def test_the_page_shows_who_is_known_and_keeps_what_was_typed(authors: TestClient) -> None:
    page = authors.post("/conflicts/names", data={"names": "Khuất Duy Hưng\nÔng Thế Vinh"}, params={"lang": "en"}).text
    assert "Khuất Duy Hưng\nÔng Thế Vinh</textarea>" in page
    assert "Sintering of zirconia insulators" in page
