"""Works beside one another with their number in the headings: "Sản phẩm 1 | Vai trò 1 | Năm 1 | Sản phẩm 2 | …"."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from models.vocabulary import EvidenceKind, Part
from service.imports.reading.column_shares import share
from service.imports.reading.columns import Column
from service.imports.reading.heading_words import ITEMS
from service.imports.reading.headings import MOST_LETTERS, field_of, is_not_kept, mapped
from service.imports.reading.words import code_named, code_said, kind_of_title
from service.imports.reading.work_kinds import kind_of_heading

NUMBERED = 30_000
"""The groups of these works begin here, one for each place of a title."""
_NUMBER = re.compile(r"(\D*?)[ _.#-]*(?:\b(?:thứ|số|no)\.? ?)?(\d{1,2})\s*((?:\([^)]*\))?)\s*")
_YEAR = re.compile(r"(?:19|20|22)\d\d")
_FEWEST, _MOST_BESIDE = 2, 8


def in_series(columns: Sequence[Column], mapping: Mapping[str, str]) -> list[Column]:
    """Return ``columns`` where each numbered title heads a work, with the columns up to the next one.

    What is meant by one beside a title that no heading is known for is left to the words of its cells. What ``mapping`` names stays its.
    """
    found = {column.at: column for column in columns}
    for titles in _series(columns, mapping):
        kind = _kind_of(_bare(titles[0].heading))
        for title in titles:
            beside = _beside(columns, titles, title)
            found[title.at] = replace(title, field="title", group=NUMBERED + title.at, kind=kind, listed=False)
            found |= {each.at: replace(each, field=_meant(each), group=NUMBERED + title.at, kind=None, listed=False) for each in beside}
    return [found[column.at] for column in columns]


def told_beside(columns: list[Column], rows: Sequence[Sequence[str]]) -> list[Column]:
    """Return ``columns`` where the words of those beside numbered titles say what no heading does: a part, a year, or else a number."""
    open_ = [column for column in columns if column.field is None and column.group >= NUMBERED]
    meant: dict[tuple[int, str], str | None] = {}
    for column in open_:
        alike = [each.at for each in open_ if _named(each) == _named(column)]
        cells = [row[at] for row in rows for at in alike if at < len(row) and row[at]]
        meant.setdefault(_named(column), _by_words(cells))
    return [replace(each, field=meant[_named(each)], told=True) if each in open_ and meant[_named(each)] else each for each in columns]


def _named(column: Column) -> tuple[int, str]:
    return 0, _bare(column.heading)


def _by_words(cells: Sequence[str]) -> str | None:
    likely: Sequence[tuple[str, Callable[[str], bool]]] = (
        ("day", lambda cell: _YEAR.fullmatch(cell) is not None),
        ("part", lambda cell: code_said(Part, cell) is not None),
        ("source", lambda cell: any(map(str.isdigit, cell)) and " " not in cell),
    )
    return next((field for field, is_like in likely if cells and share(cells, is_like) >= 1 / 2), None)


def _series(columns: Sequence[Column], mapping: Mapping[str, str]) -> list[list[Column]]:
    """Return the columns of titles that are numbered from 1 on under one heading, which names a kind."""
    alike: dict[str, list[Column]] = {}
    for column in columns:
        if _NUMBER.fullmatch(column.heading[:MOST_LETTERS]) and mapped(column.heading, mapping) is None:
            alike.setdefault(_bare(column.heading), []).append(column)
    return [
        found
        for bare, found in alike.items()
        if len(found) >= _FEWEST and [_count(each.heading) for each in found] == [*range(1, len(found) + 1)] and _kind_of(bare)
    ]


def _beside(columns: Sequence[Column], titles: Sequence[Column], title: Column) -> list[Column]:
    """Return the columns behind ``title`` that come again behind each of ``titles``, under the same headings but for the number."""
    by_place = {column.at: column for column in columns}
    found = list[Column]()
    for step in range(1, min(titles[1].at - titles[0].at, _MOST_BESIDE)):
        each = [by_place.get(other.at + step) for other in titles]
        if None in each or len({_bare(column.heading) for column in each if column}) > 1:
            break
        found.append(by_place[title.at + step])
    return found


def _meant(column: Column) -> str | None:
    field = column.field if column.field in ITEMS and not column.listed else field_of(_bare(column.heading))
    return field if field in ITEMS and field != "title" else None


def _kind_of(bare: str) -> EvidenceKind | None:
    if not bare or is_not_kept(bare) or field_of(bare) in {"day", "period", "part", "organisation", "source"}:
        return None
    return code_named(EvidenceKind, bare) or kind_of_title(bare) or kind_of_heading(bare)


def _bare(heading: str) -> str:
    """Return a heading without its number, and without what stands in brackets behind it."""
    match = _NUMBER.fullmatch(heading[:MOST_LETTERS])
    return match[1].strip() if match else heading


def _count(heading: str) -> int:
    match = _NUMBER.fullmatch(heading[:MOST_LETTERS])
    return int(match[2]) if match else 0
