"""Days of which the year or the month alone is known."""

from datetime import date

from service.imports.formats.days import first_day, last_day, span


def test_a_year_is_its_first_or_last_day() -> None:
    assert first_day((2012, None, None)) == date(2012, 1, 1)
    assert last_day((2012, None, None)) == date(2012, 12, 31)
    assert last_day((2012, 2, None)) == date(2012, 2, 29)


def test_what_is_no_day_is_none() -> None:
    assert [first_day(parts) for parts in ((2023, 2, 29), (201, 1, 1), (None, 3, None), (99999, 1, 1))] == [None] * 4


def test_an_end_before_the_start_is_no_end() -> None:
    assert span((2012, None, None), (2010, None, None)) == {"starts": date(2012, 1, 1)}
