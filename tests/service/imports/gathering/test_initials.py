"""Authors with initials lead to the one person in the file whom they fit; where two fit, that is told."""

import pytest

from service.imports.gathering.initials import by_initials
from tests.service.imports.gathering.test_records import read
from tests.service.imports.reading.offices import Rows, book

NAMES = ["Mai Thị An", "Nguyễn Văn Thắng", "Nguyễn Vĩnh Thắng", "Trần Thu Hằng", "Lê Thị Hoa"]
PEOPLE: Rows = [["Họ và tên", "Email"], *([name, f"{at}@x.vn"] for at, name in enumerate(NAMES))]


@pytest.mark.parametrize(
    ("author", "whom"),
    [
        ("M. T. An", ["Mai Thị An"]),
        ("M.T. An", ["Mai Thị An"]),
        ("Mai T. A.", ["Mai Thị An"]),
        ("A. T. Mai", ["Mai Thị An"]),
        ("Hoa LT", ["Lê Thị Hoa"]),
        ("T. Th. Hằng", ["Trần Thu Hằng"]),
        ("T. T. Hằng", ["Trần Thu Hằng"]),
        ("N. V. Thắng", ["Nguyễn Văn Thắng", "Nguyễn Vĩnh Thắng"]),
        ("T. T. Hạng", []),
        ("T. An", []),
        ("K. Yamamura", []),
        ("Mai Thị An", []),
    ],
)
def test_whom_initials_fit(author: str, whom: list[str]) -> None:
    assert by_initials((name, name) for name in NAMES).whom(author) == whom


def test_works_go_to_authors_with_initials_and_two_whom_they_fit_are_told() -> None:
    papers: Rows = [
        ["No.", "Tên bài", "Các tác giả", "Năm"],
        ["1", "Lúa chịu mặn", "J.-P. Lebrun, M. T. An", "2019"],
        ["2", "Giống lúa mới", "Mai T. A.; Le T. H.", "2020"],
        ["3", "Đo độ mặn", "N. V. Thắng, K. Yamamura", "2021"],
    ]
    records, [fault] = read(book(("Nhân sự", PEOPLE), ("Công bố", papers)), "list.xlsx")
    assert {record.fields["display_name"]: [item.fields["title"] for item in record.items] for record in records if record.items} == {
        "Mai Thị An": ["Lúa chịu mặn", "Giống lúa mới"],
        "Lê Thị Hoa": ["Giống lúa mới"],
    }
    assert (fault.row, fault.column, "“N. V. Thắng”: It can be more than one person" in fault.message.en) == (4, "Các tác giả", True)
