"""What a workbook is packed as: checked before it is opened, so that a small file cannot grow without end."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator

from service.imports.faults import Unreadable
from service.imports.reading.sheets import too_many_columns, too_many_rows

UNPACKED_LIMIT = 250_000_000  # bytes
_MOST_PARTS = 2_000
_CHUNK = 1 << 20
_OVERLAP = 400  # a cell's beginning is shorter
# A filled cell from row 100,000 on, or beyond column GZ: a reader keeps every place up to it, so that two cells could fill the memory.
_FAR_ROW = re.compile(rb"""<(?:\w+:)?c\b[^<>]*?\br=["'][A-Z]{1,3}\d{6,}["'][^<>]*(?<!/)>""")
_FAR_COLUMN = re.compile(rb"""<(?:\w+:)?c\b[^<>]*?\br=["'](?:[A-Z]{3}|[H-Z][A-Z])\d+["'][^<>]*(?<!/)>""")


def check_package(content: bytes) -> None:
    """Raise ``Unreadable`` for what is no workbook, grows too large when it is unpacked, or is too long or too wide."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            _check(packed)
    except (zipfile.BadZipFile, zlib.error, ValueError, NotImplementedError, EOFError, RuntimeError, OSError):
        raise Unreadable("It is no workbook: save it again as XLSX.", "Tệp không phải bảng tính: hãy lưu lại dạng XLSX.") from None


def _check(packed: zipfile.ZipFile) -> None:
    parts = packed.infolist()
    names = {part.filename.lstrip("/") for part in parts}
    if "xl/workbook.xml" not in names:
        raise Unreadable(
            "It is no XLSX workbook: open it in a spreadsheet program and save it as XLSX.",
            "Tệp không phải bảng tính XLSX: hãy mở bằng phần mềm bảng tính và lưu dạng XLSX.",
        )
    if len(parts) > _MOST_PARTS or len(names) < len(parts):
        raise Unreadable("The workbook has too many parts: save it again.", "Bảng tính có quá nhiều thành phần: hãy lưu lại.")
    size = 0
    for part in parts:
        for chunk in _unpacked(packed, part):
            size += len(chunk)
            if size > UNPACKED_LIMIT:
                raise Unreadable("Unpacked it is too large: divide it.", "Tệp giải nén quá lớn: hãy chia nhỏ.")


def _unpacked(packed: zipfile.ZipFile, part: zipfile.ZipInfo) -> Iterator[bytes]:
    """Yield the true content of ``part``, whatever size the package says that it has."""
    part.file_size = UNPACKED_LIMIT + _CHUNK
    before = b""
    with packed.open(part) as file:
        while chunk := file.read(_CHUNK):
            _check_places(before + chunk)  # whatever the part is called: the workbook says which are its sheets
            before = chunk[-_OVERLAP:]
            yield chunk


def _check_places(text: bytes) -> None:
    if _FAR_ROW.search(text):
        raise too_many_rows()
    if _FAR_COLUMN.search(text):
        raise too_many_columns()
