"""Rows of a list become records: words that stand for no code are kept, titles that are none are refused, and nobody is made up."""

from datetime import date

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
