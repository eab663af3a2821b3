import json

import pytest
from fastapi.testclient import TestClient

from tests.applications import running_client
from tests.service.front.command_line.conftest import Run
from tests.service.synthetic_world import world_settings


def first_with_pairs(client: TestClient) -> str:
    return next(
        f"P{number:02d}" for number in range(1, 31) if client.get(f"/api/v1/products/P{number:02d}/pairs?limit=1").json()["total"] > 1
    )


def test_pairs_are_those_of_the_api_and_two_people_are_explained(run: Run, world_copy: str) -> None:
    with running_client(world_settings(world_copy)) as client:
        product = first_with_pairs(client)
        answer = client.get(f"/api/v1/products/{product}/pairs?limit=3").json()
    result = run("pair", product, "--limit", 3, "--json", "--database", world_copy)
    assert result.exit_code == 0, result.stderr
    assert json.loads(result.stdout) == {**answer, "next": None}
    first = answer["items"][0]
    who = ("--engineer", first["engineer"]["expert"]["id"], "--architect", first["architect"]["expert"]["id"])
    assert json.loads(run("pair", product, *who, "--json", "--database", world_copy).stdout)["pair"] == first
    told = run("pair", product, *who, "--lang", "vi", "--database", world_copy).stdout
    assert all(words in told for words in ("Năng lực", "Chọn cặp kế tiếp", "Chỉ để tham khảo"))
    table = run("pair", product, "--lang", "en", "--database", world_copy).stdout
    assert first["engineer"]["expert"]["id"] in table


@pytest.mark.parametrize(("words", "code"), [(("P99",), 1), (("G01",), 2), (("P01", "--engineer", "E1", "--architect", "E2"), 1)])
def test_questions_without_an_answer(run: Run, world_copy: str, words: tuple[str, ...], code: int) -> None:
    result = run("pair", *words, "--database", world_copy)
    assert (result.exit_code, result.stdout) == (code, "")


def test_a_person_who_cannot_be_named_gives_no_pair(run: Run, world_copy: str) -> None:
    result = run("pair", "P01", "--engineer", "E999999", "--lang", "en", "--database", world_copy)
    assert result.exit_code == 0
    assert "No pair:" in result.stdout
