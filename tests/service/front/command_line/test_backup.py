"""Backups by command: written, tried out, restored; what goes wrong is said in a sentence."""

import json
from pathlib import Path

import pytest

from service.front.command_line import backup as command
from tests.service.front.command_line.conftest import Run


def test_a_backup_is_written_tried_out_and_restored(run: Run, sqlite_url: str, tmp_path: Path) -> None:
    file, new = tmp_path / "a.backup", f"sqlite:///{tmp_path / 'new.sqlite3'}"
    written = run("backup", file, "--json", "--database", sqlite_url)
    assert written.exit_code == 0, written.stderr
    told = json.loads(written.stdout)
    assert (told["sound"], told["file"], told["rows"]) == (True, str(file), sum(told["tables"].values()))
    assert json.loads(run("backup", "--verify", file, "--json").stdout) == told
    restored = run("restore", file, "--database", new)
    assert (restored.exit_code, restored.stdout) == (0, "")
    assert restored.stderr.startswith("Restored / Đã khôi phục")


def test_what_is_there_is_not_overwritten(run: Run, sqlite_url: str, tmp_path: Path) -> None:
    file = tmp_path / "a.backup"
    file.write_text("mine", encoding="utf-8")
    refused = run("backup", file, "--database", sqlite_url)
    assert (refused.exit_code, "--force" in refused.stderr, file.read_text(encoding="utf-8")) == (2, True, "mine")
    assert run("backup", file, "--force", "--database", sqlite_url).exit_code == 0


@pytest.mark.parametrize("words", [("backup", "--verify"), ("restore",)])
def test_a_wrong_file_is_told_in_both_languages(run: Run, tmp_path: Path, words: tuple[str, ...]) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7")
    result = run(*words, tmp_path / "a.pdf", *(() if "--verify" in words else ("--database", f"sqlite:///{tmp_path / 'n.sqlite3'}")))
    assert (result.exit_code, "no whole backup" in result.stderr, "không phải bản sao lưu" in result.stderr) == (2, True, True)
    missing = run(*words, tmp_path / "none.backup")
    assert (missing.exit_code, "cannot be read" in missing.stderr, "Traceback" in missing.stderr) == (2, True, False)


def test_a_full_disk_is_told(run: Run, sqlite_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device", str(tmp_path / "a.backup"))

    monkeypatch.setattr(command, "dump", full)
    result = run("backup", tmp_path / "a.backup", "--database", sqlite_url)
    assert (result.exit_code, "No space left on device" in result.stderr) == (2, True)
