"""Cells that say nothing, or again what the cell above says."""

from typing import Any

import pytest

from service.imports.reading.empty_words import is_as_above, is_nothing, says_none
from service.imports.reading.tables import cleaned
from tests.service.imports.gathering.test_records import read


@pytest.mark.parametrize("words", ["-", "—", "–", " - ", "N/A", "NULL", "\\N", "----"])
def test_dashes_and_signs_are_empty(words: str) -> None:
    assert cleaned(words) == ""


@pytest.mark.parametrize("words", ["", "...", "- Giống lúa", "Na", "Null Island", "0"])
def test_words_are_not(words: str) -> None:
    assert not is_nothing(words)


def test_what_says_that_there_is_none_or_the_same() -> None:
    assert [says_none(words) for words in ("Không có", "x", "Không gian số")] == [True, True, False]
    assert [is_as_above(words) for words in ("nt", "Như trên", "NT Corporation")] == [True, True, False]


HEADINGS = "Họ và tên;Email;ORCID;Đồng ý được đối sánh;Hình thức đồng ý;Ngày đồng ý;Loại;Tên công trình;Bắt đầu;Cơ quan thực hiện\n"


def items(rows: str) -> list[Any]:
    records, faults = read((HEADINGS + rows).encode())
    assert faults == []
    return [(item.fields["title"], item.fields.get("starts"), item.organisation) for record in records for item in record.items]


def test_what_says_nothing_is_no_value_and_no_fault() -> None:
    assert items("Mai Thị An;an@x.vn;-;-;–;N/A;Đề tài;Giống lúa;không;x\nLê Văn Bình;x;không;—;không;-;Đề tài;Đê biển;-;-\n") == [
        ("Giống lúa", None, ""),
        ("Đê biển", None, ""),
    ]


def test_the_cell_above_is_said_again() -> None:
    rows = "Mai Thị An;an@x.vn;;;;;Đề tài;Giống lúa;2015;Viện Lúa\nLê Văn Bình;b@x.vn;;;;;Đề tài;Đê biển;2016;nt\n"
    assert [organisation for *_, organisation in items(rows)] == ["Viện Lúa", "Viện Lúa"]
