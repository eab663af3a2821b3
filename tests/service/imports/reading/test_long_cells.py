"""Cells that keep a careless pattern busy for minutes are read in a moment: what takes longer than some seconds fails the fuzzing too."""

import time

import pytest

from service.imports.gathering.contents import table_contents
from service.imports.reading.files import read_file
from tests.service.imports.gathering.test_records import read
from tests.service.imports.reading.offices import book

HEADINGS = ["STT", "Họ và tên", "Email", "Ngôn ngữ", "Quốc gia", "Loại", "Tên công trình", "Năm", "Vai trò", "Bài báo"]
SECONDS = 5  # of the processor, for ten cells: a pattern that grows with the square of their length takes ten times as long


@pytest.mark.parametrize(
    "cell",
    [
        "(" * 19_999,
        "a" + "\u2003" * 19_000 + "b",
        "-" * 19_999,
        "a@" + "." * 19_000 + "@",
        "ngày tháng " * 1_700,
        "bs, " * 4_900,
        "1\n" * 9_999,
    ],
    ids=["brackets", "spaces", "dashes", "dots", "days", "titles", "lines"],
)
def test_no_cell_takes_long(cell: str) -> None:
    begun = time.process_time()
    for row in (["1", "Mai Thị An", *[cell] * 8], ["", cell], [cell] * 10):
        read(book(("DS", [HEADINGS, row])), "list.xlsx")
    assert time.process_time() - begun < SECONDS


def test_a_heading_of_any_length_is_passed_over() -> None:
    begun = time.process_time()
    contents = table_contents(read_file(f"Họ và tên;{'(-' * 400_000}\nMai Thị An;x\n".encode(), "list.csv", {}))
    assert (len(contents), time.process_time() - begun < SECONDS) == (1, True)
