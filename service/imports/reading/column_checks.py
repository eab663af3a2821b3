"""Meanings of headings that the cells contradict: dates without a year, names that are no people, parts that look like works."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from matching.identity.commonness import name_shares
from models.search_key import folded
from models.vocabulary import Part
from service.imports.reading.days import is_open
from service.imports.reading.heading_words import NAMES
from service.imports.reading.headings import field_of
from service.imports.reading.layout import Column
from service.imports.reading.words import code_said

LEAST = 3  # cells with words; fewer say nothing of the others
_YEAR = re.compile(r"(?:19|20)\d{2}|\b\d{1,2}[./-]\d{1,2}[./-]\d{2}\b")
_DATES = frozenset({"starts", "ends", "period", "day"})
_NAME_WORD = re.compile(r"[^\W\d_]+(?:[.'’-][^\W\d_]*)*")
_MOST_WORDS = 6
_SEPARATED = re.compile(r"\s*[;\n]\s*")
_REMARK = re.compile(r"\s*[(\[].*$")

Rows = Sequence[Sequence[str]]


def checked_by_words(columns: Sequence[Column], rows: Rows) -> list[Column]:
    """Return ``columns`` without the meanings that the cells contradict, and with the names where another column has them."""
    checked = [_without_dates(column, rows) for column in columns]
    checked = [_as_part(column, checked, rows) for column in checked]
    checked = [_without_keys_of_works(column, checked, rows) for column in checked]
    return _with_names(checked, rows)


def share_of(column: Column, rows: Rows, is_like: Callable[[str], bool]) -> float:
    """Return which share of the cells of ``column`` with words are like something; 0 of fewer than three."""
    cells = [row[column.at] for row in rows if column.at < len(row) and row[column.at]]
    return sum(map(is_like, cells)) / len(cells) if len(cells) >= LEAST else 0.0


def names_somebody(words: str) -> bool:
    """Return whether ``words`` look like the name of a person of Viet Nam, or of several, with titles or a remark beside it."""
    first = _REMARK.sub("", _SEPARATED.split(words.strip())[0])
    parts = [part for part in first.replace(",", " ").split() if not part.endswith(".") and not part.isdigit()]
    if not 2 <= len(parts) <= _MOST_WORDS or not all(_NAME_WORD.fullmatch(part) and part[:1].isupper() for part in parts):
        return False
    return any(folded(part) in name_shares() for part in (parts[0], parts[-1]))


def _without_dates(column: Column, rows: Rows) -> Column:
    cells = [row[column.at] for row in rows if column.at < len(row) and row[column.at]]
    if column.field not in _DATES or len(cells) < LEAST:
        return column
    dated = sum(_YEAR.search(cell) is not None or is_open(cell) for cell in cells)
    return replace(column, field=None) if dated * 3 < len(cells) else column


def _as_part(column: Column, columns: Sequence[Column], rows: Rows) -> Column:
    """Return the column as one of parts, if it was taken for works by its heading, such as "Nhiệm vụ", and says who did what."""
    others = [other for other in columns if other.field == "title" and other is not column]
    if column.field != "title" or not others or any(other.field == "part" for other in columns):
        return column
    if share_of(column, rows, lambda words: code_said(Part, words) is not None) < 0.6:
        return column
    return replace(column, field="part", group=others[0].group, kind=None, listed=False)


def _without_keys_of_works(column: Column, columns: Sequence[Column], rows: Rows) -> Column:
    """Return the column without its meaning if most rows that name somebody have no key: it is that of a work with several people."""
    names = [other.at for other in columns if other.field in NAMES]
    named = [row for row in rows if any(at < len(row) and row[at] for at in names)]
    if column.field != "key" or len(named) < LEAST:
        return column
    keyed = sum(column.at < len(row) and bool(row[column.at]) for row in named)
    return replace(column, field=None) if keyed * 10 < len(named) * 6 else column


def _possible(columns: Sequence[Column], rows: Rows) -> list[Column]:
    """Return the columns that may hold names: without a meaning or of titles, and with words that mostly differ, unlike countries."""
    cells = {column.at: [row[column.at] for row in rows if column.at < len(row) and row[column.at]] for column in columns}
    return [column for column in columns if column.field in {None, "title"} and 2 * len(set(cells[column.at])) > len(cells[column.at])]


def _with_names(columns: list[Column], rows: Rows) -> list[Column]:
    """Return ``columns`` with the names where they are, if no heading says it, or one as doubtful as "Tên gọi" heads no names."""
    named = [column for column in columns if column.field in NAMES]
    if len(named) > 1 or any(field_of(column.heading) != "given_name" for column in named):
        return columns
    if any(share_of(column, rows, names_somebody) >= 0.2 for column in named):
        return columns
    likest = max(_possible(columns, rows), key=lambda column: (share_of(column, rows, names_somebody), -column.at), default=None)
    if likest is None or likest in named or share_of(likest, rows, names_somebody) < 0.6:
        return columns
    found = {likest.at: replace(likest, field="display_name", group=0, kind=None, listed=False, told=True)}
    has_title = any(column.field == "title" and column is not likest for column in columns)
    found |= {column.at: replace(column, field=None if has_title else "title") for column in named}
    return [found.get(column.at, column) for column in columns]
