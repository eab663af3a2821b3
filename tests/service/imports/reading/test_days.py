from datetime import date

import pytest

from service.imports.faults import Unreadable
from service.imports.reading.days import day_of, impossible_day, is_open, period_of, without_volume


@pytest.mark.parametrize(
    "words",
    [
        "15/03/2021", "15-3-2021", "15.03.2021", "2021-03-15", "2021/03/15", "2021-03-15T08:30:00", "15-Mar-2021", "15 March 2021",
        "March 15, 2021", "ngày 15 tháng 3 năm 2021", "44270", "44270,0", "15/03/2021 08:30",
    ],
)  # fmt: skip
def test_a_day_is_read_however_it_is_written(words: str) -> None:
    assert day_of(words) == date(2021, 3, 15)


@pytest.mark.parametrize(
    "words", ["03/2021", "3-2021", "2021-03", "tháng 3/2021", "Tháng 3 năm 2021", "T3/2021", "Mar 2021", "thang 3/2021"]
)
def test_a_month_begins_and_ends(words: str) -> None:
    assert (day_of(words), day_of(words, last=True)) == (date(2021, 3, 1), date(2021, 3, 31))


@pytest.mark.parametrize("words", ["2021", "năm 2021", "2021.0"])
def test_a_year_begins_and_ends(words: str) -> None:
    assert (day_of(words), day_of(words, last=True)) == (date(2021, 1, 1), date(2021, 12, 31))


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("29/02/2021", "28 days"),
        ("31/04/2020", "30 days"),
        ("03/15/2021", "month 15"),
        ("15/03/21", "is no day"),
        ("hôm qua", "is no day"),
        ("0000", "is no day"),
        ("", "is no day"),
    ],
)
def test_what_is_no_day_is_refused_with_the_reason(words: str, said: str) -> None:
    with pytest.raises(Unreadable, match=said):
        day_of(words)


def test_the_29th_of_february_exists_in_leap_years() -> None:
    assert day_of("29/02/2020") == date(2020, 2, 29)


def test_a_year_without_its_thousands_is_read_as_it_stands() -> None:
    assert day_of("0201").year == 201  # refused by plausibility, where it is said of the item


@pytest.mark.parametrize(
    ("words", "period"),
    [
        ("2015 - 2020", (date(2015, 1, 1), date(2020, 12, 31))),
        ("2015-2020", (date(2015, 1, 1), date(2020, 12, 31))),
        ("03/2015 – nay", (date(2015, 3, 1), None)),
        ("từ 2015 đến 03/2020", (date(2015, 1, 1), date(2020, 3, 31))),
        ("since 2015", (date(2015, 1, 1), None)),
        ("2019", (date(2019, 1, 1), date(2019, 12, 31))),
        ("01/02/2015 - 03/04/2016", (date(2015, 2, 1), date(2016, 4, 3))),
    ],
)
def test_a_period_is_read(words: str, period: tuple[date, date | None]) -> None:
    assert period_of(words) == period


@pytest.mark.parametrize("words", ["nay", "Đến nay", "hiện tại", "present", "Now", "-"])
def test_what_goes_on_has_no_end(words: str) -> None:
    assert is_open(words)


@pytest.mark.parametrize("words", ["36 tháng (từ 11/2021)", "từ 11/2021, 36 tháng", "3 năm, từ tháng 11/2021", "36 months (from 11/2021)"])
def test_so_many_months_from_a_day_on_have_an_end(words: str) -> None:
    assert period_of(words) == (date(2021, 11, 1), date(2024, 10, 31))


@pytest.mark.parametrize(
    ("words", "is_impossible"),
    [("1982-02-30", True), ("31/04/1968", True), ("28/02/1982", False), ("03/25/1982", False), ("1982", False), ("không rõ", False)],
)
def test_a_day_that_no_calendar_has(words: str, is_impossible: bool) -> None:
    assert (impossible_day(words) is not None) is is_impossible


def test_years_with_volumes_spans_with_a_slash_and_german_months() -> None:
    assert (without_volume("2024, 50, tr. 22-71"), without_volume("2015; Vol. 41"), without_volume("03/2020")) == (
        "2024",
        "2015",
        "03/2020",
    )
    assert period_of("2015/2017") == (date(2015, 1, 1), date(2017, 12, 31))
    assert period_of("Mai 2015 bis Juni 2018") == (date(2015, 5, 1), date(2018, 6, 30))
