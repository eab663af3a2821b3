import json
from pathlib import Path

from tests.service.command_line.conftest import Run


def test_the_first_run_changes_and_the_second_does_not(run: Run, tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'new.sqlite3'}"
    first, second = (json.loads(run("migrate", "--json", "--database", url).stdout) for _ in range(2))
    assert (first["changed"], second["changed"]) == (True, False)
    assert first["migrations"] == second["migrations"] != []


def test_people_read_a_sentence(run: Run, tmp_path: Path) -> None:
    result = run("migrate", "--database", f"sqlite:///{tmp_path / 'new.sqlite3'}")
    assert (result.stdout, result.stderr) == ("", "The database was upgraded.\n")
