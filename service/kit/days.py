"""Whether a day that somebody typed can be true: within living memory, and not in the future where something was done on it."""

from datetime import date

from service.kit.problems import Invalid

# Whoever worked before this would be past a hundred years of age; a year such as 0201 is a slip of the hand.
EARLIEST = date(1930, 1, 1)
MOST_YEARS_AHEAD = 50  # longer than any position, patent or certificate runs on


def check_days(today: date, **days: date | None) -> None:
    """Raise ``Invalid``, naming the field, for one of the ``days`` that nobody means on ``today``, a day in Viet Nam."""
    for name, day in days.items():
        if day is None:
            continue
        if day < EARLIEST:
            raise Invalid.field(
                name, en=f"is before {EARLIEST.year}: check the year", vi=f"trước năm {EARLIEST.year}: hãy kiểm tra lại năm"
            )
        if day.year > today.year + MOST_YEARS_AHEAD:
            raise Invalid.field(
                name,
                en=f"is more than {MOST_YEARS_AHEAD} years ahead: check the year, or leave it empty",
                vi=f"còn hơn {MOST_YEARS_AHEAD} năm nữa: hãy kiểm tra lại năm hoặc để trống",
            )


def check_done(today: date, **days: date | None) -> None:
    """Raise ``Invalid``, naming the field, for one of the ``days`` on which nothing can have been done yet."""
    for name, day in days.items():
        if day is not None and day > today:
            raise Invalid.field(name, en="is in the future: give the day on which it was done", vi="ở tương lai: hãy ghi ngày đã thực hiện")
    check_days(today, **days)
