"""Days of which a source may know the year or the month alone."""

from datetime import date, timedelta

Parts = tuple[int | None, int | None, int | None]
"""Year, month, day."""


def first_day(parts: Parts) -> date | None:
    """Return the first day that ``parts`` can mean; None without a year, or for a day that is none."""
    return _day(parts, month=1)


def last_day(parts: Parts) -> date | None:
    """Return the last day that ``parts`` can mean; None without a year, or for a day that is none."""
    year, month, day = parts
    if day is not None or year is None:
        return _day(parts, month=12)
    first = _day((year, month or 12, None), month=12)
    return first and (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)


def span(starts: Parts | None, ends: Parts | None) -> dict[str, date]:
    """Return the fields ``starts`` and ``ends`` of an item, those that are known; an end before the start is no end."""
    first, last = starts and first_day(starts), ends and last_day(ends)
    if first and last and last < first:
        last = None
    return {name: day for name, day in (("starts", first), ("ends", last)) if day}


def _day(parts: Parts, month: int) -> date | None:
    year, known, day = parts
    try:
        found = date(year or 0, known or month, day or 1)
    except (ValueError, OverflowError):
        return None
    return found if 1900 <= found.year <= 2200 else None
