"""The file of a backup: a ZIP archive with one member per table, a row a line, and last a manifest that seals them.

A file that was cut off has no end of archive, and a changed one does not give the sums of its manifest: neither is taken for a backup.
"""

import hashlib
import json
import os
import struct
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

FORMAT, FORMAT_VERSION = "vinmatch-backup", 1
MANIFEST = "manifest.json"
_ALWAYS_THE_SAME = (1980, 1, 1, 0, 0, 0)
# What reading a damaged archive can raise; a place outside the file is an OSError too.
_DAMAGE = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, KeyError, ValueError, RuntimeError, OSError)


class BackupFault(Exception):
    """A file is no sound backup, or must not be written or loaded; ``en`` and ``vi`` say why and what to do."""

    def __init__(self, en: str, vi: str) -> None:
        super().__init__(en)
        self.en, self.vi = en, vi


@dataclass(frozen=True, slots=True)
class TableInside:
    """One table: its columns with the kind of their values, how many rows, and the SHA-256 of their lines."""

    columns: Sequence[tuple[str, str]]
    rows: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What is in a backup, and of which moment and migration it is. ``events`` and ``last`` are the end of the audit."""

    made_at: str
    revision: str
    database: str
    events: int
    last: str
    tables: Mapping[str, TableInside]

    @property
    def rows(self) -> int:
        """Return the rows of all tables."""
        return sum(table.rows for table in self.tables.values())


class Writer:
    """Writes the members of a new archive."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self.tables: dict[str, TableInside] = {}

    def table(self, name: str, columns: Sequence[tuple[str, str]], rows: Iterable[Sequence[Any]]) -> None:
        """Write the rows of a table as they come."""
        digest, count = hashlib.sha256(), 0
        with self._archive.open(_member(f"{name}.jsonl"), "w", force_zip64=True) as member:
            for row in rows:
                line = (json.dumps(row, ensure_ascii=False, separators=(",", ":")) + "\n").encode()
                digest.update(line)
                member.write(line)
                count += 1
        self.tables[name] = TableInside(columns, count, digest.hexdigest())

    def close(self, **head: Any) -> None:
        """Write the manifest over everything written, and seal it."""
        manifest = Manifest(**head, tables=self.tables)
        text = json.dumps({"format": FORMAT, "format_version": FORMAT_VERSION, **asdict(manifest)}, sort_keys=True).encode()
        self._archive.writestr(_member(MANIFEST), text)
        self._archive.comment = hashlib.sha256(text).hexdigest().encode()


@contextmanager
def new_archive(file: Path, *, overwrite: bool = False) -> Iterator[Writer]:
    """Yield the writer of ``file``, which is there once all of it is on disk, and not at all after any error.

    Raises ``BackupFault`` where ``file`` exists and is not to be overwritten. Only its owner may read it: it holds people.
    """
    if file.exists() and not overwrite:
        raise BackupFault(
            f"{file} exists: name another file, or overwrite it with --force.",
            f"{file} đã có: hãy chọn tên khác, hoặc ghi đè bằng --force.",
        )
    partial = file.with_name(f".{file.name}.{os.getpid()}.partial")
    try:
        with os.fdopen(os.open(partial, os.O_CREAT | os.O_TRUNC | os.O_RDWR, 0o600), "w+b") as raw:
            with zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED) as archive:
                yield Writer(archive)
            raw.flush()
            os.fsync(raw.fileno())
        partial.replace(file)
        _sync_folder(file.parent)
    finally:
        partial.unlink(missing_ok=True)


class Backup:
    """A backup that was opened; its manifest is sound, its tables are checked while they are read."""

    def __init__(self, file: Path, archive: zipfile.ZipFile) -> None:
        self._file, self._archive = file, archive
        self.manifest = self._read_manifest()

    def rows(self, name: str) -> Iterator[list[Any]]:
        """Yield the rows of a table; raises ``BackupFault`` at the end where they are not those of the manifest."""
        digest, count, inside = hashlib.sha256(), 0, self.manifest.tables[name]
        try:
            with self._archive.open(f"{name}.jsonl") as member:
                for line in member:
                    digest.update(line)
                    count += 1
                    yield json.loads(line)
        except _DAMAGE:
            raise self._broken(name) from None
        if (count, digest.hexdigest()) != (inside.rows, inside.sha256):
            raise self._broken(name)

    def _read_manifest(self) -> Manifest:
        try:
            text = self._archive.read(MANIFEST)
        except _DAMAGE:
            raise no_backup(self._file) from None
        if hashlib.sha256(text).hexdigest().encode() != self._archive.comment:
            raise no_backup(self._file)
        said = json.loads(text)
        if said.pop("format") != FORMAT or said.pop("format_version") != FORMAT_VERSION:
            raise newer(self._file)
        tables = {name: TableInside(**inside) for name, inside in said.pop("tables").items()}
        return Manifest(**said, tables=tables)

    def _broken(self, name: str) -> BackupFault:
        return BackupFault(
            f"{self._file} is damaged in table {name}: take another backup.",
            f"{self._file} bị hỏng ở bảng {name}: hãy dùng bản sao lưu khác.",
        )


@contextmanager
def opened(file: Path) -> Iterator[Backup]:
    """Yield the backup in ``file``; raises ``BackupFault`` for anything else, ``OSError`` where it cannot be read."""
    with file.open("rb") as raw:
        try:
            archive = zipfile.ZipFile(raw)
        except _DAMAGE:
            raise no_backup(file) from None
        with archive:
            yield Backup(file, archive)


def no_backup(file: Path) -> BackupFault:
    """Return the fault of a file that is no whole backup."""
    return BackupFault(
        f"{file} is no whole backup: it was not made by `vinmatch backup`, or was cut off or changed.",
        f"{file} không phải bản sao lưu trọn vẹn: tệp không do `vinmatch backup` tạo, hoặc bị cắt, bị sửa.",
    )


def newer(file: Path) -> BackupFault:
    """Return the fault of a backup that only a newer version of the service understands."""
    return BackupFault(
        f"{file} was made by a newer version of the service: restore it with that version.",
        f"{file} do phiên bản mới hơn tạo ra: hãy khôi phục bằng phiên bản đó.",
    )


def _member(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, _ALWAYS_THE_SAME)
    info.compress_type = zipfile.ZIP_DEFLATED
    info.external_attr = 0o600 << 16
    return info


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
