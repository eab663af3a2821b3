"""The three files say what the dossier says, letter by letter, and nothing in them is carried out."""

import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace

import docx
import pdfplumber
import pytest
from python_calamine import CalamineWorkbook

from service.selection.dossiers.as_docx import as_docx
from service.selection.dossiers.as_pdf import as_pdf
from service.selection.dossiers.as_xlsx import as_xlsx
from service.selection.dossiers.contents import Dossier
from service.selection.dossiers.words import LEFT_OUT
from tests.service.selection.dossiers.conftest import HOSTILE, VIETNAMESE


def text_of_pdf(content: bytes) -> str:
    with pdfplumber.open(io.BytesIO(content)) as pdf:
        return "\n".join(page.extract_text() for page in pdf.pages)


def text_of_docx(content: bytes) -> str:
    document = docx.Document(io.BytesIO(content))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    header = [paragraph.text for paragraph in document.sections[0].header.paragraphs]
    return "\n".join([*header, *(paragraph.text for paragraph in document.paragraphs), *cells])


def text_of_xlsx(content: bytes) -> str:
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    cells = [cell for name in book.sheet_names for row in book.get_sheet_by_name(name).to_python() for cell in row]
    return "\n".join(f"{cell:g}".replace(".", ",") if isinstance(cell, float) else str(cell) for cell in cells)


Written = tuple[Callable[[Dossier], bytes], Callable[[bytes], str]]
EACH: list[Written] = [(as_pdf, text_of_pdf), (as_docx, text_of_docx), (as_xlsx, text_of_xlsx)]


def everything(dossier: Dossier) -> list[str]:
    leaves = [line for leaf in dossier.leaves for section in leaf.sections for line in (section.heading, *section.lines)]
    cells = [cell for table in dossier.tables for row in (table.columns, *table.rows) for cell in row]
    about = [text for fact in dossier.facts for text in fact]
    frame = [dossier.title, dossier.reference, dossier.invented, dossier.made, *dossier.method, *dossier.signatures]
    return [*frame, *about, *cells, *leaves, *(leaf.heading for leaf in dossier.leaves), dossier.seal.fingerprint, dossier.seal.address]


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


@pytest.mark.parametrize(("write", "read"), EACH)
def test_everything_stands_in_the_file(dossier: Dossier, write: Callable[[Dossier], bytes], read: Callable[[bytes], str]) -> None:
    found = squeezed(read(write(dossier)))
    broken_over_pages = {squeezed("Một câu dài. " * 60)}
    words = [squeezed(text) for text in everything(dossier)]
    missing = [word for word in words if word not in found and word not in broken_over_pages]
    if write is as_pdf:  # a cell of several lines is read line by line, across its row
        missing = [word for word in missing if not set(word) <= set(found)]
    assert missing == []


@pytest.mark.parametrize(("write", "read"), EACH)
def test_the_same_dossier_gives_the_same_bytes(dossier: Dossier, write: Callable[[Dossier], bytes], read: Callable[[bytes], str]) -> None:
    assert read(write(dossier))
    assert write(dossier) == write(dossier)


def test_no_cell_is_a_formula_and_no_text_a_link(dossier: Dossier) -> None:
    with zipfile.ZipFile(io.BytesIO(as_xlsx(dossier))) as book:
        sheets = "".join(book.read(name).decode() for name in book.namelist() if "worksheets/sheet" in name)
        assert ("<f>" in sheets, "<hyperlink" in sheets) == (False, False)
        assert "HYPERLINK" in book.read("xl/sharedStrings.xml").decode()


def test_no_text_is_a_field_or_markup_of_the_document(dossier: Dossier) -> None:
    with zipfile.ZipFile(io.BytesIO(as_docx(dossier))) as document:
        body = document.read("word/document.xml").decode()
        external = [name for name in document.namelist() if name.endswith(".rels") and b'TargetMode="External"' in document.read(name)]
    assert ("instrText" in body, "fldSimple" in body, "<b>" in body) == (False, False, False)
    assert external == []


def test_the_pdf_carries_its_font_and_has_a_page_for_everybody(dossier: Dossier) -> None:
    content = as_pdf(dossier)
    with pdfplumber.open(io.BytesIO(content)) as pdf:
        texts = [page.extract_text() for page in pdf.pages]
        fonts = {letter["fontname"].split("+")[-1] for page in pdf.pages for letter in page.chars}
        widest = max(letter["x1"] for page in pdf.pages for letter in page.chars)
        assert widest <= pdf.pages[0].width
    assert fonts == {"Roboto", "RobotoBold"}
    assert [sum(squeezed(f"{number}. {HOSTILE[number]}") in squeezed(text) for text in texts) for number in (1, 2)] == [1, 1]
    assert all(dossier.reference in text and dossier.invented in text for text in texts)
    assert squeezed(VIETNAMESE) in squeezed("".join(texts))
    assert b"/JavaScript" not in content


def test_numbers_of_a_table_are_numbers_and_sheets_are_called_by_people(dossier: Dossier) -> None:
    book = CalamineWorkbook.from_filelike(io.BytesIO(as_xlsx(dossier)))
    rows = book.get_sheet_by_name(dossier.tables[0].heading).to_python()
    (line,) = [row for row in rows if f"{VIETNAMESE} 7" in row]
    assert (line[0], line[2]) == (7.0, 0.5)
    assert [name[:3] for name in book.sheet_names[2:4]] == ["1. ", "2. "]
    assert not any(name.startswith(("1. 1.", "1 1.")) for name in book.sheet_names)


def test_rows_are_as_high_as_their_text_and_headings_are_printed_on_every_page(dossier: Dossier) -> None:
    with zipfile.ZipFile(io.BytesIO(as_xlsx(dossier))) as book:
        table, person = (book.read(f"xl/worksheets/sheet{number}.xml").decode() for number in (2, 3))
        names = book.read("xl/workbook.xml").decode()
    rows = re.findall(r"<row [^>]+>", table + person)
    assert [row for row in rows if 'customHeight="1"' not in row and "<c " in row] == []
    assert max(float(height) for height in re.findall(r' ht="([0-9.]+)"', person)) > 5 * 12
    assert "_xlnm.Print_Titles" in names
    assert 'state="frozen"' in table
    assert all('fitToHeight="0"' in sheet and 'orientation="landscape"' in sheet for sheet in (table, person))


def test_a_text_higher_than_a_row_can_be_goes_on_in_the_next(dossier: Dossier) -> None:
    long = " ".join(f"câu{number}" for number in range(3000))
    content = as_xlsx(replace(dossier, facts=(("Lý do", long),)))
    assert squeezed(long) in squeezed(text_of_xlsx(content))
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        heights = re.findall(r' ht="([0-9.]+)"', book.read("xl/worksheets/sheet1.xml").decode())
    assert sum(float(height) > 300 for height in heights) > 1


def test_sheets_of_one_name_are_told_apart(dossier: Dossier) -> None:
    content = as_xlsx(replace(dossier, tables=(dossier.tables[0], dossier.tables[0])))
    assert CalamineWorkbook.from_filelike(io.BytesIO(content)).sheet_names[1:3] == ["Tổng công trình sư", "Tổng công trình sư (2)"]


def test_the_docx_is_in_its_language_and_its_pages_are_numbered(dossier: Dossier) -> None:
    with zipfile.ZipFile(io.BytesIO(as_docx(dossier))) as document:
        styles, below = document.read("word/styles.xml").decode(), document.read("word/footer1.xml").decode()
    assert set(re.findall(r'<w:lang [^>]*w:val="([^"]+)"', styles)) == {"vi-VN"}
    assert re.findall("<w:instrText[^>]*>([^<]+)<", below) == ["PAGE", "NUMPAGES"]


def test_rows_of_the_docx_stay_whole_and_every_leaf_begins_a_page(dossier: Dossier) -> None:
    document = docx.Document(io.BytesIO(as_docx(dossier)))
    assert all("w:cantSplit" in row._tr.xml for row in document.tables[0].rows)
    begun = {paragraph.text for paragraph in document.paragraphs if paragraph.paragraph_format.page_break_before}
    assert begun == {*(leaf.heading for leaf in dossier.leaves), dossier.signature_heading}
    assert [paragraph.text for paragraph in document.sections[0].header.paragraphs] == [f"{dossier.reference}\n{dossier.invented}"]


def test_a_letter_that_the_font_lacks_is_seen_to_be_missing_in_the_pdf(dossier: Dossier) -> None:
    found = text_of_pdf(as_pdf(replace(dossier, facts=(("Quy mô", "6 → 58 người, 台車"),))))
    assert "6 -> 58 người, ◊◊" in found
    assert squeezed(LEFT_OUT.vi) in squeezed(found)
    assert "◊" not in text_of_pdf(as_pdf(dossier))
