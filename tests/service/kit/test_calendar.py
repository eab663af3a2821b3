"""Days in Viet Nam: when one begins, and which are worked."""

from datetime import UTC, date, datetime

import pytest

from service.kit.calendar import is_working_day, working_days_after
from service.kit.settings import Settings

FREE = [
    date(2026, 1, 1),
    *(date(2026, 2, day) for day in range(16, 21)),  # Tết of the Year of the Horse
    date(2026, 4, 27),  # the Hùng Kings' day fell on a Sunday
    date(2026, 8, 31),  # exchanged for Saturday 22 August
    date(2026, 9, 2),
    date(2027, 2, 8),
    date(2026, 11, 28),
    date(2026, 11, 29),
]
WORKED = [date(2026, 2, 13), date(2026, 2, 23), date(2026, 8, 22), date(2026, 11, 30), date(2026, 12, 25)]


@pytest.mark.parametrize("day", FREE)
def test_weekends_public_holidays_and_substituted_days_are_free(day: date) -> None:
    assert not is_working_day(day)


@pytest.mark.parametrize("day", WORKED)
def test_other_days_and_saturdays_worked_in_exchange_are_not(day: date) -> None:
    assert is_working_day(day)


def test_a_term_jumps_over_tet_without_any_setting() -> None:
    assert working_days_after(date(2026, 2, 13), 2) == date(2026, 2, 24)


def test_the_setting_adds_days() -> None:
    assert working_days_after(date(2026, 2, 13), 2, {date(2026, 2, 23)}) == date(2026, 2, 25)


def test_years_are_counted_up_to_the_day_in_viet_nam() -> None:
    assert Settings().selection_day(lambda: datetime(2026, 9, 30, 17, tzinfo=UTC)) == date(2026, 10, 1)
    assert Settings().selection_day(lambda: datetime(2026, 9, 30, 16, 59, tzinfo=UTC)) == date(2026, 9, 30)
