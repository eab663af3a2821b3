"""Writes a dossier as DOCX. Every text is the text of a run: no field, no markup, nothing that a word processor would carry out.

The only fields are the numbers of the pages, in the footer.
"""

import io
import re
import zipfile

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph

from models.vocabulary import Language
from service.selection.dossiers import words
from service.selection.dossiers.contents import Dossier, Leaf, Table
from service.selection.dossiers.qr import picture_of
from service.selection.dossiers.widths import shared_widths

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
FONT = "Times New Roman"  # of official papers, and on every machine; a reader without it has one with the same widths
_ALWAYS_THE_SAME = (1980, 1, 1, 0, 0, 0)
_BLACK, _GREY = RGBColor(0, 0, 0), RGBColor(0x55, 0x55, 0x55)
_LOCALES = {Language.VI: "vi-VN", Language.EN: "en-GB"}
_WIDTH, _PADDING, _LETTER = 170.0, 5.2, 1.75  # millimetres: of a page without margins, of a cell, of a letter in it
_SIZES = {"Normal": 10, "List Bullet": 9, "Heading 1": 13, "Heading 2": 10.5, "Title": 18}
_ABOVE = {"Heading 1": 10, "Heading 2": 5}
_NUMBERS = {"{page}": "PAGE", "{pages}": "NUMPAGES"}


def as_docx(dossier: Dossier) -> bytes:
    """Return ``dossier`` as a file; the same dossier gives the same bytes."""
    document = docx.Document()
    _styles(document, dossier.language)
    _every_page(document, dossier)
    _properties(document, dossier)
    document.add_heading(dossier.title, 0)
    document.add_paragraph(dossier.made)
    _facts(document, dossier.facts)
    document.add_heading(dossier.method_heading, 1)
    for line in dossier.method:
        document.add_paragraph(line, style="List Number")
    for table in dossier.tables:
        _table(document, dossier, table)
    for leaf in dossier.leaves:
        _leaf(document, leaf)
    _closing(document, dossier)
    return _with_fixed_dates(document)


def _styles(document: Document, language: Language) -> None:
    for name, size in _SIZES.items():
        style = document.styles[name]
        style.font.name, style.font.size, style.font.color.rgb = FONT, Pt(size), _BLACK
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for script in ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"):
            fonts.set(qn(script), FONT)
        for theme in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
            fonts.attrib.pop(qn(theme), None)
    for name, points in _ABOVE.items():
        spacing = document.styles[name].paragraph_format
        spacing.space_before, spacing.space_after = Pt(points), Pt(2)
    spacing = document.styles["Normal"].paragraph_format
    spacing.space_after, spacing.line_spacing = Pt(2), 1.0
    for spelling in document.styles.element.iter(qn("w:lang")):
        spelling.set(qn("w:val"), _LOCALES[language])


def _every_page(document: Document, dossier: Dossier) -> None:
    """Set up the paper, what stands above every page, and what stands below it: the dossier's name and the number of the page."""
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = section.bottom_margin = Mm(20)
    section.top_margin = Mm(25)
    above = section.header.paragraphs[0]
    _grey(above, "\n".join(filter(None, (dossier.reference, dossier.invented))))
    below = section.footer.paragraphs[0]
    for paragraph in (above, below):
        paragraph.style = document.styles["Normal"]
    below.paragraph_format.tab_stops.add_tab_stop(Mm(_WIDTH), WD_TAB_ALIGNMENT.RIGHT)
    below.add_run(f"{dossier.title}: {dossier.seal.fingerprint[:16]}\t")
    for part in filter(None, re.split(r"(\{\w+\})", words.PAGE.in_language(dossier.language))):
        _number(below, _NUMBERS[part]) if part in _NUMBERS else below.add_run(part)
    _grey(below)


def _number(paragraph: Paragraph, counted: str) -> None:
    """Add a number that the word processor counts."""
    for kind, text in (("begin", ""), ("", counted), ("end", "")):
        run = paragraph.add_run()._r  # noqa: SLF001 - the library has no word for fields
        name = "w:fldChar" if kind else "w:instrText"
        field = run.makeelement(qn(name), {qn("w:fldCharType"): kind} if kind else {})
        field.text = text or None
        run.append(field)


def _properties(document: Document, dossier: Dossier) -> None:
    properties = document.core_properties
    properties.title, properties.subject, properties.author = dossier.title, dossier.subject, ""
    properties.comments, properties.language = "", _LOCALES[dossier.language]
    properties.created = properties.modified = dossier.made_at.replace(tzinfo=None, microsecond=0)


def _facts(document: Document, found: tuple[tuple[str, str], ...]) -> None:
    for label, value in found:
        paragraph = document.add_paragraph()
        paragraph.add_run(f"{label}: ").bold = True
        paragraph.add_run(value)


def _table(document: Document, dossier: Dossier, table: Table) -> None:
    document.add_heading(table.heading, 1)
    if not table.rows:
        document.add_paragraph(words.NOBODY.in_language(dossier.language))
        return
    widths = shared_widths(table, _WIDTH, lambda text: _PADDING + _LETTER * len(text))
    drawn = document.add_table(rows=0, cols=len(table.columns), style="Table Grid")
    drawn.autofit = False
    for column, width in zip(drawn.columns, widths, strict=True):
        column.width = Mm(width)
    for number, row in enumerate((table.columns, *table.rows)):
        added = drawn.add_row()
        marks = added._tr.get_or_add_trPr()  # noqa: SLF001 - the library has no word for rows that stay whole, nor for headings that repeat
        for mark in ("w:cantSplit", *(["w:tblHeader"] if number == 0 else [])):
            marks.append(marks.makeelement(qn(mark), {qn("w:val"): "true"}))
        for place, (cell, text) in enumerate(zip(added.cells, row, strict=True)):
            cell.width = Mm(widths[place])
            run = cell.paragraphs[0].add_run(text)
            run.bold, run.font.size = number == 0, Pt(9)
            if place in table.numbers:
                cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _leaf(document: Document, leaf: Leaf) -> None:
    document.add_heading(leaf.heading, 1).paragraph_format.page_break_before = True
    _facts(document, leaf.facts)
    for section in leaf.sections:
        document.add_heading(section.heading, 2)
        for line in section.lines:
            document.add_paragraph(line, style="List Bullet")


def _closing(document: Document, dossier: Dossier) -> None:
    document.add_heading(dossier.signature_heading, 1).paragraph_format.page_break_before = True
    lines = document.add_table(rows=0, cols=2)
    for line in dossier.signatures:
        cells = lines.add_row().cells
        cells[0].text, cells[1].text = f"\n{line}", f"\n{'_' * 34}"
    seal = dossier.seal
    document.add_picture(picture_of(seal), width=Mm(30))
    document.paragraphs[-1].paragraph_format.space_before = Pt(16)
    for text in (f"{seal.label}:", seal.address, f"SHA-256: {seal.fingerprint}"):
        _grey(document.add_paragraph(text))


def _grey(paragraph: Paragraph, text: str = "") -> None:
    if text:
        paragraph.add_run(text)
    for run in paragraph.runs:
        run.font.size, run.font.color.rgb = Pt(9), _GREY


def _with_fixed_dates(document: Document) -> bytes:
    """Return the file with the same moment on every part: the library writes the present one."""
    written, fixed = io.BytesIO(), io.BytesIO()
    document.save(written)
    with zipfile.ZipFile(written) as before, zipfile.ZipFile(fixed, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.namelist():
            part = zipfile.ZipInfo(name, _ALWAYS_THE_SAME)
            part.compress_type = zipfile.ZIP_DEFLATED
            after.writestr(part, before.read(name))
    return fixed.getvalue()
