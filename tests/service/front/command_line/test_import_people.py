import json
from pathlib import Path

import pytest

from tests.service.front.command_line.conftest import Run

C44 = 'display_name,family_name,given_name,country,languages,email,orcid\n"Trần Thị Mai",Trần,"Thị Mai",VN,"vi;en",mai@example.vn,0000-0002-1825-0097\nSukarno,,Sukarno,ID,id,,\n'  # noqa: E501


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "people.csv"
    file.write_text(C44)
    return file


@pytest.fixture(autouse=True)
def _database(sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", sqlite_url)


def test_it_says_in_json_what_was_done_and_the_second_time_that_nothing_was(run: Run, file: Path) -> None:
    tried = run("import", file, "--dry-run", "--json")
    first, again = run("import", file, "--json"), run("import", file, "--json")
    assert json.loads(tried.stdout) == json.loads(first.stdout) == {"added": 2, "changed": 0, "unchanged": 0, "refused": []}
    assert json.loads(again.stdout) == {"added": 0, "changed": 0, "unchanged": 2, "refused": []}
    assert (tried.exit_code, first.exit_code, again.exit_code) == (0, 0, 0)


def test_a_refused_row_is_named_and_ends_with_1(run: Run, file: Path) -> None:
    file.write_text(C44.replace(",ID,", ",Nowhere,"))
    done = run("import", file, "--json")
    (refused,) = json.loads(done.stdout)["refused"]
    assert (done.exit_code, refused["row"], refused["column"]) == (1, 3, "country")
    assert "Nowhere" in refused["message"]


def test_people_read_it_too(run: Run, file: Path) -> None:
    file.write_text(C44.replace(",ID,", ",Nowhere,"))
    done = run("import", file, "--as-one")
    assert "dòng 3 / row 3 · country: “Nowhere”" in done.stdout
    assert "added 0" in done.stdout


@pytest.mark.parametrize("content", [b"%PDF-1.7", b"", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"a,b\n1,2\n"])
def test_a_file_that_cannot_be_read_ends_with_1_and_no_traceback(run: Run, file: Path, content: bytes) -> None:
    file.write_bytes(content)
    done = run("import", file, "--json")
    (refused,) = json.loads(done.stdout)["refused"]
    assert (done.exit_code, refused["row"], refused["column"]) == (1, 0, "")
    assert "Traceback" not in done.output


def test_a_mapping_that_is_not_there_is_said(run: Run, file: Path) -> None:
    done = run("import", file, "--mapping", "none such")
    assert done.exit_code != 0
    assert "none such" in done.output
