"""Whatever bytes are sent, a reader says why it cannot read them or gives tables; nothing else is raised."""

import io
import json
import zipfile
from datetime import date

import pytest
import xlsxwriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from service.imports.faults import Unreadable
from service.imports.gathering.people import gather
from service.imports.gathering.records import record_of
from service.imports.reading.files import read_file
from service.imports.reading.heading_words import HEADINGS
from service.imports.reading.packing import UNPACKED_LIMIT

TODAY = date(2026, 10, 1)
FEW = settings(max_examples=40, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
HEADING = st.sampled_from([known[0] for known in HEADINGS.values() if known])
CELL = st.one_of(
    st.text(max_size=30),
    st.sampled_from(
        ["29/02/2021", "0201", "=HYPERLINK(1)", "nay", "có", "1E400", "-1", "\u200b", "\x00", "∞", "99999", "=1+1", "CG1", "a@b.c"]
    ),
)
ROWS = st.lists(st.lists(CELL, max_size=6), max_size=6)


def read(content: bytes, name: str = "people") -> str | None:
    """Read everything there is, and return why it cannot be read, if so."""
    try:
        gathered = gather(read_file(content, name, {}).tables)
    except Unreadable as fault:
        return fault.message.en if fault.message.vi else None
    for person in gathered.people:
        record_of(gathered, person, TODAY)
    return None


def is_read_or_told(content: bytes, name: str = "people") -> bool:
    """Return whether it is read, or why not is told in a sentence."""
    told = read(content, name)
    return told is None or len(told.split()) > 2


@FEW
@given(st.binary(max_size=300), st.sampled_from(["", "PK\x03\x04", "{", "[", "\ufeff", "Họ và tên,Email\n", "Mã\tHọ và tên\n"]))
def test_random_bytes(content: bytes, start: str) -> None:
    for name in ("people.csv", "people.json", "people.xlsx"):
        assert is_read_or_told(start.encode() + content, name)


@FEW
@given(st.lists(HEADING, min_size=1, max_size=6, unique=True), ROWS)
def test_random_cells_of_csv_and_workbooks(headings: list[str], rows: list[list[str]]) -> None:
    text = "\n".join(";".join(cell.replace(";", ",") for cell in row) for row in [headings, *rows])
    assert is_read_or_told(text.encode("utf-8", "replace"))
    file = io.BytesIO()
    with xlsxwriter.Workbook(file) as book:
        sheet = book.add_worksheet()
        for at, row in enumerate([headings, *rows]):
            for column, cell in enumerate(row):
                sheet.write_string(at, column, "".join(letter for letter in cell if letter.isprintable()))
    assert is_read_or_told(file.getvalue())


NAMED = st.sampled_from(["key", "display_name", "items", "headline", "positions", "title", "x"])
JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), CELL),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(NAMED, inner, max_size=4)),
    max_leaves=12,
)


@FEW
@given(JSON)
def test_random_json(said: object) -> None:
    assert is_read_or_told(json.dumps(said).encode())


@FEW
@given(st.integers(0, 4000), st.integers(0, 255))
def test_a_workbook_with_a_wrong_byte(place: int, value: int) -> None:
    content = bytearray(workbook([["Họ và tên", "Email"], ["Trần Bình", "b@x.vn"]]))
    content[place % len(content)] = value
    assert is_read_or_told(bytes(content))


def workbook(rows: list[list[str]]) -> bytes:
    file = io.BytesIO()
    with xlsxwriter.Workbook(file) as book:
        sheet = book.add_worksheet()
        for at, row in enumerate(rows):
            sheet.write_row(at, 0, row)
    return file.getvalue()


def repacked(content: bytes, **parts: bytes) -> bytes:
    """Return a workbook with the parts whose names end so replaced."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as before, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as after:
        for item in before.infolist():
            own = next((body for name, body in parts.items() if item.filename.endswith(f"{name}.xml")), before.read(item))
            after.writestr(item.filename, own)
    return file.getvalue()


PLAIN = workbook([["Họ và tên"], ["Trần Bình"]])
SHEET = '<?xml version="1.0"?>{more}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{rows}</sheetData></worksheet>'
INLINE = '<row r="{row}"><c r="{place}" t="inlineStr"><is><t>{words}</t></is></c></row>'


def sheet(rows: str, more: str = "") -> bytes:
    return SHEET.format(rows=rows, more=more).encode()


def test_a_zip_bomb_is_refused() -> None:
    assert read(repacked(PLAIN, sheet1=b" " * (UNPACKED_LIMIT + 1))) == "Unpacked it is too large: divide it."


@pytest.mark.parametrize(("place", "said"), [("A1048576", "more than 99999 rows"), ("XFD1", "more than 208 columns")])
def test_two_cells_far_apart_do_not_fill_the_memory(place: str, said: str) -> None:
    rows = INLINE.format(row=1, place="A1", words="Họ và tên") + INLINE.format(row=place.lstrip("AXFD"), place=place, words="x")
    assert said in str(read(repacked(PLAIN, sheet1=sheet(rows))))


def test_entities_do_not_grow() -> None:
    bomb = (
        "<!DOCTYPE a ["
        + '<!ENTITY a "aaaaaaaaaa">'
        + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9))
        + "]>"
    )
    told = read(repacked(PLAIN, sheet1=sheet(INLINE.format(row=1, place="A1", words="&j;"), bomb)))
    assert told == "The workbook cannot be opened: save it again as XLSX."


def test_inline_strings_are_read() -> None:
    rows = INLINE.format(row=1, place="A1", words="Họ và tên") + INLINE.format(row=2, place="A2", words="Trần Bình")
    table = read_file(repacked(PLAIN, sheet1=sheet(rows)), "a.xlsx", {}).tables[0]
    assert table.cells(0) == ["Trần Bình"]


def test_a_cell_of_a_megabyte_is_refused_where_it_stands() -> None:
    gathered = gather(read_file(f"Mã,Họ và tên,Tiểu sử\n1,Trần Bình,{'x' * 1_000_000}\n2,Lê An,y\n".encode(), "a.csv", {}).tables)
    records = [record_of(gathered, person, TODAY) for person in gathered.people]
    assert [record.fields["display_name"] for record, _ in records if record] == ["Lê An"]
    assert "20000" in records[0][1][0].message.en


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "empty"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 an old one", "save it as XLSX"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "password"),
        (b"PK\x03\x04 no zip", "no workbook"),
        (b"<html><table></table></html>", "web page"),
        ("Họ và tên\nTrần Bình\n".encode("cp1258", "replace"), "UTF-8"),
        ("Hä vµ tªn,ViÖn nghiªn cøu,C¬ quan\nNguyÔn V¨n An,ViÖt Nam\n".encode("latin-1"), "TCVN3"),
        (b'[{"display_name": "A"', "no JSON"),
        (b"[1, 2]", "no list of people"),
    ],
)
def test_what_cannot_be_read_is_told_apart(content: bytes, said: str) -> None:
    assert said in str(read(content))
