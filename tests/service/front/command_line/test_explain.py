import json

from tests.service.front.command_line.conftest import Run


def first_person(run: Run, url: str) -> str:
    listed = json.loads(run("shortlist", "P01", "CE_PROJECT", "--limit", 1, "--everybody", "--json", "--database", url).stdout)
    person: str = listed["items"][0]["expert"]["id"]
    return person


def test_an_explanation_for_programs(run: Run, world_copy: str) -> None:
    person = first_person(run, world_copy)
    result = run("explain", "P01", "CE_PROJECT", person, "--json", "--database", world_copy)
    assert result.exit_code == 0, result.stderr
    assert json.loads(result.stdout)["expert"]["id"] == person


def test_an_explanation_for_people(run: Run, world_copy: str) -> None:
    result = run("explain", "P01", "CE_PROJECT", first_person(run, world_copy), "--lang", "vi", "--database", world_copy)
    assert result.exit_code == 0
    assert all(heading in result.stdout for heading in ("Vì sao", "Điều kiện", "Minh chứng", "Chỉ để tham khảo"))


def test_nobody_found_ends_with_one(run: Run, world_copy: str) -> None:
    result = run("explain", "P01", "CE_PROJECT", "E999999", "--database", world_copy)
    assert (result.exit_code, result.stdout) == (1, "")
    assert "There is no expert E999999." in result.stderr
