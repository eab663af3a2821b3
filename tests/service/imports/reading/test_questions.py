"""Headings that are the questions of a form on the web, and the answers below them."""

import pytest

from service.imports.faults import NoHeadings
from service.imports.reading.files import read_file
from service.imports.reading.headings import field_of, is_not_kept, lists_works
from tests.service.imports.gathering.test_records import read

NAME, EMAIL = "1. Họ và tên đầy đủ của Anh/Chị (viết có dấu, ví dụ: An)", "2. Địa chỉ email liên hệ thường xuyên"
WORKS = "14. Anh/Chị vui lòng liệt kê từ 2 đến 5 công trình/dự án tiêu biểu (mỗi công trình một dòng, ghi rõ tên, vai trò và thời gian)"
HEADINGS = f'Dấu thời gian,"{NAME}","{EMAIL}","{WORKS}"'
FIRST = '2026/03/02 12:21:56 SA GMT+7,Mai An,an@x.vn,"Giống lúa (Chủ nhiệm, 2013)\nGạo thơm, co-author, 2018"'
AGAIN = "2026/03/02 11:30:20 CH GMT+7,Mai An,An@x.vn,Tôm sạch"


@pytest.mark.parametrize(
    ("question", "field"),
    [
        (NAME, "display_name"),
        (EMAIL, "email"),
        ("7. Hiện Anh/Chị đang sinh sống và làm việc tại quốc gia/vùng lãnh thổ nào?", "country"),
        ("8. Tên cơ quan, tổ chức nơi Anh/Chị đang làm việc (ghi bằng tiếng Anh hoặc ngôn ngữ bản địa)", "organisation"),
        ("10. Anh/Chị sử dụng được những ngôn ngữ nào trong công việc? (có thể chọn nhiều phương án)", "languages"),
        ("12. ORCID iD (nếu có)", "orcid"),
        ("15. Trung bình mỗi tháng Anh/Chị có thể dành bao nhiêu giờ?", None),
        (WORKS, None),
    ],
)
def test_what_a_question_asks_for(question: str, field: str | None) -> None:
    assert field_of(question) == field


def test_a_question_for_works_lists_them_and_one_for_a_consent_is_no_photo() -> None:
    assert (lists_works(WORKS), is_not_kept("16. Anh/Chị có đồng ý không?")) == (True, False)


def test_the_works_of_an_answer_are_read() -> None:
    [record], faults = read(f"{HEADINGS}\n{FIRST}\n".encode())
    assert ([item.fields["title"] for item in record.items], faults) == (["Giống lúa", "Gạo thơm"], [])


@pytest.mark.parametrize("answers", [(FIRST, AGAIN), (AGAIN, FIRST)])
def test_of_two_answers_the_later_one_holds(answers: tuple[str, str]) -> None:
    [record], faults = read("\n".join([HEADINGS, *answers]).encode())
    assert ([item.fields["title"] for item in record.items], faults) == (["Tôm sạch"], [])


def test_a_row_of_the_list_is_never_taken_for_its_headings() -> None:
    rows = ["câu a,câu b,câu c,câu d", "An,an@x.vn,1,2", "Bình,binh@x.vn,1,2", "Chi,chi.x.vn,Năm,Email"]
    with pytest.raises(NoHeadings):
        read_file("\n".join(rows).encode(), "list.csv", {})


def test_questions_of_a_form_in_english_head_works_of_the_kind_that_they_ask_for() -> None:
    headings = (
        'Email Address,What is your full name?,"If you have a Vietnamese name please write it here",Where do you live now?,'
        "Current employer,Your role there,Languages you can work in,List up to 5 publications - one per line,"
        '"Projects you led or took part in (title / your role / years), one per line",Things you built that people use\n'
    )
    answer = (
        'an@x.org,An Thi Mai,Mai Thị An,Germany,Rice Labs,Group leader,"EN, VN",Salt in rice fields. Rice Letters 2014,'
        'Rice for deltas / member / 2015-2016,"Seed drill (developer, 2016)"\n'
    )
    [record], faults = read((headings + answer).encode())
    assert (faults, record.fields["display_name"], record.fields["country"], record.fields["languages"]) == (
        [],
        "Mai Thị An",
        "DE",
        ["en", "vi"],
    )
    assert [(str(item.fields["kind"]), item.fields["title"]) for item in record.items] == [
        ("position", "Group leader"),
        ("publication", "Salt in rice fields"),
        ("programme", "Rice for deltas"),
        ("product", "Seed drill"),
    ]
