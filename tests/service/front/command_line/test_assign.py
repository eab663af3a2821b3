import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.service.front.command_line.conftest import Run


@pytest.fixture
def words(tmp_path: Path) -> list[object]:
    """The options for two people and two seats."""
    tables = {
        "scores": "person,seat,score\nA,x,1\nA,y,0.8\nB,x,0.5\nB,y,0\n",
        "seats": "seat,demand\nx,1\ny,1\n",
        "people": "person,min,max\nA,0,1\nB,0,1\n",
    }
    for name, text in tables.items():
        (tmp_path / f"{name}.csv").write_text(text)
    return [word for name in tables for word in (f"--{name}", tmp_path / f"{name}.csv")] + ["--out", tmp_path / "out.csv"]


@pytest.mark.parametrize("objective", ["total", "worst-first"])
def test_an_assignment_is_written_and_told(run: Run, words: list[object], tmp_path: Path, objective: str) -> None:
    result = run("assign", *words, "--objective", objective, "--json")
    assert result.exit_code == 0, result.stderr
    told = json.loads(result.stdout)
    assert (told["objective"], told["value"], told["bound"], told["gap"], told["optimal"]) == (objective, 1.3, 1.3, 0.0, True)
    assert (told["lowest"], told["lowest_seat"], told["seats"], told["people_used"]) == (0.5, "x", 2, 2)
    assert (tmp_path / "out.csv").read_text() == "person,seat,score\nB,x,0.5\nA,y,0.8\n"


def test_people_read_lines(run: Run, words: list[object]) -> None:
    assert "value: 1.3" in run("assign", *words).stdout


def test_tiny_scores_are_solved_and_told(run: Run, words: list[object], tmp_path: Path) -> None:
    (tmp_path / "scores.csv").write_text("person,seat,score\nA,x,1e-12\nA,y,2e-12\nB,x,3e-12\nB,y,1e-12\n")
    told = json.loads(run("assign", *words, "--json").stdout)
    assert (told["value"], told["bound"], told["gap"], told["optimal"]) == (5e-12, 5e-12, 0.0, True)
    assert told["resolution"] < 1e-20
    assert (tmp_path / "out.csv").read_text() == "person,seat,score\nB,x,3e-12\nA,y,2e-12\n"


def test_what_is_too_small_beside_the_largest_is_named(run: Run, words: list[object], tmp_path: Path) -> None:
    (tmp_path / "scores.csv").write_text("person,seat,score\nA,x,1e-60\nA,y,2e-60\nB,x,1\nB,y,1e-60\n")
    told = json.loads(run("assign", *words, "--json").stdout)
    assert (told["optimal"], told["resolution"] < 1e-20) == (False, True)
    assert "2 scores of seats that take such lie below 1.6e-27" in told["note"]


def test_without_people_it_says_why_and_writes_nothing(run: Run, words: list[object], tmp_path: Path) -> None:
    (tmp_path / "seats.csv").write_text("seat,demand\nx,1\ny,2\n")
    result = run("assign", *words, "--json")
    assert result.exit_code == 1
    told = json.loads(result.stdout)
    assert told["complete"] is False
    assert told["diagnosis"]["open_seats"][0]["missing"] == 1
    assert "Would do" in result.stderr
    assert not (tmp_path / "out.csv").exists()


def test_a_bad_row_is_named_and_wrong_use(run: Run, words: list[object], tmp_path: Path) -> None:
    (tmp_path / "pin.csv").write_text("person,seat\nA,q\n")
    result = run("assign", *words, "--pin", tmp_path / "pin.csv")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "pin.csv:2: seat: 'q' is not among the seats; add it there" in result.stderr
    assert not (tmp_path / "out.csv").exists()


def test_it_needs_nothing_that_starts_slowly() -> None:
    program = "import sys, service.front.command_line.main, service.front.command_line.assign; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.split()
    assert not {"scipy", "pandas", "sklearn", "sqlalchemy", "fastapi", "rich"} & set(loaded)
