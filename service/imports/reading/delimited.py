"""CSV of any separator and of the encodings that spreadsheet programs write."""

import codecs
import csv
import io
import re
from collections.abc import Iterator

from service.imports.faults import Unreadable
from service.imports.reading.heading_words import IDENTITY, NAMES
from service.imports.reading.headings import field_of
from service.imports.reading.legacy_fonts import legacy_font
from service.imports.reading.sheets import Sheet, check_font, in_font
from service.imports.reading.windows_1258 import windows_1258

_SEPARATORS = ";\t,|"
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_FIRST = 8192
_FIRST_ROWS = 20
_SAID = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)  # Excel's way to say it, in a line above the table
_MOST_LETTERS_LOOKED_AT = 200_000


def sheets_of(content: bytes) -> list[Sheet]:
    """Return the one table of a CSV file; raises ``Unreadable``."""
    text = text_of(content)
    return [Sheet("", _lines(text, _separator(text)))]


def text_of(content: bytes) -> str:
    """Return ``content`` as text; raises ``Unreadable`` for another encoding, and for text of a font before Unicode."""
    try:
        text = content.decode(_encoding(content))
    except UnicodeDecodeError as error:
        windows = windows_1258(content)
        if windows is not None:
            return windows
        font = legacy_font(content[:_MOST_LETTERS_LOOKED_AT].decode("latin-1"))
        raise (
            in_font(font)
            if font
            else Unreadable(
                f"It is not text in UTF-8 or UTF-16 (byte {error.start + 1}): save it as “CSV UTF-8”.",
                f"Tệp không phải văn bản UTF-8 hay UTF-16 (byte {error.start + 1}): hãy lưu dạng “CSV UTF-8”.",
            )
        ) from None
    if "\0" in text:
        raise Unreadable("It is no text: it has zero bytes.", "Tệp không phải văn bản: có byte 0.")
    check_font(text)
    return text


def _lines(text: str, separator: str) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows with their numbers, a cell with line breaks being one row; raises ``Unreadable``."""
    csv.field_size_limit(2**31 - 1)  # how long a cell may be is said where it is read
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    try:
        for number, cells in enumerate(reader, 1):
            if not (number == 1 and _SAID.match(text)):
                yield number, cells
    except csv.Error as error:
        raise Unreadable(f"Row {reader.line_num} is broken: {error}.", f"Dòng {reader.line_num} bị hỏng: {error}.") from None


def _separator(text: str) -> str:
    """Return the separator under which some row of the first ones has most headings of a person, then most known ones.

    Where none has any, the commonest one.
    """
    said = _SAID.match(text)
    if said:
        return said[1]
    first = text[:_FIRST]
    return max(_SEPARATORS, key=lambda sign: (*_most_known(first, sign), first.count(sign)))


def _most_known(first: str, separator: str) -> tuple[int, int]:
    """Return how many headings of a person, and how many in all, the row with most of them has."""
    reader = csv.reader(io.StringIO(first, newline=""), delimiter=separator)
    most = (0, 0)
    try:
        for _, cells in zip(range(_FIRST_ROWS), reader, strict=False):
            fields = [field for cell in cells if (field := field_of(cell.strip()))]
            most = max(most, (sum(field in {*IDENTITY, *NAMES} for field in fields), len(fields)))
    except csv.Error:
        pass
    return most


def _encoding(content: bytes) -> str:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return encoding
    even, odd = content[:_FIRST:2].count(0), content[1:_FIRST:2].count(0)
    if max(even, odd) * 4 > min(len(content), _FIRST):
        return "utf-16-be" if even > odd else "utf-16-le"
    return "utf-8"
