import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.service.front.command_line.conftest import Run


def test_the_first_run_changes_and_the_second_does_not(run: Run, tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'new.sqlite3'}"
    first, second = (json.loads(run("migrate", "--json", "--database", url).stdout) for _ in range(2))
    assert (first["changed"], second["changed"]) == (True, False)
    assert first["migrations"] == second["migrations"] != []


def test_people_read_a_sentence(run: Run, tmp_path: Path) -> None:
    result = run("migrate", "--database", f"sqlite:///{tmp_path / 'new.sqlite3'}")
    assert (result.stdout, result.stderr) == ("", "The database was upgraded.\n")


def test_what_a_database_lacks_is_named_and_it_is_left_untouched(run: Run, sqlite_url: str) -> None:
    execute(sqlite_url, "DROP TABLE plan_adoption", "ALTER TABLE kept_answer DROP COLUMN body")
    result = run("migrate", "--database", sqlite_url)
    assert (result.exit_code, result.stdout) == (1, "")
    assert "nothing was changed. Missing tables: plan_adoption. Missing columns: kept_answer.body." in result.stderr
    assert "Thiếu bảng: plan_adoption. Thiếu cột: kept_answer.body." in result.stderr
    answer = run("migrate", "--json", "--database", sqlite_url)
    lacks = {"missing_tables": ["plan_adoption"], "missing_columns": ["kept_answer.body"], "different": []}
    assert (answer.exit_code, json.loads(answer.stdout)) == (1, {"changed": False, "refused": "different", **lacks})


def test_a_database_of_a_newer_version_is_refused(run: Run, sqlite_url: str) -> None:
    execute(sqlite_url, "UPDATE alembic_version SET version_num = '8888'")
    result = run("migrate", "--database", sqlite_url)
    assert result.exit_code == 1
    assert "install the newer program" in result.stderr


ON_A_DATABASE = (
    "shortlist P01 CE_PROJECT",
    "explain P01 CE_PROJECT E000001",
    "pair P01",
    "plan",
    "coverage",
    "conflicts E000001 P01",
    "work --once",
    "account create-administrator a@example.vn",
    "account link a@example.vn",
    "audit verify",
    "requests due",
    "retention due",
    "incidents due",
    "reviews due",
    "erasures export LEDGER",
    "erasures replay LEDGER",
)


@pytest.mark.parametrize("words", ON_A_DATABASE)
def test_a_command_without_a_database_says_what_to_do_and_makes_no_file(run: Run, words: str, tmp_path: Path) -> None:
    ledger = tmp_path / "ledger"
    ledger.touch()
    result = run(*words.replace("LEDGER", str(ledger)).split(), "--database", f"sqlite:///{tmp_path / 'absent.sqlite3'}")
    assert result.exit_code == 1
    assert "make an empty one with `vinmatch migrate`" in result.stderr
    assert list(tmp_path.iterdir()) == [ledger]


def execute(url: str, *statements: str) -> None:
    with closing(sqlite3.connect(url.removeprefix("sqlite:///"))) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()
