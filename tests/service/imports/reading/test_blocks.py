"""Lists in blocks: a row that names a person, and below it the works of that person."""

import pytest

from service.imports.reading.blocks import head_of
from service.imports.reading.files import read_file
from tests.service.imports.gathering.test_records import read
from tests.service.imports.reading.offices import Rows, book

HEADINGS = ["TT", "Loại", "Tên công trình", "Năm"]
AN, BINH = "1. PGS.TS. Nguyễn Văn An – Viện Lúa – an@x.vn", "2. Lê Thị Bình – Trưởng khoa – binh@x.vn"
WORKS: Rows = [["1", "Đề tài", "Giống lúa", "2015"], ["2", "Bài báo", "Gạo thơm", "2017"]]
TOM = ["1", "Sáng chế", "Máy cho tôm ăn", "2019"]


def works(*rows: list[str] | Rows) -> tuple[dict[str, list[str]], list[int]]:
    records, faults = read(book(("DS", rows)), "list.xlsx")
    said = {record.fields.get("email", ""): [item.fields["title"] for item in record.items] for record in records}
    return said, [fault.row for fault in faults]


def test_the_works_below_a_person_are_that_persons() -> None:
    assert works(HEADINGS, [AN], *WORKS, [BINH], TOM) == (
        {"an@x.vn": ["Viện Lúa", "Giống lúa", "Gạo thơm"], "binh@x.vn": ["Máy cho tôm ăn"]},
        [],
    )


def test_the_first_person_can_stand_above_the_headings_which_are_said_again() -> None:
    said, faults = works(["DANH SÁCH"], [AN], HEADINGS, *WORKS, [BINH], HEADINGS, TOM)
    assert (said["an@x.vn"][1:], said["binh@x.vn"], faults) == (["Giống lúa", "Gạo thơm"], ["Máy cho tôm ăn"], [])


def test_a_head_that_is_not_understood_gives_its_works_to_nobody() -> None:
    said, faults = works(HEADINGS, [AN], *WORKS, ["2. Nhóm của chị B. ở phòng 3"], TOM)
    assert (said["an@x.vn"][1:], faults) == (["Giống lúa", "Gạo thơm"], [6])


def test_a_work_that_bears_the_name_of_a_person_is_a_work() -> None:
    said, faults = works(HEADINGS, [AN], *WORKS, ["3", "", "Trần Hưng Đạo"], TOM)
    assert (list(said), said["an@x.vn"][-2:], faults) == (["an@x.vn"], ["Trần Hưng Đạo", "Máy cho tôm ăn"], [])


def test_who_signs_below_is_nobody() -> None:
    said, faults = works(HEADINGS, [AN], *WORKS, ["", "", "", "Hà Nội, ngày 5 tháng 6 năm 2026"], ["Người lập biểu"])
    assert (list(said), faults) == (["an@x.vn"], [])


def test_what_was_left_out_of_a_head_is_told() -> None:
    notes = read_file(book(("DS", [HEADINGS, [AN], *WORKS, [BINH], TOM])), "list.xlsx", {}).notes
    assert any("“Trưởng khoa”" in note.en for note in notes)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("II. TS Trần Quốc Cường (Đại học Huế)", "TS Trần Quốc Cường (Đại học Huế)"),
        ("Họ và tên: Trần Quốc Cường, Email: c@x.vn", "Trần Quốc Cường"),
        ("3. John Smith | Oxford University | j@o.uk", "John Smith"),
        ("Trần Quốc Cường", None),
        ("KHOA NÔNG HỌC", None),
        ("I. Khối viện nghiên cứu", None),
        ("C. KHỐI HÓA - MÔI TRƯỜNG", None),
        ("Nghiên cứu giống lúa – Viện Lúa", None),
    ],
)
def test_heads_of_blocks(words: str, name: str | None) -> None:
    found = head_of(words)
    assert (found[0]["display_name"] if found else None) == name


@pytest.mark.parametrize(
    "head",
    [
        "1. Trung tá, TS. Mai Thị Hạnh - Viện Hóa - Môi trường - hanh@x.vn - ĐT: 0913885492",
        "1. Trung tá TS Mai Thị Hạnh – Viện Hóa - Môi trường – hanh@x.vn",
        "1. Trung tá, TS Mai Thị Hạnh; Viện Hóa - Môi trường; ĐT: 0913 (hanh@x.vn)",
        "1. Trung tá, TS Mai Thị Hạnh | Viện Hóa - Môi trường | hanh@x.vn",
    ],
)
def test_ranks_and_any_separator_below_a_section(head: str) -> None:
    said, faults = works(
        ["TT", "Tên đề tài, công trình", "Vai trò", "Từ", "Đến"], ["A. KHỐI VẬT LIỆU"], [head], ["1.1", "Thép", "", "2015"]
    )
    assert (said, faults) == ({"hanh@x.vn": ["Viện Hóa - Môi trường", "Thép"]}, [])


def test_a_faulty_address_refuses_the_person_with_the_works() -> None:
    said, faults = works(HEADINGS, [AN], *WORKS, ["2. Đại tá Lê Thị Bình; nt; binh(a)x.vn"], TOM)
    assert (said["an@x.vn"][1:], list(said), faults) == (["Giống lúa", "Gạo thơm"], ["an@x.vn"], [5, 6])


def test_who_is_where_the_one_above_is() -> None:
    said, _ = works(HEADINGS, [AN], *WORKS, ["2. Lê Thị Bình – như trên – binh@x.vn"], TOM)
    assert said["binh@x.vn"] == ["Viện Lúa", "Máy cho tôm ăn"]


def test_who_signs_with_a_rank_is_nobody() -> None:
    records, _ = read(book(("DS", [HEADINGS, [AN], *WORKS, [BINH], TOM, ["", "", "", "Thiếu tướng Ông Thế Vượng"]])), "list.xlsx")
    assert len(records) == 2


def test_a_code_in_front_of_a_head_is_the_key_of_the_person() -> None:
    for words in ("NS-03 - MAI THỊ AN", "NS-03. Ông/Bà: MAI THỊ AN", "Nhân sự số 3 (NS-03): MAI THỊ AN"):
        assert head_of(words) == ({"display_name": "MAI THỊ AN", "key": "NS-03"}, [])
