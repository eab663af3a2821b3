"""The days of the law, counted by hand."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.data_requests import DutyClock
from models.vocabulary import DataRequestKind
from seed.catalogue.law import read_law
from seed.catalogue.loader import PACKAGED, open_catalogue
from service.kit.calendar import is_working_day, local_day, working_days_after
from service.privacy.data_requests.clocks import Days, days_of

CLOCKS = {row.kind: row for row in read_law(open_catalogue(PACKAGED)) if isinstance(row, DutyClock)}
THURSDAY = datetime(2026, 10, 1, 8, 30, tzinfo=UTC)

# Acknowledged in 2 working days; 10 (15; +10) to view and correct, 20 (30; +20) to delete, 15 (20; +15) to withdraw, restrict, object.
OF_THE_LAW = {
    "access": (2, 10, 15, 10),
    "correction": (2, 10, 15, 10),
    "erasure": (2, 20, 30, 20),
    "withdrawal": (2, 15, 20, 15),
    "restriction": (2, 15, 20, 15),
    "objection": (2, 15, 20, 15),
}


def test_the_shipped_clocks_are_those_of_the_law() -> None:
    shipped = {kind.value: (row.acknowledge, row.days, row.days_with_processor, row.extension) for kind, row in CLOCKS.items()}
    assert {kind: shipped[kind] for kind in OF_THE_LAW} == OF_THE_LAW
    assert set(CLOCKS) == set(DataRequestKind)
    assert {kind for kind, row in CLOCKS.items() if "proposed" in row.sureness_en} == {"reevaluation", "complaint"}


@pytest.mark.parametrize(
    ("day", "count", "holidays", "expected"),
    [
        (date(2026, 10, 1), 2, (), date(2026, 10, 5)),
        (date(2026, 10, 2), 2, (), date(2026, 10, 6)),
        (date(2026, 10, 3), 2, (), date(2026, 10, 6)),
        (date(2026, 2, 13), 2, (), date(2026, 2, 24)),
        (date(2026, 10, 1), 2, (date(2026, 10, 2),), date(2026, 10, 6)),
        (date(2026, 10, 1), 0, (), date(2026, 10, 1)),
    ],
)
def test_working_days_leave_out_weekends_and_holidays(day: date, count: int, holidays: tuple[date, ...], expected: date) -> None:
    assert working_days_after(day, count, holidays) == expected


@given(st.dates(date(2026, 1, 1), date(2030, 1, 1)), st.integers(0, 30), st.sets(st.dates(date(2026, 1, 1), date(2026, 3, 1)), max_size=9))
def test_as_many_working_days_lie_between_as_were_asked_for(day: date, count: int, holidays: set[date]) -> None:
    last = working_days_after(day, count, holidays)
    between = [day + timedelta(days=number) for number in range(1, (last - day).days + 1)]
    assert sum(is_working_day(one) and one not in holidays for one in between) == count


def test_days_are_counted_in_viet_nam_from_the_day_after_receipt() -> None:
    assert local_day(datetime(2026, 9, 30, 17, 0, tzinfo=UTC)) == date(2026, 10, 1)
    erasure = CLOCKS[DataRequestKind.ERASURE]
    assert days_of(erasure, THURSDAY, (), with_processor=False) == Days(date(2026, 10, 5), date(2026, 10, 21))
    assert days_of(erasure, THURSDAY, (), with_processor=True) == Days(date(2026, 10, 5), date(2026, 10, 31))
