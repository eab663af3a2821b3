from datetime import UTC, date, datetime

import pytest

from models.vocabulary import Language
from service.kit.local_forms import country_name, day_in, ended_once, language_name, moment_in, number_in, percent_in

VI, EN = Language.VI, Language.EN


def test_a_day_is_written_as_its_reader_writes_it() -> None:
    assert (day_in(VI, date(2026, 11, 8)), day_in(EN, date(2026, 11, 8))) == ("08/11/2026", "8 Nov 2026")


def test_a_moment_stands_on_the_clocks_of_viet_nam() -> None:
    late = datetime(2026, 11, 27, 18, 5, tzinfo=UTC)
    assert (moment_in(VI, late), moment_in(EN, late)) == ("28/11/2026, 01:05", "28 Nov 2026, 01:05")
    assert day_in(VI, late) == "28/11/2026"


@pytest.mark.parametrize(
    ("number", "places", "vi", "en"),
    [
        (42.783, 3, "42,783", "42.783"),
        (42.8, None, "42,8", "42.8"),
        (15.0, None, "15", "15"),
        (1234, None, "1.234", "1,234"),
        (0, 2, "0,00", "0.00"),
    ],
)
def test_a_number_has_the_marks_of_its_language(number: float, places: int | None, vi: str, en: str) -> None:
    assert (number_in(VI, number, places), number_in(EN, number, places)) == (vi, en)


def test_signs_and_percentages() -> None:
    assert (number_in(VI, 0.25, 2, signed=True), number_in(EN, -0.25, 2, signed=True)) == ("+0,25", "-0.25")
    assert (percent_in(VI, 0.428, 1), percent_in(EN, 0.59)) == ("42,8%", "59%")


def test_every_country_and_language_has_its_name() -> None:
    assert (country_name("IT").vi, country_name("IT").en, country_name("VN").en, country_name("XX9").vi) == (
        "Italy",
        "Italy",
        "Viet Nam",
        "XX9",
    )
    assert (language_name("ja").vi, language_name("ja").en) == ("Tiếng Nhật", "Japanese")


@pytest.mark.parametrize(
    ("stored", "shown"),
    [
        ("Dẫn đúng điều khoản.. Liên danh Chữ Việt. 11 tỉnh", "Dẫn đúng điều khoản. Liên danh Chữ Việt. 11 tỉnh"),
        ("Was it ready?. A consortium", "Was it ready? A consortium"),
        ("Radio in (two bands..)", "Radio in (two bands.)"),
        ("Twice.. and at the end..", "Twice. and at the end."),
        ("And so on... Later", "And so on... Later"),
        ("Version 1..2 of it", "Version 1..2 of it"),
        ("One. Two.", "One. Two."),
    ],
)
def test_a_sentence_that_ended_is_not_ended_again(stored: str, shown: str) -> None:
    assert ended_once(stored) == shown
