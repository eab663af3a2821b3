"""Writes a dossier as DOCX. Every text is the text of a run: no field, no markup, nothing that a word processor would carry out."""

import io
import zipfile

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph

from models.vocabulary import Language
from service.selection.dossiers import words
from service.selection.dossiers.contents import Dossier, Leaf, Table
from service.selection.dossiers.qr import picture_of

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
FONT = "Times New Roman"  # of official papers, and on every machine; a reader without it has one with the same widths
_ALWAYS_THE_SAME = (1980, 1, 1, 0, 0, 0)
_GREY = RGBColor(0x55, 0x55, 0x55)
_LOCALES = {Language.VI: "vi-VN", Language.EN: "en-GB"}


def as_docx(dossier: Dossier) -> bytes:
    """Return ``dossier`` as a file; the same dossier gives the same bytes."""
    document = docx.Document()
    _set_up(document, dossier)
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


def _set_up(document: Document, dossier: Dossier) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(20)
    for name in ("Normal", "Heading 1", "Heading 2", "Title"):
        style = document.styles[name]
        style.font.name = FONT
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for script in ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"):
            fonts.set(qn(script), FONT)
        for theme in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
            fonts.attrib.pop(qn(theme), None)
    document.styles["Normal"].font.size = Pt(11)
    for text in filter(None, (dossier.reference, dossier.invented)):
        _grey(section.header.add_paragraph(text))
    _grey(section.footer.paragraphs[0], f"{dossier.title}: {dossier.seal.fingerprint[:16]}")
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
    drawn = document.add_table(rows=0, cols=len(table.columns), style="Table Grid")
    for number, row in enumerate((table.columns, *table.rows)):
        cells = drawn.add_row().cells
        for place, text in enumerate(row):
            paragraph = cells[place].paragraphs[0]
            run = paragraph.add_run(text)
            run.bold, run.font.size = number == 0, Pt(9)
            if place in table.numbers:
                paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    repeated = drawn.rows[0]._tr.get_or_add_trPr()  # noqa: SLF001 - the library has no word for headings that repeat
    repeated.append(repeated.makeelement(qn("w:tblHeader"), {qn("w:val"): "true"}))


def _leaf(document: Document, leaf: Leaf) -> None:
    document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
    document.add_heading(leaf.heading, 1)
    _facts(document, leaf.facts)
    for section in leaf.sections:
        document.add_heading(section.heading, 2)
        for line in section.lines:
            document.add_paragraph(line, style="List Bullet")


def _closing(document: Document, dossier: Dossier) -> None:
    document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
    document.add_heading(dossier.signature_heading, 1)
    lines = document.add_table(rows=0, cols=2)
    for line in dossier.signatures:
        cells = lines.add_row().cells
        cells[0].text, cells[1].text = f"\n{line}", f"\n{'_' * 34}"
    seal = dossier.seal
    document.add_picture(picture_of(seal), width=Mm(30))
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
