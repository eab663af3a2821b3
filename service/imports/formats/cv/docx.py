"""The lines of a DOCX: paragraphs, rows of tables and text boxes in their order; headers and footers are passed over."""

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any

import docx
from docx.document import Document

from service.imports.faults import Unreadable
from service.imports.formats.cv.faults import MOST_BYTES, MOST_PAGES, broken, encrypted, too_large, too_long, without_text
from service.imports.formats.cv.headings import section_of
from service.imports.formats.cv.lines import Line
from service.imports.formats.plain_text import one_line

MOST_UNPACKED = 100_000_000  # bytes
MOST_LINES = 20_000
_MOST_PARTS = 5_000
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_TABS = re.compile(r"\t+| {4,}")


def lines_of(content: bytes) -> list[Line]:
    """Return the lines of a DOCX; raises ``Unreadable``. Pages are counted by the breaks that the file names."""
    try:
        _check_size(content)
        document = docx.Document(io.BytesIO(content))
        lines = list(_Reader(document).lines())
    except Unreadable:
        raise
    except Exception:  # noqa: BLE001 - the library answers a broken file with whatever its parser meets
        raise broken() from None
    if not any(line.text for line in lines):
        raise without_text()
    return lines


def _check_size(content: bytes) -> None:
    if len(content) > MOST_BYTES:
        raise too_large()
    if content.startswith(b"\xd0\xcf\x11\xe0"):  # Office wraps a locked document in its old format
        raise encrypted()
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        if sum(entry.file_size for entry in archive.infolist()) > MOST_UNPACKED or len(archive.infolist()) > _MOST_PARTS:
            raise too_large()
        _check_unpacked(archive)


def _check_unpacked(archive: zipfile.ZipFile) -> None:
    """Unpack without keeping: what the directory of the archive says of sizes may be a lie."""
    left = MOST_UNPACKED
    for entry in archive.infolist():
        with archive.open(entry) as stream:
            while chunk := stream.read(1_000_000):
                left -= len(chunk)
                if left < 0:
                    raise too_large()


class _Reader:
    def __init__(self, document: Document) -> None:
        self.body = document.element.body
        self.headings = {style.style_id for style in document.styles if (style.name or "").lower().startswith(("heading", "title"))}
        self.page, self.tables, self.given, self.empty = 1, 0, 0, 0
        self.rendered = next(self.body.iter(f"{_W}lastRenderedPageBreak"), None) is not None

    def lines(self) -> Iterator[Line]:
        """Give every line of the body."""
        yield from self._blocks(self.body)

    def _blocks(self, holder: Any) -> Iterator[Line]:
        for block in holder:
            if block.tag == f"{_W}p":
                yield from self._paragraph(block)
            elif block.tag == f"{_W}tbl":
                yield from self._table(block)
            elif block.tag == f"{_W}sdt":
                for inner in block.iter(f"{_W}sdtContent"):
                    yield from self._blocks(inner)
                    break

    def _paragraph(self, paragraph: Any) -> Iterator[Line]:
        boxes = [box for box in paragraph.iter(f"{_W}txbxContent") if not any(up.tag == _MC_FALLBACK for up in box.iterancestors())]
        texts = _texts(paragraph, self)
        bold, style = _is_bold(paragraph), paragraph.find(f"{_W}pPr/{_W}pStyle")
        heading = style is not None and style.get(f"{_W}val") in self.headings
        listed = paragraph.find(f"{_W}pPr/{_W}numPr") is not None or (style is not None and "list" in str(style.get(f"{_W}val")).lower())
        for place, text in enumerate(texts):
            cells = tuple(cell for part in _TABS.split(text) if (cell := one_line(part)))
            if not cells:
                self.empty += 1
                continue
            gap = 1.0 if self.empty or heading else 0.0
            self.empty = 0
            yield self._checked(
                Line(
                    self.page,
                    cells,
                    gap=gap,
                    size=_size(paragraph) or (20.0 if heading else 11.0),
                    bold=bold or heading,
                    whole=len(texts) == 1,
                    listed=listed and not place,
                )
            )
        for box in boxes:
            yield from self._blocks(box)

    def _table(self, table: Any) -> Iterator[Line]:
        rows = [[cell for cell in row.iter(f"{_W}tc") if _table_of(cell) is table] for row in table if row.tag == f"{_W}tr"]
        if _is_layout(rows):
            for cell in (cell for row in rows for cell in row):
                yield from self._blocks(cell)
            return
        self.tables += 1
        number = self.tables
        for row in rows:
            cells = tuple(one_line(" ".join(_texts_below(cell, self))) for cell in row)
            if any(cells):
                yield self._checked(Line(self.page, cells, table=number, whole=True))

    def _checked(self, line: Line) -> Line:
        self.given += 1
        if self.given > MOST_LINES or self.page > MOST_PAGES:
            raise too_long()
        return line


def _is_layout(rows: list[list[Any]]) -> bool:
    """Return whether a table only puts parts of the page beside each other: a box, headings in its cells or beside them, long columns."""
    if max((len(row) for row in rows), default=0) < 2:
        return True
    parts = [[["".join(_texts(one, None)) for one in cell.iter(f"{_W}p")] for cell in row] for row in rows]
    headed = any(len(cell) > 2 and any(section_of(text) for text in cell) for row in parts for cell in row)
    beside = sum(1 for row in parts if len(row) > 1 and section_of(" ".join(row[0])) and any(len(cell) > 1 for cell in row[1:]))
    long = len(rows) <= 2 and any(len(cell) > 8 for row in parts for cell in row)
    return headed or beside > 1 or long


def _table_of(cell: Any) -> Any:
    return next((up for up in cell.iterancestors() if up.tag == f"{_W}tbl"), None)


def _texts_below(cell: Any, reader: _Reader) -> Iterator[str]:
    for paragraph in cell.iter(f"{_W}p"):
        yield from _texts(paragraph, reader)


def _texts(paragraph: Any, reader: _Reader | None) -> list[str]:
    """Return the words of a paragraph, divided at line breaks; breaks of pages are counted. Deleted words are passed over."""
    parts = [""]
    for node in paragraph.iter():
        if any(up.tag in (f"{_W}txbxContent", f"{_W}del", _MC_FALLBACK) for up in _below(node, paragraph)):
            continue
        if node.tag == f"{_W}t":
            parts[-1] += node.text or ""
        elif node.tag == f"{_W}tab" and node.getparent().tag == f"{_W}r":
            parts[-1] += "\t"
        elif node.tag == f"{_W}noBreakHyphen":
            parts[-1] += "-"
        elif node.tag == f"{_W}br" and node.get(f"{_W}type") in (None, "textWrapping"):
            parts.append("")
        elif reader and node.tag == f"{_W}{'lastRenderedPageBreak' if reader.rendered else 'br'}":
            reader.page += 1
    return parts


def _below(node: Any, top: Any) -> Iterator[Any]:
    for up in node.iterancestors():
        if up is top:
            return
        yield up


def _size(paragraph: Any) -> float:
    """Return the size of the letters in points, as far as the paragraph itself says it; else 0."""
    sizes = [str(node.get(f"{_W}val")) for node in paragraph.iter(f"{_W}sz")]
    return max((int(size) / 2 for size in sizes if size.isdecimal() and len(size) < 4), default=0.0)


def _is_bold(paragraph: Any) -> bool:
    runs = [run for run in paragraph.iter(f"{_W}r") if any(node.text and node.text.strip() for node in run.iter(f"{_W}t"))]
    marks = [run.find(f"{_W}rPr/{_W}b") for run in runs]
    return bool(runs) and all(mark is not None and mark.get(f"{_W}val") not in ("0", "false") for mark in marks)
