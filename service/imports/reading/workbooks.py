"""XLSX: the values of the sheets; formulas come as what they gave when the file was saved."""

import io
import zipfile
from collections.abc import Iterator
from datetime import date, datetime

from python_calamine import CalamineError, CalamineWorkbook

from service.imports.faults import Unreadable
from service.imports.reading.legacy_fonts import legacy_font

UNPACKED_LIMIT = 500_000_000  # bytes: what a small file may grow to


def sheets_of(content: bytes) -> dict[str, list[tuple[int, list[str]]]]:
    """Return the numbered rows of every visible sheet; raises ``Unreadable``."""
    _check_size(content)
    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(content))
        found = {name: list(_lines(workbook, name)) for name in workbook.sheet_names}
    except (CalamineError, OSError, ValueError, BaseException) as error:
        if isinstance(error, KeyboardInterrupt | SystemExit | MemoryError | Unreadable):
            raise
        raise Unreadable(
            "The workbook cannot be opened: save it again as XLSX.", "Không mở được bảng tính: hãy lưu lại dạng XLSX."
        ) from None
    for rows in found.values():
        font = legacy_font("\n".join(" ".join(cells) for _, cells in rows[:500]))
        if font:
            raise Unreadable(
                f"Its text is of the font {font}, before Unicode: convert it to Unicode.",
                f"Văn bản dùng phông {font}, không phải Unicode: hãy chuyển sang Unicode.",
            )
    return found


def _check_size(content: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            size = sum(item.file_size for item in packed.infolist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        raise Unreadable("It is no workbook: save it again as XLSX.", "Tệp không phải bảng tính: hãy lưu lại dạng XLSX.") from None
    if size > UNPACKED_LIMIT:
        raise Unreadable("Unpacked it is too large: divide it.", "Tệp giải nén quá lớn: hãy chia nhỏ.")


def _lines(workbook: CalamineWorkbook, name: str) -> Iterator[tuple[int, list[str]]]:
    for number, cells in enumerate(workbook.get_sheet_by_name(name).to_python(skip_empty_area=False), 1):
        yield number, [_words(cell) for cell in cells]


def _words(cell: object) -> str:
    match cell:
        case bool():
            return "true" if cell else "false"
        case float() if cell.is_integer():
            return str(int(cell))
        case datetime():
            return cell.date().isoformat()
        case date():
            return cell.isoformat()
        case _:
            return str(cell)
