"""CVs of invented people, made in memory as PDF and DOCX."""

import io
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import docx
import font_roboto
from fpdf import FPDF

_FONTS = {path.name: path for path in Path(font_roboto.__file__).parent.rglob("*.ttf")}
Told = tuple[str, str]
"""A text and its style: H a heading, B bold, R what stands at the right edge of the line before, empty for plain words."""


def docx_of(paragraphs: Iterable[str], tables: dict[str, Sequence[Sequence[str]]] | None = None) -> bytes:
    """Return a document of paragraphs; one that names a table is replaced by its rows."""
    document, held = docx.Document(), tables or {}
    for text in paragraphs:
        if text in held:
            add_table(document, held[text])
        else:
            document.add_paragraph(text)
    return saved(document)


def saved(document: Any) -> bytes:
    """Return the bytes of a document."""
    content = io.BytesIO()
    document.save(content)
    return content.getvalue()


def add_table(document: Any, rows: Sequence[Sequence[str]]) -> None:
    """Add a table with these cells."""
    table = document.add_table(rows=0, cols=len(rows[0]))
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text


def new_pdf(footer: str = "", **options: Any) -> FPDF:
    """Return an empty PDF with a font that has Vietnamese letters."""

    class Paper(FPDF):
        def footer(self) -> None:
            if footer:
                self.set_y(-12)
                self.set_font("R", "", 8)
                self.cell(0, 5, footer.format(self.page_no()))

    pdf = Paper(**options)
    pdf.add_font("R", "", str(_FONTS["Roboto-Regular.ttf"]))
    pdf.add_font("R", "B", str(_FONTS["Roboto-Bold.ttf"]))
    pdf.set_margins(20, 20, 20)
    pdf.add_page()
    return pdf


def write(pdf: FPDF, lines: Iterable[Told], left: float = 20, width: float = 170) -> None:
    """Write lines one below the other between ``left`` and the width, in millimetres."""
    for text, style in lines:
        if style == "R":
            pdf.set_font("R", "", 10)
            pdf.set_xy(left + width - 45, pdf.get_y() - 5)
            pdf.cell(45, 5, text, align="R", new_x="LMARGIN", new_y="NEXT")
            continue
        pdf.set_font("R", "B" if style else "", 12 if style == "H" else 10)
        pdf.set_x(left)
        pdf.multi_cell(width, 8 if style == "H" else 5, text, align="L", new_x="LMARGIN", new_y="NEXT")


def pdf_of(lines: Iterable[Told], footer: str = "") -> bytes:
    """Return a PDF of lines."""
    pdf = new_pdf(footer)
    write(pdf, lines)
    return bytes(pdf.output())


def two_columns(left: Iterable[Told], right: Iterable[Told], at: float = 80) -> bytes:
    """Return a page with two columns, the right one beginning ``at`` millimetres."""
    pdf = new_pdf()
    pdf.set_y(30)
    write(pdf, left, 10, at - 18)
    pdf.set_y(30)
    write(pdf, right, at, 195 - at)
    return bytes(pdf.output())
