"""Cells of one row with a line for each of several works: lines at the same place belong together, and what does not fit is refused."""

import pytest

from models.vocabulary import Part
from tests.service.imports.gathering.test_records import read
from tests.service.imports.reading.offices import book

HEADINGS = ["Họ và tên", "Loại", "Tên công trình", "Năm", "Vai trò"]


def works(*cells: str) -> tuple[list[tuple[str, int | None, Part | None]], list[str]]:
    records, faults = read(book(("DS", [HEADINGS, ["Mai Thị An", *cells]])), "list.xlsx")
    items = [item for record in records for item in record.items]
    return [
        (item.fields["title"], item.fields["starts"].year if item.fields.get("starts") else None, item.fields.get("part")) for item in items
    ], [fault.column for fault in faults]


def test_lines_at_the_same_place_belong_together() -> None:
    said = works("Đề tài", "1. Giống lúa\n2. Nuôi tôm\n3. Đê biển", "2015\n2017\n2019", "Chủ nhiệm\nThư ký\nThành viên")
    assert said == ([("Giống lúa", 2015, Part.LED), ("Nuôi tôm", 2017, Part.MAIN), ("Đê biển", 2019, Part.CONTRIBUTOR)], [])


def test_one_line_is_said_of_all() -> None:
    assert works("Đề tài", "Giống lúa\nNuôi tôm", "2015\n2017", "Chủ nhiệm")[0] == [
        ("Giống lúa", 2015, Part.LED),
        ("Nuôi tôm", 2017, Part.LED),
    ]


def test_an_empty_line_leaves_that_work_without() -> None:
    assert works("Đề tài", "Giống lúa\nNuôi tôm\nĐê biển", "2015\n\n2019", "")[0] == [
        ("Giống lúa", 2015, None),
        ("Nuôi tôm", None, None),
        ("Đê biển", 2019, None),
    ]


@pytest.mark.parametrize(
    ("title", "year", "column"),
    [("Giống lúa\nNuôi tôm\nĐê biển", "2015\n2017", "Năm"), ("Giống lúa\nchịu mặn", "2015\n2017", "Tên công trình")],
)
def test_lines_that_do_not_fit_are_refused(title: str, year: str, column: str) -> None:
    assert works("Đề tài", title, year, "Chủ nhiệm") == ([], [column])


def test_a_title_broken_over_lines_is_one() -> None:
    assert works("Đề tài", "Giống lúa\nchịu mặn", "2015", "Chủ nhiệm\nđề tài")[0] == [("Giống lúa chịu mặn", 2015, Part.LED)]


def test_a_dash_leaves_that_work_without_and_the_line_above_is_said_again() -> None:
    assert works("Đề tài", "Giống lúa\nNuôi tôm\nĐê biển", "2015\n2017\n2019", "Đồng tác giả\nnt\n-")[0] == [
        ("Giống lúa", 2015, Part.CONTRIBUTOR),
        ("Nuôi tôm", 2017, Part.CONTRIBUTOR),
        ("Đê biển", 2019, None),
    ]


def test_parts_and_days_are_those_of_the_works_where_a_post_stands_beside_the_person() -> None:
    headings = ["Họ và tên", "Đơn vị", "Chức vụ", "Tên công trình", "Năm", "Vai trò", "Nơi thực hiện"]
    row = ["Mai Thị An", "Viện Lúa", "Nghiên cứu viên", "Giống lúa\nNuôi tôm", "2015\n2017", "Chủ nhiệm\nTập thể", "Huyện A\nnt"]
    [record], faults = read(book(("DS", [headings, row])), "list.xlsx")
    said = [(item.fields["title"], item.fields["kind"].value, item.fields.get("part"), item.organisation) for item in record.items]
    assert faults == []
    assert said == [
        ("Nghiên cứu viên", "position", None, "Viện Lúa"),
        ("Giống lúa", "programme", Part.LED, "Huyện A"),
        ("Nuôi tôm", "publication", None, "Huyện A"),
    ]
