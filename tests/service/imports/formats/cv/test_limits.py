"""Files that are too large, locked, scanned, broken or meant to harm: an answer that says what to do, never anything else."""

import io
import threading
import zipfile

import pytest
from fpdf.enums import EncryptionMethod
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from service.imports.faults import Unreadable
from service.imports.formats.cv import apart
from service.imports.formats.cv import docx as docx_reader
from service.imports.formats.cv import pdf as pdf_reader
from service.imports.formats.cv.apart import read_apart
from service.imports.formats.cv.reading import read
from tests.service.imports.formats.cv.cvs import DATES_LEFT, FORM, SIDEBAR
from tests.service.imports.formats.cv.making import new_pdf, write


def refused(content: bytes) -> str:
    with pytest.raises(Unreadable) as told:
        read(content)
    assert told.value.message.vi
    return str(told.value)


def test_a_scan_is_told_to_have_no_text_layer() -> None:
    assert "no text layer" in refused(bytes(new_pdf().output()))


def test_a_locked_pdf_is_told_to_be_locked() -> None:
    pdf = new_pdf()
    write(pdf, [("Work experience", "H"), ("2010 - 2015: Engineer, ABC Company", "")])
    pdf.set_encryption(owner_password="owner", user_password="user", encryption_method=EncryptionMethod.AES_128)
    assert "password" in refused(bytes(pdf.output()))


def test_a_locked_office_file_is_told_to_be_locked() -> None:
    assert "password" in refused(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))


def test_a_file_of_many_pages_is_told_to_be_too_long() -> None:
    pdf = new_pdf()
    for _ in range(80):
        pdf.add_page()
    assert "80 pages" in refused(bytes(pdf.output()))


def packed(name: str, content: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return file.getvalue()


def test_a_bomb_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(docx_reader, "MOST_UNPACKED", 100_000)
    assert "larger" in refused(packed("word/document.xml", bytes(1_000_000)))


def test_a_bomb_that_lies_about_its_size_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(docx_reader, "MOST_UNPACKED", 100_000)
    lying = packed("word/document.xml", bytes(1_000_000)).replace((1_000_000).to_bytes(4, "little"), (10).to_bytes(4, "little"))
    assert refused(lying)


def test_a_part_that_cannot_be_unpacked_is_told() -> None:
    whole = FORM.make()
    at = whole.index(b"word/document.xml") + 60
    assert "cannot be opened" in refused(whole[:at] + bytes([255]) * 40 + whole[at + 40 :])


def test_entities_are_not_written_out() -> None:
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><x>&b;</x>'
    assert "cannot be opened" in refused(packed("[Content_Types].xml", bomb))


def test_time_that_is_over_ends_the_reading() -> None:
    with pytest.raises(Unreadable, match="too long"):
        pdf_reader.lines_of(DATES_LEFT.make(), seconds=-1)


def test_a_child_process_answers_the_same_and_is_stopped_in_time() -> None:
    assert len(read_apart(FORM.make())) == len(FORM.items)
    with pytest.raises(Unreadable, match="neither PDF nor DOCX"):
        read_apart(b"nothing")
    with pytest.raises(Unreadable, match="too long"):
        read_apart(FORM.make(), seconds=0)


def test_no_more_files_are_read_at_once_than_there_are_places(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "_PLACES", threading.BoundedSemaphore(1))
    with apart._PLACES, pytest.raises(Unreadable, match="in a minute"):
        read_apart(b"nothing", seconds=0)


WHOLE = {name: told.make() for name, told in (("sidebar", SIDEBAR), ("form", FORM))}


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    name=st.sampled_from(sorted(WHOLE)),
    changes=st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.binary(min_size=1, max_size=8)), max_size=6),
    cut=st.floats(0.2, 1),
)
def test_a_damaged_file_is_read_or_refused(name: str, changes: list[tuple[float, bytes]], cut: float) -> None:
    content = bytearray(WHOLE[name])
    for place, patch in changes:
        at = int(place * len(content))
        content[at : at + len(patch)] = patch
    assert all(_passages_or_fault(bytes(content[: int(cut * len(content))])))


def _passages_or_fault(content: bytes) -> list[str]:
    try:
        return [offer.passage for offer in read(content)]
    except Unreadable as fault:
        return [fault.message.vi, fault.message.en]


@settings(max_examples=60, deadline=None)
@given(st.sampled_from([b"", b"%PDF-1.7\n", b"PK\x03\x04", b"\xd0\xcf\x11\xe0"]), st.binary(max_size=400))
def test_any_bytes_are_refused(head: bytes, body: bytes) -> None:
    with pytest.raises(Unreadable):
        read(head + body)
