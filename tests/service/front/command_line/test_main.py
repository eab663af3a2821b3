from pathlib import Path

import pytest

from service.front.command_line import migrate
from tests.service.front.command_line.conftest import Run

COMMANDS = ("demo", "serve", "work", "migrate", "seed", "shortlist", "explain", "assign", "evaluate")


def test_all_commands_are_listed(run: Run) -> None:
    result = run("--help")
    assert result.exit_code == 0
    assert all(command in result.stdout for command in COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(run: Run, command: str) -> None:
    result = run(command, "--help")
    assert result.exit_code == 0
    assert "Usage:" in result.stdout


@pytest.mark.parametrize("words", ["dance", "shortlist", "shortlist P01 BOSS", "seed --size 5", "serve --port 0"])
def test_wrong_use_ends_with_two(run: Run, words: str) -> None:
    assert run(*words.split()).exit_code == 2


def test_a_database_that_is_not_ready_is_named_in_plain_words(run: Run, tmp_path: Path) -> None:
    result = run("shortlist", "P01", "CE_PROJECT", "--database", f"sqlite:///{tmp_path / 'new.sqlite3'}")
    assert result.exit_code == 1
    assert result.stdout == ""
    assert "vinmatch migrate" in result.stderr
    assert "Traceback" not in result.stderr


def test_a_file_that_cannot_be_read_or_written_is_named_in_one_sentence(run: Run, sqlite_url: str, tmp_path: Path) -> None:
    result = run("erasures", "export", "/nonexistent/x", "--database", sqlite_url)
    assert (result.exit_code, result.stdout, isinstance(result.exception, SystemExit)) == (2, "", True)
    assert result.stderr.splitlines()[0] == "vinmatch: /nonexistent/x cannot be read or written: No such file or directory."
    binary = tmp_path / "ledger"
    binary.write_bytes(b"\xff\xfe")
    result = run("erasures", "replay", binary, "--database", sqlite_url)
    assert (result.exit_code, "UTF-8" in result.stderr, "Traceback" in result.stderr) == (2, True, False)


def test_a_fault_of_ours_is_one_sentence_with_its_place(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(migrate, "opened", lambda _: {}["Trần Mai"])
    result = run("migrate")
    assert (result.exit_code, "fault of the program" in result.stderr, "KeyError, test_main.py:" in result.stderr) == (1, True, True)
    assert [word for word in ("Traceback", "Trần Mai") if word in result.stderr] == []


@pytest.mark.parametrize("url", ["nonsense", "sqlite:////no/such/folder/x.sqlite3"])
def test_a_database_that_cannot_be_opened_is_no_traceback(run: Run, url: str) -> None:
    result = run("migrate", "--database", url)
    assert result.exit_code == 1
    assert result.stderr.startswith("vinmatch: ")
