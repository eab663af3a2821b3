"""Which reader a file needs: told by its bytes, not by its name alone. One entry per kind of file; a new kind is one more entry."""

from collections.abc import Callable, Mapping
from enum import StrEnum

from service.imports.faults import Unreadable
from service.imports.reading import delimited, json_files, workbooks
from service.imports.reading.sheets import Sheet

Reader = Callable[[bytes], list[Sheet]]
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED = "EncryptedPackage".encode("utf-16-le")


class FileKind(StrEnum):
    """A kind of file that tables are read from."""

    CSV = "csv"
    XLSX = "xlsx"
    JSON = "json"


READERS: Mapping[FileKind, Reader] = {
    FileKind.CSV: delimited.sheets_of,
    FileKind.XLSX: workbooks.sheets_of,
    FileKind.JSON: json_files.sheets_of,
}
_OTHERS = {
    b"%PDF": ("a PDF", "tệp PDF"),
    b"\x89PNG": ("a picture", "hình ảnh"),
    b"\xff\xd8\xff": ("a picture", "hình ảnh"),
    b"{\\rtf": ("a text document (RTF)", "văn bản RTF"),
    b"Rar!": ("a RAR archive", "tệp nén RAR"),
    b"7z\xbc\xaf": ("a 7-Zip archive", "tệp nén 7-Zip"),
    b"\x1f\x8b": ("a gzip archive", "tệp nén gzip"),
}


def kind_of(content: bytes, name: str) -> FileKind:
    """Return which kind of file ``content`` is; ``name`` decides only what bytes cannot. Raises ``Unreadable`` for any other kind."""
    if not content.strip(b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n"):
        raise Unreadable("The file is empty.", "Tệp trống.")
    if content.startswith(_OLE):
        raise workbooks.locked() if _LOCKED in content else _of_old_kind()
    for start, (en, vi) in _OTHERS.items():
        if content.startswith(start):
            raise Unreadable(f"It is {en}: send a CSV, XLSX or JSON file.", f"Đây là {vi}: hãy gửi tệp CSV, XLSX hoặc JSON.")
    if content.startswith(b"PK"):
        return FileKind.XLSX
    if name.lower().endswith(".json") or content.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in {b"{", b"["}:
        return FileKind.JSON
    if content.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"<":
        raise Unreadable(
            "It is XML or a web page: open it in a spreadsheet program and save it as XLSX.",
            "Tệp là XML hoặc trang web: hãy mở bằng phần mềm bảng tính và lưu dạng XLSX.",
        )
    return FileKind.CSV


def sheets_of(content: bytes, kind: FileKind) -> list[Sheet]:
    """Return the sheets of a file; raises ``Unreadable``, also while their rows are read."""
    return READERS[kind](content)


def _of_old_kind() -> Unreadable:
    return Unreadable(
        "It is a workbook of the old kind (.xls): open it and save it as XLSX.",
        "Bảng tính dạng cũ (.xls): hãy mở và lưu lại dạng XLSX.",
    )
