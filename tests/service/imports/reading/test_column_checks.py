"""Cells have the last word where a heading says something else, unless a mapping says it."""

import pytest

from service.imports.reading.files import read_file
from service.imports.reading.person_names import names_somebody


def fields(rows: str, **mapping: str) -> dict[str, str | None]:
    [table] = read_file(rows.encode(), "list.csv", mapping).tables
    return {column.heading: column.field for column in table.columns}


@pytest.mark.parametrize(
    ("words", "is_name"),
    [
        ("Nguyễn Văn An", True),
        ("PGS.TS. TRẦN THỊ BÌNH (thẻ 12)", True),
        ("Lê An; Mai Bình", True),
        ("Giống lúa chịu mặn", False),
        ("Bộ kít thử nhanh", False),
        ("An", False),
    ],
)
def test_what_looks_like_a_name(words: str, is_name: bool) -> None:
    assert names_somebody(words) is is_name


def test_a_column_of_dates_without_a_year_is_none() -> None:
    rows = "Họ và tên;Thời gian;Nội dung\nMai An;3 giờ/tuần;Lúa\nLê Bình;dịp hè;Tôm\nTrần Chi;5 giờ/tháng;Cá\n"
    assert fields(rows)["Thời gian"] is None
    assert fields(rows.replace("3 giờ/tuần", "2015-nay").replace("dịp hè", "2016"))["Thời gian"] == "period"


def test_names_are_found_where_they_are() -> None:
    rows = "Tên gọi;Tác giả\nMáy gieo hạt;Nguyễn Văn An\nBộ kít thử;Trần Thị Bình\nPhân bón lá;Lê Chi\n"
    assert fields(rows) == {"Tên gọi": "title", "Tác giả": "display_name"}


def test_a_key_that_most_named_rows_lack_is_that_of_the_work() -> None:
    rows = "Mã số;Họ và tên;Vai trò;Nội dung\nKC.01;Mai An;Chủ nhiệm;Lúa\n;Lê Bình;Thành viên;Lúa\n;Trần Chi;Thành viên;Lúa\n"
    assert fields(rows)["Mã số"] is None


def test_a_heading_of_works_whose_cells_say_parts_is_of_parts() -> None:
    rows = "Tên đề tài;Người thực hiện;Nhiệm vụ\nLúa;Nguyễn An;Chủ trì\nTôm;Trần Bình;Thành viên\nCá;Lê Chi;Thư ký\n"
    assert fields(rows) == {"Tên đề tài": "title", "Người thực hiện": "display_name", "Nhiệm vụ": "part"}
