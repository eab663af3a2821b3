"""Rows of a list become records: words that stand for no code are kept, titles that are none are refused, and nobody is made up."""

from datetime import date

import pytest

from service.imports.faults import Fault
from service.imports.gathering.contents import table_contents
from service.imports.reading.files import read_file
from service.imports.records import ImportedRecord
from tests.service.imports.reading.offices import book


def read(content: bytes, name: str = "list.csv") -> tuple[list[ImportedRecord], list[Fault]]:
    contents = table_contents(read_file(content, name, {}))
    records, unread = contents.records(0, len(contents), date(2026, 10, 1))
    return records, [*contents.faults, *(fault for _, fault in unread)]


def test_a_part_or_outcome_in_own_words_is_kept_as_text() -> None:
    [record], faults = read("Họ và tên;Loại;Nội dung;Vai trò;Kết quả\nMai An;Đề tài;Giống lúa;Tập thể;Khá\n".encode())
    [item] = record.items
    assert (faults, item.fields.get("part"), item.fields["text"]) == ([], None, "Vai trò: Tập thể\nKết quả: Khá")


def test_an_item_that_says_its_kind_needs_a_title() -> None:
    _, faults = read("Họ và tên;Loại;Nội dung;Đơn vị\nMai An;Sáng chế;;Viện Lúa\nMai An;Bài báo;...;Viện Lúa\n".encode())
    assert [(fault.row, fault.column) for fault in faults] == [(2, "Nội dung"), (3, "Nội dung")]


def test_quotes_around_a_title_are_no_part_of_it() -> None:
    [record], _ = read("Họ và tên;Loại;Nội dung\nMai An;Sáng chế;“Máy gieo hạt”\nMai An;Bài báo;“Lúa” và nước\n".encode())
    assert [item.fields["title"] for item in record.items] == ["Máy gieo hạt", "“Lúa” và nước"]


def test_a_key_that_the_list_of_people_has_not_makes_nobody() -> None:
    people = [["Mã", "Họ và tên"], ["CG1", "Mai An"]]
    items = [["Mã", "Họ và tên", "Loại", "Nội dung"], ["CG1", "Mai An", "Đề tài", "Giống lúa"], ["CG9", "Lê Bình", "Đề tài", "Nuôi tôm"]]
    records, _ = read(book(("Người", people), ("Kê khai", items)), "list.xlsx")
    assert [(record.key, record.known) for record in records] == [("CG1", False), ("CG9", True)]


def test_a_key_is_the_same_however_it_is_spelled() -> None:
    people = [["Mã CG", "Họ và tên"], ["CG001", "Mai An"]]
    items = [["Mã CG", "Loại", "Nội dung"], ["cg001", "Đề tài", "Lúa"], ["CG-001 ", "Đề tài", "Tôm"], ["CG 001", "Đề tài", "Cá"]]
    [record], faults = read(book(("Người", people), ("Công trình", items)), "list.xlsx")
    assert (faults, [item.fields["title"] for item in record.items]) == ([], ["Lúa", "Tôm", "Cá"])


def test_keys_that_a_list_of_people_tells_apart_stay_apart() -> None:
    people = [["Mã CG", "Họ và tên"], ["A-12", "Mai An"], ["A12", "Lê Bình"]]
    items = [["Mã CG", "Loại", "Nội dung"], ["A-12", "Đề tài", "Lúa"], ["A12", "Đề tài", "Tôm"]]
    records, faults = read(book(("Người", people), ("Công trình", items)), "list.xlsx")
    assert (faults, [[item.fields["title"] for item in record.items] for record in records]) == ([], [["Lúa"], ["Tôm"]])


def test_a_dash_for_an_orcid_id_makes_nobody_the_same() -> None:
    _, faults = read("Mã,Họ và tên,ORCID\nA1,Mai An,không\nA2,Lê Bình,không\n".encode())
    assert {fault.column for fault in faults} <= {"ORCID"}


@pytest.mark.parametrize(("sheet", "people"), [("Hướng dẫn", 1), ("Ví dụ", 1), ("Hướng dẫn NCS", 2)])
def test_who_stands_in_a_guide_is_an_example(sheet: str, people: int) -> None:
    rows = [["Họ và tên", "Email"], ["Nguyễn Văn A", "a@x.vn"]]
    records, _ = read(book((sheet, rows), ("Danh sách", [rows[0], ["Mai An", "an@x.vn"]])), "list.xlsx")
    assert len(records) == people


def test_a_work_with_several_authors_is_everybodys() -> None:
    rows = [["Họ và tên", "Loại", "Nội dung"], ["Mai Thị An; Lê Văn Bình", "Bài báo", "Giống lúa"]]
    records, faults = read(book(("Bài báo", rows)), "list.xlsx")
    assert (faults, [record.fields["display_name"] for record in records]) == ([], ["Mai Thị An", "Lê Văn Bình"])
    assert [[item.fields["title"] for item in record.items] for record in records] == [["Giống lúa"], ["Giống lúa"]]


def test_titles_before_a_name_and_a_key_beside_it_tell_whose_row_it_is() -> None:
    people = [["Mã", "Họ và tên"], ["0432", "KS. Lê Văn An"], ["0533", "Lê Văn An"], ["0634", "ThS. Mai Thị Bình"]]
    works = [["Họ và tên", "Năm", "Nội dung"], ["Lê Văn An (thẻ 0432)", "2015", "Cầu dây văng"], ["Mai Thị Bình", "2016", "Đê biển"]]
    records, faults = read(book(("Hội viên", people), ("Bài báo", works)), "list.xlsx")
    assert faults == []
    assert {record.key: [item.fields["title"] for item in record.items] for record in records} == {
        "0432": ["Cầu dây văng"],
        "0533": [],
        "0634": ["Đê biển"],
    }


def test_a_cell_that_can_be_left_open_and_a_work_among_several_refuse_no_person() -> None:
    rows = "Họ và tên;Ngôn ngữ;Bài báo;Sáng chế\nMai An;tiếng chim;Giống lúa (2020);Máy gieo (2091)\n"
    [record], faults = read(rows.encode())
    assert [item.fields["title"] for item in record.items] == ["Giống lúa"]
    assert [(fault.row, fault.column, "the rest of the row entered" in fault.message.en) for fault in faults] == [
        (2, "Ngôn ngữ", True),
        (2, "Sáng chế", True),
    ]


def test_a_row_with_one_cell_heads_those_below() -> None:
    people = [["", "Mai An", "Đề tài", "Lúa", "2015"], ["", "Lê Bình", "Đề tài", "Tôm", "2016"]]
    rows = [["Khoa", "Họ và tên", "Loại", "Nội dung", "Năm"], ["I. KHOA NÔNG HỌC"], *people]
    records, faults = read(book(("Danh sách", rows)), "list.xlsx")
    assert (faults, [record.fields["display_name"] for record in records]) == ([], ["Mai An", "Lê Bình"])


def test_a_column_of_works_beside_their_kind_is_the_title_of_the_same_work() -> None:
    headings = "Họ và tên;Project / Công trình;Type;Vai trò (Role);Start date;Ngày kết thúc\n"
    [record], faults = read(f"{headings}Mai An;Giống lúa;Dự án;PM;23-Mar-2015;2017-06-22\n".encode())
    said = [tuple(item.fields[name] for name in ("title", "kind", "part", "starts", "ends")) for item in record.items]
    assert (faults, said) == ([], [("Giống lúa", "programme", "led", date(2015, 3, 23), date(2017, 6, 22))])


def test_a_column_of_works_beside_a_part_is_the_title_of_the_same_work() -> None:
    [record], faults = read("Họ và tên;Works (Công trình);Vai trò;Năm\nMai An;Giống lúa;Chủ nhiệm;2015\n".encode())
    said = [(item.fields["title"], item.fields["part"], item.fields["starts"].year) for item in record.items]
    assert (faults, said) == ([], [("Giống lúa", "led", 2015)])


def test_a_day_of_birth_that_no_calendar_has_refuses_the_row() -> None:
    rows = "Họ và tên;date_of_birth;Email\nMai An;1982-02-30;a@x.vn\nLê Bình;1982;b@x.vn\nVũ Chi;03/25/1982;c@x.vn\n"
    records, faults = read(rows.encode())
    assert [record.fields["display_name"] for record in records] == ["Lê Bình", "Vũ Chi"]
    assert [(fault.row, fault.column) for fault in faults] == [(2, "date_of_birth")]


def test_a_work_that_is_refused_leaves_the_person_of_the_rows_below() -> None:
    rows = "Họ và tên;Loại;Tên công trình;Bắt đầu;Kết thúc\nMai An;Đề tài;Giống lúa;2020;2018\n;Đề tài;Đê biển;2019;2021\n"
    [record], faults = read(rows.encode())
    assert (record.fields["display_name"], [item.fields["title"] for item in record.items]) == ("Mai An", ["Đê biển"])
    assert [fault.row for fault in faults] == [2]


def test_rows_below_a_person_whose_row_is_refused_say_which() -> None:
    rows = "Họ và tên;Email;Loại;Tên công trình\nMai An;an(a)x.vn;Đề tài;Giống lúa\n;;Đề tài;Đê biển\n"
    records, faults = read(rows.encode())
    assert (records, [fault.row for fault in faults]) == ([], [2, 3])
    assert faults[1].message.en.startswith("Row 2, which names the person, was refused")


def test_languages_can_stand_between_dashes() -> None:
    [record], faults = read("Họ và tên;Ngoại ngữ\nMai An;Việt - Anh - Pháp\n".encode())
    assert (record.fields["languages"], faults) == (["vi", "en", "fr"], [])


def test_a_column_of_names_as_spelled_in_viet_nam_names_people_alone() -> None:
    first = [["Tên (có dấu)", "Email"], ["Lê Văn Bình", "a@x.vn"]]
    second = [["Họ tên", "Email"], ["Lê Văn Bình", "b@x.vn"]]
    works = [["Họ và tên", "Loại", "Tên kết quả", "Năm"], ["Lê Văn Bình", "Bài báo", "Lúa chịu mặn", "2020"]]
    records, [fault] = read(book(("A", first), ("B", second), ("C", works)), "list.xlsx")
    assert [len(record.items) for record in records] == [0, 0]
    assert "more than one person" in fault.message.en


def test_a_listed_work_without_its_title_is_said_to_lack_it() -> None:
    _, [fault] = read("Họ và tên;Loại;Nội dung;Năm\nMai An;Đề tài;...;2015\n".encode())
    assert "title is missing" in fault.message.en


def test_a_sentence_or_a_signature_below_a_list_is_nobody() -> None:
    rows = "Số;Họ tên;Sinh ngày;Email\n"
    rows += "1;Mai Thị An;1/2/1970;a@x.vn\n2;Lê Bình;3/4/1971;b@x.vn\n;Danh sách gồm 2 chuyên gia.;;\n;Tùy viên KH&CN (đã ký);;\n"
    records, faults = read(rows.encode())
    assert ([record.fields["display_name"] for record in records], faults) == (["Mai Thị An", "Lê Bình"], [])


def test_a_day_of_birth_that_no_calendar_has_is_found_under_any_heading_of_births() -> None:
    _, [fault] = read("Họ tên;Sinh ngày\nMai Thị An;31/06/1970\n".encode())
    assert fault.column == "Sinh ngày"


def test_a_post_and_its_employer_in_one_cell_are_told_apart() -> None:
    rows = 'Họ tên;Đơn vị – chức vụ\nMai An;Giám đốc kỹ thuật, VSQI\nLê Bình;"Sao JSC\nGiảng viên"\nTrần Cư;Viện Lúa - Viện trưởng\n'
    records, faults = read(rows.encode())
    assert faults == []
    assert [(item.fields["title"], item.organisation) for record in records for item in record.items] == [
        ("Giám đốc kỹ thuật", "VSQI"),
        ("Giảng viên", "Sao JSC"),
        ("Viện trưởng", "Viện Lúa"),
    ]


@pytest.mark.parametrize("address", ["an@..x.vn", "an@-x._.net", "an@x", "an@x..vn"])
def test_an_address_that_no_host_can_have_is_refused(address: str) -> None:
    _, [fault] = read(f"Họ tên;Email\nMai Thị An;{address}\n".encode())
    assert fault.column == "Email"


def test_a_post_beside_the_person_that_a_list_says_again_with_its_days_is_one() -> None:
    person = [["Họ và tên", "Mai Thị An"], ["Email", "a@x.vn"], ["Đơn vị công tác", "Viện Lúa"], ["Chức vụ", "Trưởng phòng"]]
    posts = [["Quá trình công tác"], ["TT", "Thời gian", "Vị trí công tác", "Tổ chức"], ["1", "2003 – nay", "Trưởng phòng", "Viện Lúa"]]
    [record], _ = read(book(("LLKH", [*person, *posts])), "list.xlsx")
    assert [(item.fields["title"], item.fields["starts"]) for item in record.items] == [("Trưởng phòng", date(2003, 1, 1))]
