"""A file is what its bytes say, and its name must say the same."""

import pytest

from service.kit.problems import Invalid
from service.people.documents import kinds
from service.people.documents.kinds import media_type_of
from tests.service.people.documents import files

KEPT = [
    (files.PDF, "a.pdf", kinds.PDF),
    (files.DOCX, "CV.DOCX", kinds.DOCX),
    (files.XLSX, "a.xlsx", kinds.XLSX),
    (files.PNG, "a.png", kinds.PNG),
    (files.JPEG, "a.jpeg", kinds.JPEG),
    (files.TEXT, "a.txt", kinds.TEXT),
]
REFUSED = [
    (b"", "a.txt"),
    (files.PROGRAM, "a.exe"),
    (files.PROGRAM, "a.pdf"),
    (files.PDF, "a.png"),
    (files.WITH_MACROS, "a.docx"),
    (files.package("readme.txt"), "a.zip"),
    (files.DOCX[:-30], "a.docx"),
    (b"<html></html>", "a.html"),
    ("Tiếng Việt".encode("utf-16"), "a.txt"),
    (b"a\x00b", "a.txt"),
]


@pytest.mark.parametrize(("content", "name", "expected"), KEPT)
def test_a_kind_is_told_by_its_bytes(content: bytes, name: str, expected: str) -> None:
    assert media_type_of(content, name) == expected


@pytest.mark.parametrize(("content", "name"), REFUSED)
def test_anything_else_is_refused(content: bytes, name: str) -> None:
    with pytest.raises(Invalid, match=r"file”? (is|holds)"):
        media_type_of(content, name)
