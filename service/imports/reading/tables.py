"""A table as it was read: headings, and rows of words with their numbers."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from service.imports.faults import Unreadable
from service.imports.reading.headings import field_of

MOST_LETTERS = 20_000  # of one cell: more than any field takes
MOST_COLUMNS = 200
_ROWS_SEARCHED = 10  # above the headings stand titles and merged cells


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its number in the file, and the words under each heading."""

    number: int
    cells: dict[str, str]


@dataclass(frozen=True, slots=True)
class Table:
    """``headings`` are as the file writes them, in its order."""

    headings: tuple[str, ...]
    rows: tuple[Row, ...]


def table_of(lines: Iterable[tuple[int, Sequence[str]]], most_rows: int) -> Table:
    """Return the numbered ``lines`` as a table; raises ``Unreadable``. Empty lines are passed over."""
    filled = [(number, [cell.strip() for cell in cells]) for number, cells in lines if any(cell.strip() for cell in cells)]
    at = _headings_at([cells for _, cells in filled])
    headings = _checked(filled[at][1])
    if len(filled) - at - 1 > most_rows:
        raise Unreadable(
            f"It has {len(filled) - at - 1} rows, more than {most_rows}: divide it into several files.",
            f"Tệp có {len(filled) - at - 1} dòng, quá {most_rows}: hãy chia thành nhiều tệp.",
        )
    rows = (Row(number, dict(zip(headings, cells, strict=False))) for number, cells in filled[at + 1 :])
    return Table(tuple(headings), tuple(rows))


def _headings_at(lines: list[list[str]]) -> int:
    """Return which of the first lines has the most headings that are known."""
    known = [sum(field_of(cell) is not None for cell in cells) for cells in lines[:_ROWS_SEARCHED]]
    if not known or max(known) < 1:
        raise Unreadable(
            "No row of headings is known, such as Họ và tên, Email, or name, e-mail: take those of the template.",
            "Không thấy dòng tiêu đề quen thuộc, ví dụ Họ và tên, Email: hãy dùng tiêu đề của tệp mẫu.",
        )
    return known.index(max(known))


def _checked(headings: list[str]) -> list[str]:
    while headings and not headings[-1]:
        headings.pop()
    if len(headings) > MOST_COLUMNS:
        raise Unreadable(f"It has more than {MOST_COLUMNS} columns.", f"Tệp có quá {MOST_COLUMNS} cột.")
    meant = [field_of(heading) or heading for heading in headings if heading]
    double = sorted({heading for heading in headings if heading and meant.count(field_of(heading) or heading) > 1})
    if double:
        named = ", ".join(double)
        raise Unreadable(f"Columns that mean the same: {named}. Keep one.", f"Các cột trùng nghĩa: {named}. Hãy giữ lại một cột.")
    return headings
