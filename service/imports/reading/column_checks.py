"""Meanings of headings that the cells contradict: dates without a year, names that are no people, parts that look like works."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from models.vocabulary import EvidenceKind, Part
from service.imports.reading.column_shares import share
from service.imports.reading.columns import APART, LISTED, Column
from service.imports.reading.days import is_open
from service.imports.reading.heading_words import NAMES, NAMES_IN_A_ROLE
from service.imports.reading.headings import field_of, mapped
from service.imports.reading.person_names import is_title, names_somebody
from service.imports.reading.words import code_said

_LEAST = 3  # cells with words; fewer say nothing of the others
_YEAR = re.compile(r"(?:19|20)\d{2}|\b\d{1,2}[./-]\d{1,2}[./-]\d{2}\b")
_LETTERS_OF_A_PART = 60  # a longer cell tells of works, with the part in each
_LETTERS_OF_A_TITLE, _LETTERS_OF_AN_OUTCOME = 12, 60
_DATES = frozenset({"starts", "ends", "period", "day"})

Rows = Sequence[Sequence[str]]


def checked_by_words(columns: Sequence[Column], rows: Rows, mapping: Mapping[str, str]) -> list[Column]:
    """Return ``columns`` without the meanings that the cells contradict, and with the names where another column has them.

    What ``mapping`` says of a column stays.
    """
    checked = [_without_dates(column, rows) for column in columns]
    checked = [_as_works(column, checked, rows) for column in checked]
    checked = [_without_titles_of_people(column, checked, rows) for column in checked]
    checked = [_as_part(column, checked, rows) for column in checked]
    checked = [_without_keys_of_works(column, checked, rows) for column in checked]
    checked = _with_names(checked, rows)
    return [column if mapped(column.heading, mapping) is not None else new for column, new in zip(columns, checked, strict=True)]


def words_of(column: Column, rows: Rows) -> list[str]:
    """Return the cells of ``column`` that have words; none where they are fewer than three."""
    cells = [row[column.at] for row in rows if column.at < len(row) and row[column.at]]
    return cells if len(cells) >= _LEAST else []


def _without_dates(column: Column, rows: Rows) -> Column:
    cells = words_of(column, rows) if column.field in _DATES else []
    dated = share(cells, lambda cell: _YEAR.search(cell) is not None or is_open(cell))
    return replace(column, field=None) if cells and dated < 1 / 3 else column


def _as_part(column: Column, columns: Sequence[Column], rows: Rows) -> Column:
    """Return the column as one of parts, if it was taken for works by its heading, such as "Nhiệm vụ", and says who did what."""
    others = [other for other in columns if other.field == "title" and other is not column]
    if column.kind is EvidenceKind.POSITION:  # a post in front of all works is the person's own
        others = [other for other in others if other.at < column.at and other.kind is not EvidenceKind.DEGREE]
    if column.field != "title" or not others or any(other.field == "part" for other in columns):
        return column
    if share(words_of(column, rows), lambda words: len(words) <= _LETTERS_OF_A_PART and code_said(Part, words) is not None) < 0.6:
        return column
    return replace(column, field="part", group=others[0].group, kind=None, listed=False)


def _without_keys_of_works(column: Column, columns: Sequence[Column], rows: Rows) -> Column:
    """Return the column without its meaning if most rows that name somebody have no key: it is that of a work with several people."""
    names = [other.at for other in columns if other.field in NAMES]
    named = [row for row in rows if any(at < len(row) and row[at] for at in names)]
    if column.field != "key" or len(named) < _LEAST:
        return column
    keyed = sum(column.at < len(row) and bool(row[column.at]) for row in named)
    return replace(column, field=None) if keyed < 0.6 * len(named) else column


def _as_works(column: Column, columns: Sequence[Column], rows: Rows) -> Column:
    """Return the column "Kết quả" as one of works of any kind, if its cells are too long for what became of one that has a title."""
    cells = words_of(column, rows) if column.field == "outcome" and column.group < APART else []
    titled = any(other.field == "title" and other.group == column.group for other in columns)
    if not cells or titled or sum(map(len, cells)) / len(cells) <= _LETTERS_OF_AN_OUTCOME:
        return column
    return replace(column, field="title", group=LISTED + column.at, kind=EvidenceKind.PUBLICATION, listed=True, open_kind=True)


def _without_titles_of_people(column: Column, columns: Sequence[Column], rows: Rows) -> Column:
    """Return the column "Title" as what it says of the person, if its cells are titles such as "Dr" beside a name."""
    cells = words_of(column, rows) if column.field == "title" and any(other.field in NAMES for other in columns) else []
    mostly = share(cells, lambda cell: is_title(cell) and len(cell) <= _LETTERS_OF_A_TITLE)
    return replace(column, field="headline_en", kind=None, group=0, listed=False) if cells and mostly > 1 / 2 else column


def _possible(columns: Sequence[Column], rows: Rows) -> list[Column]:
    """Return the columns that may hold names: without a meaning or of titles, and with words that mostly differ, unlike countries."""
    possible = [(column, words_of(column, rows)) for column in columns if column.field in {None, "title"}]
    return [column for column, cells in possible if 2 * len(set(cells)) > len(cells)]


def _with_names(columns: list[Column], rows: Rows) -> list[Column]:
    """Return ``columns`` with the names where they are, if no heading says it, or one as doubtful as "Tên gọi" heads no names."""
    named = [column for column in columns if column.field in NAMES]
    if (
        len(named) > 1
        or any(column.field == NAMES_IN_A_ROLE for column in columns)
        or any(field_of(column.heading) != "given_name" for column in named)
    ):
        return columns
    likeness = {column.at: share(words_of(column, rows), names_somebody) for column in columns}
    if any(likeness[column.at] >= 0.2 for column in named):
        return columns
    likest = max(_possible(columns, rows), key=lambda column: (likeness[column.at], -column.at), default=None)
    if likest is None or likest in named or likeness[likest.at] < 0.6:
        return columns
    found = {likest.at: replace(likest, field="display_name", group=0, kind=None, listed=False, told=True)}
    has_title = any(column.field == "title" and column is not likest for column in columns)
    found |= {column.at: replace(column, field=None if has_title else "title") for column in named}
    return [found.get(column.at, column) for column in columns]
