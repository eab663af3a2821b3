"""A file is a backup when all of it is there and nothing else."""

import errno
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from models.backups.archive import BackupFault, new_archive, opened

HEAD = {"made_at": "2026-10-01T08:30:00+00:00", "revision": "0001", "database": "sqlite", "events": 0, "last": "0" * 64}


def written(file: Path, *rows: list[Any]) -> Path:
    with new_archive(file) as archive:
        archive.table("person", [("name", "plain")], rows)
        archive.close(**HEAD)
    return file


def test_rows_come_back(tmp_path: Path) -> None:
    with opened(written(tmp_path / "a", ["An"], ["Bình"])) as backup:
        assert list(backup.rows("person")) == [["An"], ["Bình"]]
        assert backup.manifest.rows == 2


def test_the_same_content_gives_the_same_bytes(tmp_path: Path) -> None:
    assert written(tmp_path / "a", ["An"]).read_bytes() == written(tmp_path / "b", ["An"]).read_bytes()


def test_only_its_owner_may_read_it(tmp_path: Path) -> None:
    assert written(tmp_path / "a").stat().st_mode & 0o777 == 0o600


def test_no_beginning_of_a_backup_is_taken_for_one(tmp_path: Path) -> None:
    whole = written(tmp_path / "a", *([str(number)] for number in range(100))).read_bytes()
    for length in range(len(whole)):
        (tmp_path / "cut").write_bytes(whole[:length])
        with pytest.raises(BackupFault, match="no whole backup"), opened(tmp_path / "cut"):
            pass


def test_no_changed_byte_goes_unseen(tmp_path: Path) -> None:
    whole = written(tmp_path / "a", *([str(number)] for number in range(30))).read_bytes()
    unseen = []
    for place in range(len(whole)):
        (tmp_path / "b").write_bytes(whole[:place] + bytes([whole[place] ^ 0x21]) + whole[place + 1 :])
        try:
            with opened(tmp_path / "b") as backup:
                if list(backup.rows("person")) == [[str(number)] for number in range(30)]:
                    unseen.append(place)  # a date or a flag of the container, which says nothing of the content
        except BackupFault:
            continue
    assert len(unseen) < len(whole) / 4


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"%PDF-1.7", b"SQLite format 3\x00"])
def test_another_file_is_no_backup(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a").write_bytes(content)
    with pytest.raises(BackupFault, match="no whole backup"), opened(tmp_path / "a"):
        pass


def test_another_archive_is_no_backup(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("manifest.json", "[]")
    with pytest.raises(BackupFault, match="no whole backup"), opened(tmp_path / "a.zip"):
        pass


def test_an_existing_file_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("mine", encoding="utf-8")
    with pytest.raises(BackupFault, match="exists"):
        written(tmp_path / "a")
    assert (tmp_path / "a").read_text(encoding="utf-8") == "mine"


def test_a_full_disk_leaves_no_file(tmp_path: Path) -> None:
    def rows() -> Iterator[list[Any]]:
        yield ["An"]
        raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.raises(OSError, match="No space"), new_archive(tmp_path / "a") as archive:
        archive.table("person", [("name", "plain")], rows())
    assert list(tmp_path.iterdir()) == []
