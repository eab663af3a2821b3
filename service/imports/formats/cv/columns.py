"""Columns of a page: which of its rows are read down the left side first, and then down the right one."""

from collections.abc import Sequence
from dataclasses import dataclass

from service.imports.formats.cv.dates import date_in
from service.imports.formats.cv.headings import section_of
from service.imports.formats.cv.words import Row, Word, cells_of, rows_of, text_of

_GUTTER = 9.0  # points: the narrowest space between two columns
_STEP = 3.0
_FEWEST_ROWS = 4
_NEAR = 1.7  # sizes of the letters: the next line of the same text


@dataclass(frozen=True, slots=True)
class Part:
    """Rows of the page that belong together: ``column`` is None across the page, else 0 for the left column and 1 for the right one."""

    rows: list[Row]
    column: int | None = None
    gutter: float = 0.0


def parts_of(words: Sequence[Word], width: float, expected: float | None = None) -> list[Part]:
    """Return the parts of a page from top to bottom; ``expected`` is where the page before had its gutter."""
    rows = rows_of(words)
    found = _columns(rows, width, expected)
    if found is None:
        return [Part(rows)] if rows else []
    gutter, begin, finish = found
    inside = [word for row in rows[begin:finish] for word in row]
    left = rows_of([word for word in inside if word.right <= gutter])
    right = rows_of([word for word in inside if word.right > gutter])
    around = [Part(rows[:begin]), Part(left, 0, gutter), Part(right, 1, gutter)]
    below = [word for row in rows[finish:] for word in row]
    return [part for part in around if part.rows] + (parts_of(below, width) if below else [])


def _columns(rows: list[Row], width: float, expected: float | None) -> tuple[float, int, int] | None:
    """Return where the gutter is and from which row to which, that of most rows; None on a page with one column."""
    best: tuple[int, float, int, int] | None = None
    places = [width * 0.18 + step * _STEP for step in range(int(width * 0.64 / _STEP))]
    for gutter in places:
        for begin, finish in _free(rows, gutter):
            if (best is None or finish - begin > best[0]) and _reads_as_columns(rows[begin:finish], gutter, expected):
                best = (finish - begin, gutter, begin, finish)
    return best[1:] if best else None


def _free(rows: list[Row], gutter: float) -> list[tuple[int, int]]:
    """Return the longest runs of rows in which no word stands on the gutter."""
    runs, begin = [], 0
    for place, row in enumerate([*rows, None]):
        if row is None or any(word.left < gutter + _GUTTER / 2 and word.right > gutter - _GUTTER / 2 for word in row):
            if place - begin >= _FEWEST_ROWS:
                runs.append((begin, place))
            begin = place + 1
    return runs


def _reads_as_columns(rows: list[Row], gutter: float, expected: float | None) -> bool:
    """Return whether both sides are read on their own: each has a heading, or the page before had this gutter.

    Dates that stand beside what they date, and the columns of a table, are no columns of the page.
    """
    sides = [rows_of([word for row in rows for word in row if (word.right <= gutter) is left]) for left in (True, False)]
    if any(len(side) < _FEWEST_ROWS for side in sides) or _dates_stand_apart(sides[0], sides[1]):
        return False
    headed = [any(section_of(text_of(cells_of(row)[0])) for row in side if len(cells_of(row)) == 1) for side in sides]
    if all(headed):
        return not _all_dates(sides[0]) and not _all_dates(sides[1])
    return expected is not None and abs(expected - gutter) < 3 * _GUTTER and not _all_dates(sides[0])


def _dates_stand_apart(left: list[Row], right: list[Row]) -> bool:
    """Return whether most dates on the left stand alone beside a line on the right, with nothing of their own below or above."""
    heights = [row[0].middle for row in right]
    dated = [at for at, row in enumerate(left) if (found := date_in(text_of(row))) and found.finish - found.begin > len(text_of(row)) - 3]
    alone = [
        at
        for at in dated
        if any(abs(left[at][0].middle - height) < 2 for height in heights)
        and not any(_is_near(left[at], left[other]) for other in (at - 1, at + 1) if 0 <= other < len(left))
    ]
    return len(dated) > 1 and len(alone) > 0.5 * len(dated)


def _is_near(row: Row, other: Row) -> bool:
    return abs(row[0].middle - other[0].middle) < _NEAR * row[0].size and section_of(text_of(other)) is None


def _all_dates(side: list[Row]) -> bool:
    """Return whether most rows of a side say when, and little else."""
    dates = [found for row in side if (found := date_in(text_of(row))) and len(text_of(row)) - (found.finish - found.begin) < 12]
    return len(dates) > 0.6 * len(side)
