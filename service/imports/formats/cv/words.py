"""Words on a page of a PDF, and the lines that they stand on."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

WIDE_SPACE = 1.6  # in sizes of the letters: a space that divides columns, wider than that of justified text


@dataclass(frozen=True, slots=True)
class Word:
    """A word with its box, in points from the upper left corner of the page; with ``cells`` it is a whole row of a ruled table."""

    text: str
    left: float
    right: float
    top: float
    bottom: float
    size: float
    bold: bool
    cells: tuple[str, ...] = ()
    table: int = 0

    @property
    def middle(self) -> float:
        """Half way between top and bottom."""
        return (self.top + self.bottom) / 2


Row = list[Word]


def rows_of(words: Sequence[Word]) -> list[Row]:
    """Return the words that stand beside each other, row by row downwards, each from left to right."""
    rows: list[Row] = []
    for word in sorted(words, key=lambda one: (one.middle, one.left)):
        if rows and abs(word.middle - median(one.middle for one in rows[-1])) < 0.5 * min(word.size, rows[-1][-1].size):
            rows[-1].append(word)
        else:
            rows.append([word])
    return [sorted(row, key=lambda one: one.left) for row in rows]


def cells_of(row: Row) -> list[Row]:
    """Return the parts of a row between wide spaces."""
    parts = [[row[0]]]
    for before, word in pairwise(row):
        if word.left - before.right > WIDE_SPACE * max(before.size, word.size):
            parts.append([word])
        else:
            parts[-1].append(word)
    return parts


def text_of(row: Row) -> str:
    """Return the words of a row with single spaces."""
    return " ".join(word.text for word in row)
