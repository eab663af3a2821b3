"""What offices send is read as its senders mean it: nobody is lost, mixed up or made of a sum, and what is wrong has a name."""

from datetime import date
from typing import Any

import pytest

from service.imports.faults import Fault, Unreadable
from service.imports.gathering.contents import table_contents
from service.imports.reading.files import read_file
from service.imports.records import ImportedRecord
from tests.service.imports.reading import offices


def read(content: bytes, name: str = "list.xlsx") -> tuple[list[ImportedRecord], list[Fault], list[str]]:
    contents = table_contents(read_file(content, name, {}))
    records, unread = contents.records(0, len(contents), date(2026, 10, 1))
    return records, [*contents.faults, *(fault for _, fault in unread)], [note.en for note in contents.notes]


def items_of(record: ImportedRecord) -> list[tuple[Any, ...]]:
    return [(item.fields["kind"].value, item.fields["title"], item.organisation) for item in record.items]


def parts(record: ImportedRecord) -> tuple[str, str]:
    return record.fields["family_name"], record.fields["given_name"]


def test_headings_over_two_rows_with_sums_and_signatures_below() -> None:
    records, faults, notes = read(offices.UNIVERSITY)
    assert (faults, [parts(record) for record in records]) == ([], [("NGUYỄN", "VĂN AN"), ("Trần", "Thị Bình")])
    assert items_of(records[0]) == [("position", "Trưởng khoa", "ĐH Bách khoa Hà Nội")]
    [post] = records[1].items
    assert (post.fields["starts"], post.fields["ends"]) == (date(2019, 7, 1), date(2019, 9, 30))
    assert any("passed over" in note and note.endswith(": 7, 8, 9.") for note in notes)


def test_a_family_name_with_middle_names_and_rows_that_go_on() -> None:
    records, faults, _ = read(offices.MINISTRY)
    assert (faults, [parts(record) for record in records]) == ([], [("PHẠM", "MINH ĐỨC"), ("VŨ", "THỊ THU HÀ")])
    assert [title for _, title, _ in items_of(records[0])] == ["Vật liệu siêu dẫn", "Superconducting tapes"]


def test_sections_are_nobody_and_a_numbered_row_without_a_name_is_nobody_elses() -> None:
    records, [fault], _ = read(offices.SECTIONS)
    assert [(record.fields["display_name"], len(record.items)) for record in records] == [("Nguyễn Thị Út", 1), ("Mai Chí Thọ", 1)]
    assert (fault.row, fault.column) == (4, "Họ và tên")
    assert "names nobody" in fault.message.en
    assert "không nêu tên ai" in fault.message.vi


def test_a_row_without_name_and_kind_is_told_that_the_name_is_missing() -> None:
    _, [fault], _ = read("Họ và tên;Loại;Nội dung\nLê Thị Hoa;Đề tài;Lúa\n;;Tôm\n".encode(), "list.csv")
    assert (fault.row, fault.column) == (3, "Họ và tên")


def test_columns_of_a_kind_list_items_with_their_years() -> None:
    first, second = read(offices.COLUMNS_OF_KINDS)[0]
    assert items_of(first) == [
        ("position", "Architect", "Viettel"),
        ("publication", "Beams", ""),
        ("publication", "Massive MIMO and more", ""),
        ("patent", "US 1", ""),
        ("patent", "VN 2", ""),
    ]
    assert [item.fields.get("starts") for item in second.items] == [None, date(2019, 1, 1), date(2020, 1, 1)]


def test_columns_under_one_heading_are_one_item() -> None:
    [record], faults, _ = read(offices.GROUPS)
    assert (faults, parts(record)) == ([], ("Đặng", "Thuỳ Dương"))
    assert items_of(record) == [("degree", "Tiến sĩ Cơ khí", "KAIST"), ("award", "Kovalevskaia", ""), ("publication", "Hàn ma sát", "")]
    assert [item.fields["ends"].year for item in record.items] == [2012, 2019, 2018]


def test_a_number_that_lost_its_zeros_is_the_same_key() -> None:
    [record], faults, _ = read(offices.SHEETS)
    assert (faults, record.key, len(record.items)) == ([], "02", 1)
    assert (record.fields["headline"], parts(record)) == ({"vi": "GS, Rađa"}, ("Tô", "Ngọc Vân"))


@pytest.mark.parametrize(
    "content",
    [offices.windows_1258(offices.PLAIN), ("\ufeff" + offices.PLAIN.replace(";", "\t")).encode("utf-16-le"), offices.PLAIN.encode()],
)
def test_encodings_of_spreadsheet_programs(content: bytes) -> None:
    records, faults, _ = read(content, "list.csv")
    assert (faults, [record.fields["display_name"] for record in records]) == ([], ["Nguyễn Văn Đạt", "Trần Quỳnh Như"])


def test_a_font_before_unicode_is_told_by_its_name() -> None:
    with pytest.raises(Unreadable, match="VNI"):
        read(offices.VNI, "list.csv")


def test_text_of_western_europe_is_not_taken_for_vietnamese() -> None:
    with pytest.raises(Unreadable, match="UTF-8"):
        read("name;email\nJosé Muñoz Òscar;a@b.es\nFrançois Müller;f@b.fr\n".encode("cp1252"), "list.csv")


def test_a_role_at_an_employer_is_the_post() -> None:
    [record], faults, _ = read(b"full_name|current_employer|role|from\nTran Van B|VinGroup|CTO|2019\n", "list.csv")
    assert (faults, items_of(record)) == ([], [("position", "CTO", "VinGroup")])


def test_a_row_that_numbers_the_columns_is_nobody_and_several_periods_are_told() -> None:
    table = (
        'TT;Họ tên;Đơn vị;Chức vụ;Thời gian\n(1);(2);(3);(4);(5)\n1;Lê Văn Tám;Viện A;NCV;2015\n2;Hà Cúc;Viện B;NCV;"2015-2018; 2019-nay"\n'
    )
    records, [fault], _ = read(table.encode(), "list.csv")
    assert [record.fields["display_name"] for record in records] == ["Lê Văn Tám"]
    assert (fault.row, fault.column, "row of its own" in fault.message.en) == (4, "Thời gian", True)


def test_a_name_that_is_merged_down_names_every_row() -> None:
    rows = [["Họ tên", "Loại", "Nội dung"], ["Trịnh Công", "Bài báo ISI", "A"], ["", "Đề tài cấp Bộ", "B"], ["Lò Pá", "Bằng TS", "C"]]
    repeated = [*rows, ["Lò Pá", "Sách chuyên khảo", "D"]]
    records, faults, _ = read(offices.book(("DS", repeated), merged=[(1, 0, 2, 0, "Trịnh Công")]))
    assert (faults, [len(record.items) for record in records]) == ([], [2, 2])
    assert [kind for kind, _, _ in items_of(records[0])] == ["publication", "programme"]


def test_a_family_name_before_a_comma() -> None:
    records, _, _ = read(b'"Name (Last, First)",Email\n"NGUYEN, Van An",a@x.org\n"Smith, John",s@x.org\n', "list.csv")
    assert [parts(record) for record in records] == [("NGUYEN", "Van An"), ("Smith", "John")]


def test_an_address_in_the_name_is_told() -> None:
    _, [fault], _ = read("Chuyên gia;Cơ quan\nNguyễn Văn Ba <ba@x.vn>;Viện Y\n".encode(), "list.csv")
    assert (fault.row, fault.column, "Email" in fault.message.vi) == (2, "Chuyên gia", True)


def test_a_form_without_a_name_is_told() -> None:
    form = "PHIẾU CHUYÊN GIA;\nEmail:;the@x.vn\nQuốc gia:;VN\nĐơn vị:;Viện X\n"
    with pytest.raises(Unreadable, match="below one another"):
        read(form.encode(), "form.csv")


def test_a_name_as_it_is_spelled_in_viet_nam_is_the_name() -> None:
    [first, second], faults, _ = read("Name;Vietnamese spelling\nLy, Duc Tung;Lý Đức Tùng\nLe An;\n".encode(), "list.csv")
    assert (first.fields["display_name"], first.fields["family_name"], first.fields["aliases"]) == ("Lý Đức Tùng", "Lý", ["Ly, Duc Tung"])
    assert (second.fields["display_name"], faults) == ("Le An", [])


def test_a_list_of_nobody_says_so() -> None:
    assert "There is no row below the headings." in read("Họ và tên;Email\n".encode(), "list.csv")[2]


def test_a_number_of_papers_is_no_paper() -> None:
    [record], faults, _ = read("Họ tên;Bài báo;Kinh nghiệm\nLê Văn Tám;12;15 năm\n".encode(), "list.csv")
    assert (faults, record.items) == ([], ())


def test_headings_over_three_rows_and_whoever_signs_below_the_list() -> None:
    records, faults, _ = read(offices.HEADS_OF_THREE_ROWS)
    assert (faults, [record.fields["display_name"] for record in records]) == ([], ["Lê Văn Tám", "Phạm Thị Chín"])
    assert [record.items[0].fields["starts"] for record in records] == [date(2019, 3, 1), date(2019, 3, 1)]


def test_what_is_merged_downwards_is_said_of_every_item_beside_it() -> None:
    first, second = read(offices.MERGED_DOWN)[0]
    assert items_of(first) == [
        ("position", "Thiết kế trạm radar", "Học viện Kỹ thuật quân sự"),
        ("position", "Chủ trì đài quan sát", "Học viện Kỹ thuật quân sự"),
    ]
    assert len(second.items) == 1


def test_a_year_alone_beside_a_person_is_no_item_and_refuses_nobody() -> None:
    [record], faults, _ = read("Họ và tên;Chức danh;Năm\nBùi Một;Trưởng phòng;2012\n".encode(), "list.csv")
    assert (faults, record.items) == ([], ())


def test_the_last_row_of_a_short_list_is_somebody_whatever_the_post() -> None:
    records, _, _ = read("Họ và tên;Chức vụ;Cơ quan\nBùi Một;Kỹ sư;FPT\nBùi Ba;Giám đốc;FPT\n".encode(), "list.csv")
    assert len(records) == 2


def test_a_name_divided_as_in_viet_nam_has_the_family_first_abroad_too() -> None:
    [record], _, _ = read("Họ đệm;Tên;Quốc gia\nTrần Thị;Bình;Hoa Kỳ\n".encode(), "list.csv")
    assert record.fields["display_name"] == "Trần Thị Bình"
