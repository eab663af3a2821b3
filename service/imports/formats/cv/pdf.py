"""The lines of a PDF with a text layer, in the order in which a person reads them: columns one after the other, tables by rows."""

import io
import logging
import re
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from statistics import median
from typing import Any

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfplumber.utils.exceptions import PdfminerException

from service.imports.faults import Unreadable
from service.imports.formats.cv.columns import Part, parts_of
from service.imports.formats.cv.faults import MOST_BYTES, MOST_PAGES, broken, encrypted, too_large, too_long, too_slow, without_text
from service.imports.formats.cv.lines import Line
from service.imports.formats.cv.ruled import with_tables
from service.imports.formats.cv.words import Row, Word, cells_of, text_of
from service.imports.formats.plain_text import one_line

logging.getLogger("pdfminer").setLevel(logging.CRITICAL)  # it writes words of the CV into the log where a file is damaged

_PAGE_NUMBER = re.compile(r"(?:page|trang|p\.)?\s*[-–—|]?\s*\d{1,3}\s*[-–—|]?\s*(?:(?:/|of|trên)\s*\d{1,3})?", re.IGNORECASE)
_UNMAPPED = re.compile(r"\(cid:\d+\)")
_EDGE = 0.09  # of the height of a page: where headers and footers stand
_MOST_WORDS = 20_000  # on one page
_SAME_GUTTER = 30.0  # points


def lines_of(content: bytes, seconds: float = 20.0) -> list[Line]:
    """Return the lines of a PDF; raises ``Unreadable``. ``seconds`` is looked at between the pages."""
    if len(content) > MOST_BYTES:
        raise too_large()
    try:
        pages = _pages(content, time.monotonic() + seconds)
    except Unreadable:
        raise
    except Exception as error:  # noqa: BLE001 - the library answers a broken file with whatever its parser meets
        raise encrypted() if _is_locked(error) else broken() from None
    if sum(len(word.text) for page in pages for word in page.words) < 30:
        raise without_text()
    edges = _repeated(pages)
    return list(_lines([_without(page, edges) for page in pages]))


@dataclass(frozen=True, slots=True)
class _Page:
    number: int
    width: float
    height: float
    words: list[Word]


def _pages(content: bytes, until: float) -> list[_Page]:
    with pdfplumber.open(io.BytesIO(content), unicode_norm="NFC") as document:
        if len(document.pages) > MOST_PAGES:
            raise too_long()
        found = []
        for page in document.pages:
            if time.monotonic() > until:
                raise too_slow()
            found.append(_page(page))
            page.close()
        return found


def _page(page: Any) -> _Page:
    given = page.extract_words(extra_attrs=["size", "fontname"], use_text_flow=False, keep_blank_chars=False, x_tolerance_ratio=0.2)
    if len(given) > _MOST_WORDS:
        raise too_long()
    words = [found for one in given if (found := _word(one)) is not None]
    return _Page(page.page_number, float(page.width), float(page.height), with_tables(page, words))


def _word(given: dict[str, Any]) -> Word | None:
    text = one_line(_UNMAPPED.sub("", given["text"]))
    size = min(max(float(given["size"]), 1.0), 200.0)
    bold = "bold" in str(given["fontname"]).lower() or "black" in str(given["fontname"]).lower()
    return Word(text, given["x0"], given["x1"], given["top"], given["bottom"], size, bold) if text else None


def _is_locked(error: Exception) -> bool:
    causes = [error, *error.args] if isinstance(error, PdfminerException) else [error]
    return any(isinstance(cause, PDFPasswordIncorrect) for cause in causes)


def _rows_at_edges(page: _Page) -> Iterator[tuple[str, Row]]:
    for part in parts_of(page.words, page.width) if page.words else []:
        for row in part.rows:
            if row[0].top < _EDGE * page.height or row[0].bottom > (1 - _EDGE) * page.height:
                yield re.sub(r"\d+", "#", text_of(row)), row


def _repeated(pages: list[_Page]) -> set[str]:
    """Return the words of headers and footers, numbers apart: those at the edges of at least two pages and of half of them."""
    seen = Counter(text for page in pages for text in {text for text, _ in _rows_at_edges(page)})
    return {text for text, count in seen.items() if count > 1 and count * 2 >= len(pages)}


def _without(page: _Page, edges: set[str]) -> _Page:
    dropped = {id(word) for text, row in _rows_at_edges(page) if text in edges or _PAGE_NUMBER.fullmatch(text_of(row)) for word in row}
    return _Page(page.number, page.width, page.height, [word for word in page.words if id(word) not in dropped])


def _lines(pages: list[_Page]) -> Iterator[Line]:
    """Give the lines of all pages; a narrow side column is read to its end before the wide one, over several pages."""
    kept: list[Line] = []
    gutter: float | None = None
    for page in pages:
        parts = parts_of(page.words, page.width, gutter)
        spacing = _spacing(parts)
        column = next((part for part in parts if part.column is not None), None)
        if column is None or (gutter is not None and abs(column.gutter - gutter) > _SAME_GUTTER):
            yield from kept
            kept = []
        gutter = column.gutter if column else None
        for part in parts:
            lines = _part_lines(page, part, spacing)
            if part.column == 1 and _is_sidebar(part.gutter, page.width):
                kept += lines
            else:
                yield from lines
    yield from kept


def _is_sidebar(gutter: float, width: float) -> bool:
    return gutter < 0.42 * width


def _spacing(parts: list[Part]) -> float:
    """Return how far apart most rows of a page stand, in points."""
    steps = [below[0].middle - above[0].middle for part in parts for above, below in zip(part.rows, part.rows[1:], strict=False)]
    return median(step for step in steps if step > 0) if any(step > 0 for step in steps) else 12.0


def _part_lines(page: _Page, part: Part, spacing: float) -> list[Line]:
    above = [None, *part.rows]
    return [_line(page.number, row, before, spacing) for before, row in zip(above, part.rows, strict=False)]


def _line(page: int, row: Row, above: Row | None, spacing: float) -> Line:
    if row[0].cells:
        return Line(page, row[0].cells, row[0].left, table=row[0].table, whole=True)
    gap = (row[0].middle - above[0].middle) / spacing - 1 if above else 0.0
    cells = cells_of(row)
    size = max(word.size for word in row)
    bold, lefts = all(word.bold for word in row), tuple(cell[0].left for cell in cells)
    return Line(page, tuple(text_of(cell) for cell in cells), row[0].left, max(gap, 0.0), size, bold, lefts=lefts)
