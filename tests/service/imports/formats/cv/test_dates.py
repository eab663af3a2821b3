"""Dates and spans of time as CVs write them."""

import pytest

from service.imports.formats.cv.dates import date_in, span_in
from service.imports.formats.days import Parts


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2015 - nay", (2015, None, None), None),
        ("03/2012–12/2016", (2012, 3, None), (2016, 12, None)),
        ("Jan 2010 to present", (2010, 1, None), None),
        ("từ tháng 9/2008 đến 2011", (2008, 9, None), (2011, None, None)),
        ("tháng 3 năm 2010 đến tháng 5 năm 2012", (2010, 3, None), (2012, 5, None)),
        ("2004-2008", (2004, None, None), (2008, None, None)),
        ("2008 – đến nay", (2008, None, None), None),
        ("01/09/2008 - 31/12/2010", (2008, 9, 1), (2010, 12, 31)),
        ("Jan – Mar 2010", (2010, 1, None), (2010, 3, None)),
        ("since 2014", (2014, None, None), None),
        ("T9/2008 - T6/2012", (2008, 9, None), (2012, 6, None)),
        ("2018 – Th8/2021", (2018, None, None), (2021, 8, None)),
        ("Thg 9 2021 - Thg 3 2022", (2021, 9, None), (2022, 3, None)),
        ("Apr 2017 – date", (2017, 4, None), None),
    ],
)
def test_spans_are_read_in_both_languages(text: str, start: Parts, end: Parts | None) -> None:
    found = span_in(f"{text}: Kỹ sư")
    assert found is not None
    assert (found.start, found.end, found.finish) == (start, end, len(text))


@pytest.mark.parametrize("text", ["doi 10.1109/2020.123", "2016 to 2012", "12 - 15 kỹ sư", "ISO 9001-2015x", "tel. 0912-345-678"])
def test_other_numbers_are_no_span(text: str) -> None:
    assert span_in(text) is None


def test_a_year_alone_is_a_date() -> None:
    found = date_in("Tốt nghiệp năm 2003")
    assert found is not None
    assert (found.start, found.single) == ((2003, None, None), True)
