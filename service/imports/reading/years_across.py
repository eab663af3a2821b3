"""Columns that are headed by years, with what each person did in that year in the cells."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from models.vocabulary import EvidenceKind
from service.imports.reading.column_shares import share
from service.imports.reading.columns import LISTED, Column
from service.imports.reading.heading_words import NAMES
from service.imports.reading.headings import mapped

_YEAR = re.compile(r"(?:năm|n|year|fy)?[. ]*((?:19|20)\d\d)(?:[.,]0)?", re.IGNORECASE)
_FEWEST = 3
_LETTERS_OF_A_WORK = 15  # a shorter cell counts works, or what they cost
_MOST_LETTERS = 20


def works_by_year(columns: Sequence[Column], rows: Sequence[Sequence[str]], mapping: Mapping[str, str]) -> list[Column]:
    """Return ``columns`` where those of three years at least, beside people, list works of any kind, each of its year."""
    years = {column.at: year for column in columns if column.field is None and (year := _year(column.heading, mapping))}
    cells = [row[at] for row in rows for at in years if at < len(row) and row[at]]
    named = any(column.field in NAMES for column in columns)
    if not named or len(set(years.values())) < _FEWEST or share(cells, lambda cell: len(cell) >= _LETTERS_OF_A_WORK) <= 1 / 2:
        return list(columns)
    return [
        replace(each, field="title", group=LISTED + each.at, kind=EvidenceKind.PUBLICATION, listed=True, open_kind=True, day=years[each.at])
        if each.at in years
        else each
        for each in columns
    ]


def _year(heading: str, mapping: Mapping[str, str]) -> str:
    match = _YEAR.fullmatch(heading.strip()) if len(heading) <= _MOST_LETTERS and mapped(heading, mapping) is None else None
    return match[1] if match else ""
