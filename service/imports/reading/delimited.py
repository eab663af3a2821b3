"""CSV of any separator and of the encodings that spreadsheet programs write."""

import codecs
import csv
import io
from collections.abc import Iterator

from service.imports.faults import Unreadable
from service.imports.reading.legacy_fonts import legacy_font

_SEPARATORS = ";\t,|"
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_FIRST = 4096


def text_of(content: bytes) -> str:
    """Return ``content`` as text; raises ``Unreadable`` for another encoding, and for text of a font before Unicode."""
    try:
        text = content.decode(_encoding(content))
    except UnicodeDecodeError as error:
        font = legacy_font(content.decode("latin-1"))
        raise (
            _in_font(font)
            if font
            else Unreadable(
                f"It is not text in UTF-8 or UTF-16 (byte {error.start + 1}): save it as “CSV UTF-8”.",
                f"Tệp không phải văn bản UTF-8 hay UTF-16 (byte {error.start + 1}): hãy lưu dạng “CSV UTF-8”.",
            )
        ) from None
    if "\0" in text:
        raise Unreadable("It is no text: it has zero bytes.", "Tệp không phải văn bản: có byte 0.")
    font = legacy_font(text[:200_000])
    if font:
        raise _in_font(font)
    return text


def lines_of(text: str) -> Iterator[tuple[int, list[str]]]:
    """Yield the lines of ``text`` with the number of the row, cells with line breaks being one row; raises ``Unreadable``."""
    csv.field_size_limit(2**31 - 1)  # how long a cell may be is said where it is read
    first = text[:_FIRST]
    separator = max(_SEPARATORS, key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    try:
        yield from enumerate(reader, 1)
    except csv.Error as error:
        raise Unreadable(f"Row {reader.line_num} is broken: {error}.", f"Dòng {reader.line_num} bị hỏng: {error}.") from None


def _encoding(content: bytes) -> str:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return encoding
    even, odd = content[:_FIRST:2].count(0), content[1:_FIRST:2].count(0)
    if max(even, odd) * 4 > min(len(content), _FIRST):
        return "utf-16-be" if even > odd else "utf-16-le"
    return "utf-8"


def _in_font(font: str) -> Unreadable:
    return Unreadable(
        f"Its text is of the font {font}, before Unicode: convert it to Unicode (UniKey: Ctrl+Shift+F6) and send it again.",
        f"Văn bản dùng phông {font}, không phải Unicode: hãy chuyển sang Unicode (UniKey: Ctrl+Shift+F6) rồi gửi lại.",
    )
