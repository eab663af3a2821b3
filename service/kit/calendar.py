"""The calendar of Viet Nam: local days, working days and terms in months."""

import calendar
from collections.abc import Collection
from datetime import UTC, date, datetime, time, timedelta, timezone
from functools import cache

from holidays import country_holidays

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


def working_days_after(day: date, count: int, more_holidays: Collection[date] = ()) -> date:
    """Return the ``count``-th working day after ``day``, which is not counted itself; ``more_holidays`` are none."""
    while count > 0:
        day += timedelta(days=1)
        count -= is_working_day(day) and day not in more_holidays
    return day


def is_working_day(day: date) -> bool:
    """Return whether ``day`` is neither weekend nor public holiday, Tết and days taken in exchange included (Labour Code, Article 112).

    The days of a year are those that the package ``holidays`` knows: of years whose exchanges the Government has not announced yet, those
    that the law itself names. A Saturday that is worked in exchange for another day is a working day.
    """
    free, worked = _days_of(day.year)
    return day in worked or (day.weekday() < _SATURDAY and day not in free)


@cache
def _days_of(year: int) -> tuple[frozenset[date], frozenset[date]]:
    """Return the public holidays of ``year``, and its weekend days that are worked."""
    found = country_holidays("VN", years=year)
    return frozenset(found), frozenset(found.weekend_workdays)


def months_later(day: date, months: int) -> date:
    """Return the same day ``months`` later, or the last of that month where it has no such day."""
    year, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + year, month + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))
