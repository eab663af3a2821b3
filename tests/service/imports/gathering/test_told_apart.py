"""Namesakes: what stands beside a name tells which of them is meant; where nothing does, nobody is chosen."""

from tests.service.imports.gathering.test_records import read
from tests.service.imports.reading.offices import Rows, book

PEOPLE: Rows = [
    ["Họ và tên", "Năm sinh", "Đơn vị", "Email"],
    ["Lê Văn Bình", "1962", "Viện Lúa", "b1@x.vn"],
    ["Lê Văn Bình", "1974", "Cảng Sài Gòn", "b2@x.vn"],
]
HEADINGS = ["Họ và tên", "Phân biệt", "Loại", "Tên kết quả", "Năm"]


def titles(*rows: list[str]) -> tuple[dict[str, list[str]], list[int]]:
    works: Rows = [HEADINGS, *rows]
    records, faults = read(book(("Người", PEOPLE), ("Kết quả", works)), "list.xlsx")
    found = {
        str(record.fields["email"]): [item.fields["title"] for item in record.items if item.fields["kind"] != "position"]
        for record in records
    }
    return found, [fault.row for fault in faults]


def test_a_year_of_birth_an_employer_or_an_address_tells_namesakes_apart() -> None:
    assert titles(
        ["Lê Văn Bình", "sinh 1974", "Bài báo", "Cầu cảng", "2019"],
        ["TS. Lê Văn Bình", "Viện Lúa, Việt Nam", "Bài báo", "Giống lúa", "1974"],
        ["Lê Văn Bình", "B2@x.vn", "Bài báo", "Luồng tàu", "2018"],
    ) == ({"b1@x.vn": ["Giống lúa"], "b2@x.vn": ["Cầu cảng", "Luồng tàu"]}, [])


def test_where_nothing_tells_or_two_things_contradict_nobody_is_chosen() -> None:
    assert titles(
        ["Lê Văn Bình", "", "Bài báo", "Cầu cảng", "2019"],
        ["Lê Văn Bình", "1962, Cảng Sài Gòn", "Bài báo", "Giống lúa", "2019"],
    ) == ({"b1@x.vn": [], "b2@x.vn": []}, [2, 3])


def test_in_a_role_the_remark_behind_the_name_tells_namesakes_apart() -> None:
    tasks: Rows = [
        ["TT", "Tên đề tài", "Chủ nhiệm", "Thành viên"],
        ["1", "Giống lúa", "Lê Văn Bình (Viện Lúa)", ""],
        ["2", "Cầu cảng", "", "Lê Văn Bình (1974)"],
    ]
    records, faults = read(book(("Người", PEOPLE), ("Đề tài", tasks)), "list.xlsx")
    assert faults == []
    assert [[item.fields["title"] for item in record.items if item.fields["kind"] == "programme"] for record in records] == [
        ["Giống lúa"],
        ["Cầu cảng"],
    ]


def test_namesakes_without_a_key_who_were_born_in_different_years_are_not_made_one() -> None:
    records, [fault] = read("Họ tên;Năm sinh;Đơn vị\nLê Văn Bình;1962;Viện Lúa\nLê Văn Bình;1974;Cảng\n".encode())
    assert ([item.organisation for item in records[0].items], fault.row, fault.column) == (["Viện Lúa"], 3, "Năm sinh")
