"""Tables that are drawn with lines on a page of a PDF: each of their rows becomes one line of cells."""

from collections.abc import Sequence
from typing import Any

from service.imports.formats.cv.headings import section_of
from service.imports.formats.cv.words import Word, rows_of, text_of

_Box = tuple[float, float, float, float]
_MOST_LINES = 5_000  # drawn on one page: more are a drawing, not a table


def with_tables(page: Any, words: Sequence[Word]) -> list[Word]:
    """Return ``words`` with those inside a ruled table replaced by one for each of its rows."""
    if len(page.lines) + len(page.rects) + len(page.curves) > _MOST_LINES:
        return list(words)
    left = list(words)
    for table in page.find_tables():
        rows = _rows(table, left)
        if rows is not None:
            inside = {id(word) for row in rows for cell in row for word in cell}
            number = page.page_number * 100 + len(left) % 100 + 1
            left = [word for word in left if id(word) not in inside]
            left += [joined for row in rows if (joined := _joined(row, number)) is not None]
    return left


def _rows(table: Any, words: list[Word]) -> list[list[list[Word]]] | None:
    """Return the words of each cell of each row; None for a box around a part of the page."""
    boxes = [row.cells for row in table.rows]
    if len(boxes) < 2 or max(sum(box is not None for box in row) for row in boxes) < 2:
        return None
    rows = [[[word for word in words if box and _within(word, box)] for box in row] for row in boxes]
    filled = [row for row in rows if sum(bool(cell) for cell in row) > 1]
    if len(filled) < 2 or any(_holds_headings(cell) for row in rows for cell in row):
        return None
    return rows


def _within(word: Word, box: _Box) -> bool:
    middle = (word.left + word.right) / 2
    return box[0] <= middle <= box[2] and box[1] <= word.middle <= box[3]


def _holds_headings(cell: list[Word]) -> bool:
    rows = rows_of(cell)
    return len(rows) > 2 and any(section_of(text_of(row)) for row in rows)


def _joined(row: list[list[Word]], number: int) -> Word | None:
    words = [word for cell in row for word in cell]
    if not words:
        return None
    cells = tuple(" ".join(text_of(line) for line in rows_of(cell)) for cell in row)
    top, bottom = min(word.top for word in words), max(word.bottom for word in words)
    size = min(word.size for word in words)
    box = (min(word.left for word in words), max(word.right for word in words))
    return Word("  ".join(cell for cell in cells if cell), *box, top, bottom, size, bold=False, cells=cells, table=number)
