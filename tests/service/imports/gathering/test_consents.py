"""Consents on paper in columns below one heading: number, day and means of the paper, and for what it was given."""

from datetime import date

import pytest

from service.imports.reading.files import read_file
from tests.service.imports.gathering.test_records import read
from tests.service.imports.reading.offices import Rows, book

MERGED = [(0, 2, 0, 5, "Giấy đồng ý")]
PURPOSES: Rows = [
    ["TT", "Họ và tên", "Giấy đồng ý", None, None, None, "Email"],
    [None, None, "Số văn bản", "Ngày", "Hình thức", "Đối sánh", None],
    ["1", "Mai Thị An", "12/GĐY", "05/03/2026", "Giấy (bản scan)", "x", "an@x.vn"],
]


def test_headings_below_one_of_a_consent_are_about_it() -> None:
    [record], faults = read(book(("DS", PURPOSES), merged=MERGED), "list.xlsx")
    paper = {"document": "12/GĐY", "given_on": date(2026, 3, 5), "means": "paper"}
    assert (faults, list(record.consents), record.items) == ([], [{"purpose": "matching", **paper}], ())


def test_a_paper_that_is_for_nothing_said_is_told() -> None:
    rows = [[*row[:5], *row[6:]] for row in PURPOSES]
    content = book(("DS", rows), merged=[(0, 2, 0, 4, "Giấy đồng ý")])
    assert any("no consent is recorded" in note.en for note in read_file(content, "list.xlsx", {}).notes)


def test_an_unknown_heading_below_a_consent_means_nothing_else() -> None:
    rows = [PURPOSES[0], [*PURPOSES[1][:5], "Nội dung", None], PURPOSES[2]]
    file = read_file(book(("DS", rows), merged=MERGED), "list.xlsx", {})
    assert ("DS", "Nội dung") in file.unknown


def test_a_mapping_has_the_last_word_below_a_consent() -> None:
    file = read_file(book(("DS", PURPOSES), merged=MERGED), "list.xlsx", {"Ngày": ""})
    assert [column.field for column in file.tables[0].columns if column.heading == "Ngày"] == [None]


CONSENT = "Họ và tên;Đồng ý được đối sánh;Hình thức đồng ý;Ngày đồng ý;Loại;Tên công trình\n"


@pytest.mark.parametrize("row", ["có;bồ câu;05/03/2026", "có;giấy;31/02/2026", "hỏi lại;giấy;05/03/2026"])
def test_a_consent_that_cannot_be_read_is_left_out_alone_and_told_once(row: str) -> None:
    [record], faults = read((CONSENT + "".join(f"Mai Thị An;{row};Đề tài;{title}\n" for title in ("Giống lúa", "Đê biển"))).encode())
    assert (list(record.consents), [item.fields["title"] for item in record.items]) == ([], ["Giống lúa", "Đê biển"])
    assert [(fault.row, "The consent is not recorded" in fault.message.en) for fault in faults] == [(2, True)]


@pytest.mark.parametrize(
    ("words", "means"),
    [
        ("e-sign", "paper"), ("esign", "paper"), ("Ký số", "paper"), ("Chữ ký số", "paper"), ("Bản giấy", "paper"), ("paper", "paper"),
        ("email", "email"), ("form", "email"), ("Google Form", "email"), ("Phiếu trực tuyến", "email"), ("Phiếu ký tay", "paper"),
    ],
)  # fmt: skip
def test_means_as_offices_call_them(words: str, means: str) -> None:
    [record], faults = read((CONSENT + f"Mai Thị An;Tôi đồng ý;{words};05/03/2026;Đề tài;Giống lúa\n").encode())
    assert (faults, [consent["means"] for consent in record.consents]) == ([], [means])


def test_a_consent_of_a_day_to_come_is_left_out_and_told() -> None:
    _, [fault] = read("Họ tên;Đồng ý được đối sánh;Ngày đồng ý\nMai Thị An;Có;01/03/2205\n".encode())
    assert (fault.column, "still to come" in fault.message.en) == ("Ngày đồng ý", True)


@pytest.mark.parametrize("cell", ["VB số 20/CVT ngày 1 tháng 9 năm 2025, bản giấy", "VB số 20/CVT, 01.09.2025, bản giấy"])
def test_a_paper_that_is_cited_is_a_yes_with_its_number_day_and_means(cell: str) -> None:
    [record], faults = read(f"Họ tên;Đồng ý được đối sánh\nMai Thị An;{cell}\n".encode())
    [consent] = record.consents
    assert faults == []
    assert (consent["purpose"], consent["document"], consent["given_on"], str(consent["means"])) == (
        "matching",
        "VB số 20/CVT",
        date(2025, 9, 1),
        "paper",
    )


def test_a_day_in_a_cited_paper_that_no_calendar_has_is_told() -> None:
    _, [fault] = read("Họ tên;Số phiếu/ngày/cách thức\nMai Thị An;79/PĐY, 00/13/2025, ký tay\n".encode())
    assert (fault.column, "The consent is not recorded" in fault.message.en) == ("Số phiếu/ngày/cách thức", True)
