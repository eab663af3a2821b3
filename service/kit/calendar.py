"""The calendar of Viet Nam: local days, working days and terms in months."""

import calendar
from collections.abc import Collection
from datetime import date, datetime, timedelta, timezone

VIET_NAM = timezone(timedelta(hours=7))


_SATURDAY = 5


def local_day(moment: datetime) -> date:
    """Return the day in Viet Nam, where the clocks of the law run."""
    return moment.astimezone(VIET_NAM).date()


def working_days_after(day: date, count: int, holidays: Collection[date]) -> date:
    """Return the ``count``-th working day after ``day``, which is not counted itself; weekends and ``holidays`` are none."""
    while count > 0:
        day += timedelta(days=1)
        count -= day.weekday() < _SATURDAY and day not in holidays
    return day


def months_later(day: date, months: int) -> date:
    """Return the same day ``months`` later, or the last of that month where it has no such day."""
    year, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + year, month + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))
