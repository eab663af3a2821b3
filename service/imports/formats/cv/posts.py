"""Positions and degrees that a section of a CV tells of."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from models.vocabulary import EvidenceKind
from service.imports.formats.cv.dates import Dated, date_in, span_in
from service.imports.formats.cv.entries import Entry, dated_entries, rows_in, without_dates
from service.imports.formats.cv.lines import Line, unmarked
from service.imports.formats.cv.naming import degree_in, post_in
from service.imports.formats.cv.offers import Offer, days_of
from service.imports.formats.cv.vocabulary import COURSE, DEGREE, GENERIC, ORGANISATION, PROJECT, ROLE, SCHOOL, begins_with, has

_FEWEST_UNDATED = 4  # words: less without a date is a label
_MOST_WORDS = 60  # in the lines that name an entry
_NO_DEGREE = re.compile(
    r"^\W*(?:\d{1,2}[.)]\s*)?(?:đại học|cao đẳng|sau đại học|trường|graduate|undergraduate|postgraduate|degree|major|minor|engineer)\b"
    r"(?!\s*(?::|$|\())",
    re.IGNORECASE,
)
_NEXT_YEAR = re.compile(r"(?<=[.;])\s+(?=(?:19|20)\d\d\s*[:–-])")
_SCHOOLING = re.compile(r"trung học|thpt|phổ thông|high school|secondary school", re.IGNORECASE)


def positions(lines: Sequence[Line]) -> Iterator[Offer]:
    """Give the positions of a section: what has a span of time, and names a post or an organisation."""
    for entry in _entries(lines, dated_entries([line for line in lines if not line.table])):
        parts = without_dates(entry)
        said = ", ".join(parts)
        if entry.dated is None or not _is_named(said) or begins_with(PROJECT, said) or begins_with(GENERIC, said):
            continue
        if has(ROLE, said) or has(ORGANISATION, said):
            role, place = post_in(parts)
            yield Offer(EvidenceKind.POSITION, role, entry.page, entry.passage, place, days_of(entry.dated))


def degrees(lines: Sequence[Line]) -> Iterator[Offer]:
    """Give the degrees of a section, and the courses as certificates; years at school are passed over."""
    plain = [one for line in lines if not line.table for one in _sentences(line)]
    for entry in _entries(lines, _degree_entries(plain), single=True):
        parts = without_dates(entry)
        said = ", ".join(parts)
        if not _is_named(said) or _SCHOOLING.search(said) or begins_with(GENERIC, said):
            continue
        title, school = degree_in(parts)
        if entry.dated is None and sum(word[0].isalpha() for word in said.split()) < _FEWEST_UNDATED:
            continue
        if has(DEGREE, said) and not begins_with(COURSE, said):
            yield Offer(EvidenceKind.DEGREE, title, entry.page, entry.passage, school, days_of(entry.dated))
        elif has(COURSE, said):
            yield Offer(EvidenceKind.CERTIFICATE, title, entry.page, entry.passage, school, days_of(entry.dated, event=True))
        elif has(SCHOOL, said) and entry.dated:
            yield Offer(EvidenceKind.DEGREE, title, entry.page, entry.passage, school, days_of(entry.dated))


def _sentences(line: Line) -> list[Line]:
    """Return a line that tells of several years one after the other as a line for each."""
    parts = [part for part in _NEXT_YEAR.split(line.text) if part]
    return [replace(line, cells=(part,)) for part in parts] if len(parts) > 1 else [line]


def _is_named(said: str) -> bool:
    return 1 <= len(said.split()) <= _MOST_WORDS and sum(letter.isalpha() for letter in said) > 3


def _entries(lines: Sequence[Line], plain: list[Entry], *, single: bool = False) -> Iterator[Entry]:
    find = date_in if single else span_in
    for row in rows_in(lines):
        dated = find(row.text) or next((found for cell in row.cells if cell and (found := _date_alone(cell, row))), None)
        if dated:
            yield Entry((row,), 1, dated)
    yield from plain


def _date_alone(cell: str, row: Line) -> Dated | None:
    """Return the date of a cell that holds nothing else, as it stands in the words of its row."""
    found = date_in(cell)
    if found is None or found.finish - found.begin < len(cell.strip(" .()")):
        return None
    begin = row.text.find(cell) + found.begin
    return replace(found, begin=begin, finish=begin + found.finish - found.begin)


def _degree_entries(lines: Sequence[Line]) -> list[Entry]:
    """Return entries by dates, or by the words for degrees where these begin more lines than dates do."""
    dated = dated_entries(lines, date_in)
    named = [at for at, line in enumerate(lines) if _begins_degree(line)]
    loose = [at for at in named if not any(lines[at] is line for entry in dated for line in entry.lines)]
    crowded = any(sum(_begins_degree(line) for line in entry.lines) > 1 for entry in dated)
    if not crowded and not loose:
        return dated
    if loose and not crowded:
        return dated + [Entry((lines[at],), 1, None) for at in loose]
    begins = [at - 1 if at and date_in(lines[at - 1].text) and len(lines[at - 1].text) < 30 else at for at in named]
    return [_named_entry(lines[begin:end]) for begin, end in zip(begins, [*begins[1:], len(lines)], strict=True)]


def _named_entry(own: Sequence[Line]) -> Entry:
    at = next((place for place, line in enumerate(own) if date_in(line.text)), None)
    head = min(len(own), 3)
    return Entry(tuple(own), head, date_in(own[at].text) if at is not None else None, at if at is not None and at < head else len(own))


def _begins_degree(line: Line) -> bool:
    text = unmarked(line.text)
    dated = date_in(text)
    bare = text[dated.finish :] if dated and dated.begin < 3 else text
    return begins_with(DEGREE, bare.lstrip(" :.,–—-)")) and not _NO_DEGREE.match(bare.lstrip(" :.,–—-)"))
