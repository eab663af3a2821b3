"""The proposed term of people who were not chosen: some months after the end of the procedure."""

import calendar
from datetime import date


def months_later(day: date, months: int) -> date:
    """Return the same day ``months`` later, or the last of that month where it has no such day."""
    year, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + year, month + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))
