import json

import pytest

from tests.applications import running_client
from tests.service.front.command_line.conftest import Run
from tests.service.synthetic_world import world_settings


def test_the_map_is_that_of_the_api(run: Run, world_copy: str) -> None:
    result = run("coverage", "--json", "--database", world_copy)
    assert result.exit_code == 0, result.stderr
    with running_client(world_settings(world_copy)) as client:
        answer = client.get("/api/v1/coverage").json()
    assert json.loads(result.stdout) == answer
    gaps = json.loads(run("coverage", "--json", "--gaps", "--database", world_copy).stdout)
    assert gaps["cells"] == [cell for cell in answer["cells"] if cell["unmet"] or cell["alone"]]


def test_people_read_a_table(run: Run, world_copy: str) -> None:
    result = run("coverage", "--gaps", "--lang", "vi", "--database", world_copy)
    assert result.exit_code == 0, result.stderr
    assert "✗ chưa có ai" in result.stdout


@pytest.mark.parametrize(
    ("lang", "titles"), [("vi", ["# Phiếu tìm chuyên gia"]), ("both", ["# Phiếu tìm chuyên gia", "# Recruiting brief"])]
)
def test_a_brief_is_a_document(run: Run, world_copy: str, lang: str, titles: list[str]) -> None:
    result = run("coverage", "P01", "CA_PROJECT", "--lang", lang, "--database", world_copy)
    assert [line.split(":")[0] for line in result.stdout.splitlines() if line.startswith("# ")] == titles


def test_a_brief_for_programs(run: Run, world_copy: str) -> None:
    result = run("coverage", "P01", "CA_PROJECT", "--json", "--database", world_copy)
    assert json.loads(result.stdout)["subject"]["id"] == "P01"


@pytest.mark.parametrize(("words", "code"), [(["P01"], 2), (["P99", "CE_PROJECT"], 1), (["P01", "CE_PROJECT", "--capability", "x"], 2)])
def test_questions_without_an_answer(run: Run, world_copy: str, words: list[str], code: int) -> None:
    result = run("coverage", *words, "--database", world_copy)
    assert (result.exit_code, result.stdout) == (code, "")
    assert "vinmatch: " in result.stderr
