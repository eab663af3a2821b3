"""Publications, patents, projects, awards and certificates that a section of a CV lists."""

import re
from collections.abc import Iterator, Sequence

from models.vocabulary import EvidenceKind
from service.imports.formats.cv.dates import Dated, date_in, span_in, years_in
from service.imports.formats.cv.entries import Entry, dated_entries, rows_in, without_dates
from service.imports.formats.cv.lines import Line
from service.imports.formats.cv.listing import joined, listed_entries
from service.imports.formats.cv.naming import pieces_of, title_in
from service.imports.formats.cv.offers import Offer, days_of, shortened
from service.imports.formats.cv.vocabulary import GENERIC, ORGANISATION, PATENT, PUBLISHED, begins_with, has

_PATENTED = re.compile(r"\bpatent\b|bằng (?:độc quyền )?sáng chế|giải pháp hữu ích", re.IGNORECASE)
_NUMBERED = re.compile(
    r"\bpatent(?: application)?,? (?:no\.?|number|\d)|\b(?:US|EP|WO|VN|JP|CN|KR|DE|FR|GB)(?: patent)?\s?(?:10-)?\d[\d,./ -]{5,}"
    r"|(?:sáng chế|giải pháp hữu ích) số|\b(?:US|EP|WO|VN) patent\b",
    re.IGNORECASE,
)
_QUOTE = re.compile(r"[“”\"«»]|doi", re.IGNORECASE)
_NAMED = re.compile(r"[^\W\d_]\.\s?,|[^\W\d_]\.,?\s+[^\W\d_a-z]|,.*,")
_IN_BRACKETS = re.compile(r"\(\s*((?:19|20)\d\d)[a-z]?\b")
_FEWEST_WORDS = {EvidenceKind.PUBLICATION: 6, EvidenceKind.PATENT: 4, EvidenceKind.PROGRAMME: 4}


def publications(lines: Sequence[Line]) -> Iterator[Offer]:
    """Give the publications of a section; what names its number as a patent is offered as one."""
    for entry in _works(lines):
        text = joined(entry)
        told = years_in(text) or _QUOTE.search(text) or _NAMED.search(text) or has(PUBLISHED, text)
        if told and _is_work(text, EvidenceKind.PUBLICATION):
            yield _work(EvidenceKind.PATENT if _is_patent(text) else EvidenceKind.PUBLICATION, entry, text)


def patents(lines: Sequence[Line]) -> Iterator[Offer]:
    """Give the patents of a section."""
    for entry in _works(lines):
        text = joined(entry)
        if _is_work(text, EvidenceKind.PATENT) and (years_in(text) or has(PATENT, text)):
            yield _work(EvidenceKind.PATENT, entry, text)


def projects(lines: Sequence[Line]) -> Iterator[Offer]:
    """Give the projects of a section, by their numbers or signs, else by their dates."""
    for entry in _dated_or_listed(lines):
        text = joined(entry)
        if _is_work(text, EvidenceKind.PROGRAMME):
            title = _project_title(entry)
            yield Offer(EvidenceKind.PROGRAMME, title, entry.page, entry.passage, _place(entry), days_of(span_in(text) or _year(text)))


def notes(kind: EvidenceKind, lines: Sequence[Line]) -> Iterator[Offer]:
    """Give the awards or certificates of a section, one for each entry of its list."""
    for entry in _dated_or_listed(lines):
        text = joined(entry)
        named = without_dates(entry)
        if len(text.split()) > 2 and named and not begins_with(GENERIC, text) and len(text) < 600:
            yield Offer(kind, shortened(max(named, key=len)), entry.page, entry.passage, "", days_of(_year(text), event=True))


def _works(lines: Sequence[Line]) -> list[Entry]:
    return [Entry((row,), 1, None) for row in rows_in(lines) if _is_row(row)] + listed_entries(lines)


def _is_row(row: Line) -> bool:
    """Return whether a row of a table is no row of headings."""
    return bool(years_in(row.text)) or max(len(cell.split()) for cell in row.cells) > 7


def _dated_or_listed(lines: Sequence[Line]) -> list[Entry]:
    rows = [Entry((row,), 1, date_in(row.text)) for row in rows_in(lines) if _is_row(row)]
    plain = [line for line in lines if not line.table]
    listed = listed_entries(plain)
    dated = dated_entries(plain, date_in)
    if len(dated) > 1 and dated[0].lines[0] is plain[0] and not (plain[0].bullet or len(listed) >= len(dated)):
        return rows + dated
    return rows + [Entry(entry.lines, min(2, len(entry.lines)), None) for entry in listed]


def _is_work(text: str, kind: EvidenceKind) -> bool:
    words = [word for word in text.split() if any(letter.isalpha() for letter in word)]
    return len(words) >= _FEWEST_WORDS[kind] and not begins_with(GENERIC, text) and not text.endswith(":")


def _is_patent(text: str) -> bool:
    return _PATENTED.search(text[:60]) is not None or _NUMBERED.search(text) is not None


def _work(kind: EvidenceKind, entry: Entry, text: str) -> Offer:
    cells = [cell for cell in entry.lines[0].cells if cell] if entry.lines[0].table else []
    title = title_in(max(cells, key=lambda cell: len(cell.split()))) if cells else title_in(text)
    return Offer(kind, title or shortened(text), entry.page, entry.passage, "", days_of(_year(text), event=True))


def _year(text: str) -> Dated | None:
    """Return the year in brackets, else the last year that is named: pages and numbers stand before it."""
    bracketed = _IN_BRACKETS.search(text)
    years = years_in(text)
    year = int(bracketed[1]) if bracketed else years[-1] if years else None
    return Dated((year, None, None), (year, None, None), 0, 0, single=True) if year else None


def _project_title(entry: Entry) -> str:
    parts = without_dates(entry)
    cells = [cell for cell in entry.lines[0].cells if cell] if entry.lines[0].table else []
    if cells:
        return shortened(max(cells, key=lambda cell: len(cell.split())))
    quoted = title_in(joined(entry)) if re.search(r"[“”\"«»]", joined(entry)) else ""
    return quoted or max(pieces_of(parts[:2]), key=lambda piece: len(piece.split()), default=shortened(joined(entry)))


def _place(entry: Entry) -> str:
    return next((piece for piece in pieces_of(without_dates(entry)) if begins_with(ORGANISATION, piece)), "")
