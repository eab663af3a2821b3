import json

import pytest

from models.database import make_engine
from tests.applications import running_client
from tests.service.front.command_line.conftest import Run
from tests.service.synthetic_world import let_nobody_fit, world_settings


def test_the_list_is_that_of_the_api(run: Run, world_copy: str) -> None:
    result = run("shortlist", "P01", "CE_PROJECT", "--limit", 3, "--json", "--database", world_copy)
    assert result.exit_code == 0, result.stderr
    with running_client(world_settings(world_copy)) as client:
        answer = client.get("/api/v1/products/P01/recommendations?role=CE_PROJECT&limit=3").json()
    assert json.loads(result.stdout) == {**answer, "next": None}


@pytest.mark.parametrize(("lang", "words"), [("vi", "200 người"), ("en", "200 people"), ("both", "200 người")])
def test_people_read_a_table(run: Run, world_copy: str, lang: str, words: str) -> None:
    result = run("shortlist", "G03", "CE_SYSTEM", "--everybody", "--limit", 2, "--lang", lang, "--database", world_copy)
    assert result.exit_code == 0
    assert words in result.stdout
    assert "* synthetic / hồ sơ giả định" in result.stdout


def test_nobody_is_a_right_answer(run: Run, world_copy: str) -> None:
    engine = make_engine(world_copy)
    let_nobody_fit(engine)
    engine.dispose()
    result = run("shortlist", "P01", "CA_PROJECT", "--lang", "en", "--database", world_copy)
    assert result.exit_code == 0
    assert "No suitable candidate" in result.stdout


@pytest.mark.parametrize(("subject", "role", "code"), [("P99", "CE_PROJECT", 1), ("P01", "CE_SYSTEM", 2), ("H01", "CE_SYSTEM", 1)])
def test_questions_without_an_answer(run: Run, world_copy: str, subject: str, role: str, code: int) -> None:
    result = run("shortlist", subject, role, "--database", world_copy)
    assert (result.exit_code, result.stdout) == (code, "")
    assert result.stderr.count("vinmatch: ") == 2
