"""What is wrong with a form is said in words: names of fields and patterns are for programs."""

import pytest
from fastapi.exceptions import RequestValidationError

from service.kit.field_words import FIELDS, field_name
from service.kit.problems import Invalid
from service.kit.validation import as_invalid, validated
from service.people.profiles.schemas import ExpertCreate

GIVEN = {"display_name": "An", "given_name": "An", "country": "VN"}


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"languages": ["tiếng Việt", "Anh"]}, "Ngôn ngữ phải ghi bằng mã, ví dụ vi, en."),
        ({"given_name": ""}, "Tên không được để trống."),
        ({"country": None}, "Quốc gia"),
        ({"hours_per_week": "100"}, "Số giờ mỗi tuần không được quá 80."),
        ({"headline": "Kỹ sư"}, "Giới thiệu phải là một đối tượng gồm các trường có tên."),
        ({"languages": "vi"}, "Ngôn ngữ phải là một danh sách."),
        ({"display_name": 1}, "Họ tên phải là văn bản."),
        ({"record_complete": "maybe"}, "“record_complete” phải là true (có) hoặc false (không)."),
        ({"hours_per_week": "9" * 5000}, "Số giờ mỗi tuần là số quá lớn."),
        ({"available_from": "soon"}, "Tham gia được từ ngày phải là một ngày, ví dụ 20/12/2026."),
    ],
)
def test_a_fault_is_said_in_words_once(wrong: dict[str, object], said: str) -> None:
    with pytest.raises(RequestValidationError) as error:
        validated(ExpertCreate, GIVEN | wrong)
    problem = as_invalid(error.value)
    assert problem.detail.vi.startswith(said)
    assert [one.field.partition(".")[0] for one in problem.errors] == list(wrong) * len(problem.errors)


def test_a_problem_of_one_field_begins_with_its_name() -> None:
    problem = Invalid.field("answer_by", en="is over", vi="đã qua")
    assert problem.detail == ("Last day to answer is over.", "Hạn trả lời đã qua.")
    assert problem.errors[0].field == "answer_by"


def test_every_name_is_there_in_both_languages_and_an_unknown_one_is_shown() -> None:
    assert [name for name, said in FIELDS.items() if not (said.en and said.vi)] == []
    assert field_name("no_such_field").vi == "“no_such_field”"
