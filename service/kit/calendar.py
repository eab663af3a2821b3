"""The calendar of Viet Nam: local days, working days and terms in months."""

import calendar
from collections.abc import Collection
from datetime import UTC, date, datetime, time, timedelta, timezone

VIET_NAM = timezone(timedelta(hours=7))
_SATURDAY = 5


def local_day(moment: datetime) -> date:
    """Return the day in Viet Nam, where the clocks of the law run."""
    return moment.astimezone(VIET_NAM).date()


def end_of(last_day: date) -> datetime:
    """Return the moment, in UTC, at which ``last_day`` is over in Viet Nam: the first one that is too late.

    Raises ``OverflowError`` for the last day of the calendar, which has no such moment.
    """
    return datetime.combine(last_day + timedelta(days=1), time(), VIET_NAM).astimezone(UTC)


def last_day(end: datetime) -> date:
    """Return the last day before ``end``, the moment that ``end_of`` gave: the one way from a stored moment to the day that people read."""
    return local_day(end - timedelta(microseconds=1))


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
