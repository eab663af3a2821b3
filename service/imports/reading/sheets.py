"""A sheet as a format gives it: numbered rows of words."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from service.imports.faults import Unreadable
from service.imports.reading.legacy_fonts import legacy_font

MOST_ROWS = 99_999
MOST_COLUMNS = 208  # up to GZ
Place = tuple[int, int]
"""Row and column of a cell, both from 0."""


@dataclass(frozen=True)
class Sheet:
    """``lines`` can be read once; ``merged`` holds the first and the last place of merged cells."""

    name: str
    lines: Iterator[tuple[int, list[str]]]
    merged: list[tuple[Place, Place]] = field(default_factory=list)


def check_font(text: str) -> None:
    """Raise ``Unreadable`` for text of a font before Unicode."""
    font = legacy_font(text)
    if font:
        raise in_font(font)


def in_font(font: str) -> Unreadable:
    """Return what is said of text in ``font``."""
    return Unreadable(
        f"Its text is of the font {font}, before Unicode: convert it to Unicode (UniKey: Ctrl+Shift+F6) and send it again.",
        f"Văn bản dùng phông {font}, không phải Unicode: hãy chuyển sang Unicode (UniKey: Ctrl+Shift+F6) rồi gửi lại.",
    )


def too_many_rows() -> Unreadable:
    """Return what is said of a table that is too long."""
    return Unreadable(
        f"It has more than {MOST_ROWS} rows: divide it into several files.", f"Tệp có quá {MOST_ROWS} dòng: hãy chia thành nhiều tệp."
    )


def too_many_columns() -> Unreadable:
    """Return what is said of a table that is too wide."""
    return Unreadable(
        f"It has more than {MOST_COLUMNS} columns: leave out those that are not needed.",
        f"Tệp có quá {MOST_COLUMNS} cột: hãy bỏ những cột không cần.",
    )
