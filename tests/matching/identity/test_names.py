import pytest

from matching.identity.agreement import NameAgreement, agreement
from matching.identity.commonness import NameCounts
from matching.identity.names import all_names, person_name

AN = "Nguyễn Văn An"


def agreed(one: str, other: str) -> NameAgreement:
    return agreement(person_name(one), person_name(other), NameCounts())


@pytest.mark.parametrize(
    "other",
    [
        "GS.TS. Nguyễn Văn An",
        "PGS. TS Nguyen Van An",
        "Dr. An Van Nguyen",
        "Van An Nguyen",
        "NGUYỄN VĂN AN",
        "Nguyen, Van An",
        "NguyenVanAn",
        "An (Andy) Van Nguyen",
        'Nguyễn Văn An "Andy"',
    ],
)
def test_one_name_in_another_spelling_agrees_whole(other: str) -> None:
    assert agreed(AN, other).exact


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Lê Thị Hoà", "Lê Thị Hòa"),
        ("Lý Mỹ Quý", "Lí Mĩ Quí"),
        ("Đặng Thuỳ", "Ðặng Thùy"),
        ("Иван Петров", "Ivan Petrov"),
        ("김민수", "Kim Minsu"),
    ],
)
def test_correct_spellings_of_one_name_are_one(one: str, other: str) -> None:
    assert agreed(one, other).exact


@pytest.mark.parametrize(
    ("one", "other"), [("Nguyễn Văn Tuấn", "Nguyễn Văn Tuân"), ("Lê Hùng", "Lê Hưng"), ("Trần Thị Hạnh", "Trần Thị Hành")]
)
def test_two_names_with_other_accents_are_two(one: str, other: str) -> None:
    assert agreed(one, other).other_accents == 1
    assert agreed(one, person_name(other).plain).other_accents == 0


@pytest.mark.parametrize(
    ("other", "field"),
    [
        ("N. V. An", "initials"),
        ("Nguyễn An", "dropped"),
        ("Nguyễn Văng An", "mistyped"),
        ("Nguyễn Văn Bình", "replaced"),
        ("Lê Văn An", "replaced"),
    ],
)
def test_what_differs_is_told(other: str, field: str) -> None:
    assert getattr(agreed(AN, other), field) > 0


def test_a_family_name_taken_abroad_is_told_from_another_given_name() -> None:
    assert agreed("Nguyễn Thị Lan", "Lan Thi Schneider").new_family
    assert not agreed("Nguyễn Thị Lan", "Nguyễn Thị Hồng").new_family


def test_a_whole_name_in_brackets_is_one_of_the_names_and_a_nickname_is_none() -> None:
    assert [name.plain for name in all_names("Lan Schneider (née Nguyễn Thị Lan)", ())] == ["lan schneider", "nguyen thi lan"]
    assert [name.plain for name in all_names("Nguyễn Thị Lan (Lucy)", ())] == ["nguyen thi lan"]


def test_words_written_together_are_the_words() -> None:
    assert agreed("Lam Thuylinh", "Thuy Linh Lam").exact


def test_a_rare_name_tells_more_than_a_common_one() -> None:
    assert agreed("Khuất Duy Hưng", "Khuất Duy Hưng").information > agreed("Nguyễn Văn Nam", "Nguyễn Văn Nam").information


def test_a_name_that_many_bear_tells_less() -> None:
    name = person_name("Khuất Duy Hưng")
    many = NameCounts.of([name] * 100)
    assert agreement(name, name, many).information < agreement(name, name, NameCounts.of([name] * 2)).information


def test_a_script_that_is_not_read_says_nothing() -> None:
    assert not agreed("王小明", "Xiaoming Wang").readable
    assert agreed("王小明", "王小明").exact


@pytest.mark.parametrize(("name", "words"), [("Sukarno", 1), ("Dr. Sukarno", 1), ("Ông Vinh", 2), ("TS Vũ", 1), ("", 0), ("123", 0)])
def test_a_title_is_no_name_and_a_name_is_never_only_a_title(name: str, words: int) -> None:
    assert len(person_name(name).words) == words
