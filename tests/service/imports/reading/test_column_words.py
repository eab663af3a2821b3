"""A column with a heading that nobody foresaw is read by what stands in it, and its sender is told."""

from datetime import date

from service.imports.gathering.contents import TableContents, table_contents
from service.imports.reading.files import read_file
from service.imports.records import ImportedRecord

HEADINGS = "Full name;Employer;Reach me at;What sort;Called;Done for;As what;From"
ROWS = """
Trần Thị Bình;Institute of Rice;binh@example.vn;Patent;A seed drill for flooded fields;Mekong Company;Lead inventor;2019
Trần Thị Bình;Institute of Rice;binh@example.vn;R&D project;Salt-tolerant rice for the delta;University of the Delta;Member;2015
Lê Văn Cường;Harbour Group;cuong@example.vn;Publication;Mooring loads in a swell of long period;Harbour Group;First author;2021
Lê Văn Cường;Harbour Group;cuong.le@example.vn;Award;National prize for the quay wall;Society of Ports;;2022
"""


def read(headings: str = HEADINGS, rows: str = ROWS, left_out: str = "") -> tuple[TableContents, list[ImportedRecord]]:
    contents = table_contents(read_file((headings + rows).encode(), "list.csv", {left_out: ""} if left_out else {}))
    return contents, contents.records(0, len(contents), date(2026, 10, 1))[0]


def test_kinds_titles_parts_addresses_and_organisations_are_known_by_their_words() -> None:
    contents, [binh, *namesakes] = read()
    assert [(item.fields["kind"], item.fields["title"], item.organisation, item.fields.get("part")) for item in binh.items] == [
        ("position", "Institute of Rice", "Institute of Rice", None),
        ("patent", "A seed drill for flooded fields", "Mekong Company", "led"),
        ("programme", "Salt-tolerant rice for the delta", "University of the Delta", "contributor"),
    ]
    assert [record.fields["email"] for record in namesakes] == ["cuong@example.vn", "cuong.le@example.vn"]
    [note] = [note.en for note in contents.notes if "by their words" in note.en]
    assert "“What sort” = kind" in note
    assert contents.unknown == []


def test_what_a_mapping_leaves_out_is_left_out() -> None:
    contents, [binh, *_] = read(left_out="As what")
    assert [item.fields.get("part") for item in binh.items] == [None, None, None]
    assert all("As what" not in note.en for note in contents.notes if "by their words" in note.en)


def test_few_cells_say_nothing_of_a_column() -> None:
    contents, _ = read("Họ và tên;Đơn vị;Cỡ áo", "\nMai An;Viện Lúa;dự án\nMai Bình;Viện Lúa;đề tài\n")
    assert contents.unknown == ["Cỡ áo"]


def test_long_cells_are_neither_kinds_nor_organisations_though_they_begin_with_such_words() -> None:
    works = "Hệ thống giám sát mặn cho vùng ven biển (2016, trưởng nhóm phát triển) | Hệ thống tưới tự động cho lúa (2018, thành viên)"
    papers = "Lúa chịu mặn ở đồng bằng; Tạp chí Khoa học trường Đại học Cần Thơ; 2013\nNuôi tôm; Tạp chí Khoa học Đại học Huế; 2015"
    people = "".join(f'Mai Thị An {at};Giáo sư;{works};"{papers}"\n' for at in range(4))
    contents, _ = read("Họ tên;Chức danh;Thứ làm ra;Thứ đăng\n", people)
    assert contents.unknown == ["Thứ làm ra", "Thứ đăng"]
