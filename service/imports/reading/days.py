"""Days as offices write them: 15/03/2021, 2021-03-15, 03/2021, tháng 3/2021, 15-Mar-2021, 2021, the number of a spreadsheet, "nay"."""

import calendar
import re
from datetime import date, timedelta

from models.search_key import folded
from service.imports.faults import Unreadable

Parts = tuple[int, int | None, int | None]
"""Year, month, day."""

_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?(?:[T ]\d{1,2}:\d{2}.*)?")
_DAY = re.compile(r"(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(\d{4})(?:\s+\d{1,2}:\d{2}.*)?")
_MONTH = re.compile(r"(\d{1,2})\s?[/.-]\s?(\d{4})")
_YEAR = re.compile(r"(\d{4})(?:[.,]0+)?")
_PACKED = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)")  # of databases: 20110500 is May 2011
_SERIAL = re.compile(r"(\d{5})(?:[.,]\d+)?")
_WORDED = re.compile(r"(?:ngay\s*(\d{1,2})\s*[,/.-]?\s*)?thang\s*(\d{1,2})\s*(?:[,/.-]|nam)?\s*(?:nam\s*)?(\d{4})")
_SHORT = re.compile(r"t(\d{1,2})\s*[/.-]\s*(\d{4})")
_QUARTER = re.compile(r"(?:quy|q)\.?\s*(iv|i{1,3}|[1-4])\s*[/,.-]?\s*(?:nam\s*)?(\d{4})")
_YEAR_WORDED = re.compile(r"(?:nam|year|y)\s*(\d{4})")
_NAMED = re.compile(r"(?:(\d{1,2})(?:st|nd|rd|th)?[\s.,/-]+)?([a-z]{3,9})\.?[\s.,/-]+(?:(\d{1,2})(?:st|nd|rd|th)?,\s*)?(\d{4})")
_MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
_MONTHS |= {name.lower(): number for number, name in enumerate(calendar.month_abbr) if name} | {"sept": 9}
_MONTHS |= {"januar": 1, "februar": 2, "marz": 3, "mai": 5, "juni": 6, "juli": 7, "oktober": 10, "okt": 10, "dezember": 12, "dez": 12}
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_FIRST_SERIAL = date(1899, 12, 30)
_OPEN = {
    "chua xong",
    "chua ket thuc",
    "dang thuc hien",
    "dang lam",
    "khong thoi han",
    "vo thoi han",
    "in progress",
    "99991231",
    "9999-12-31",
    "nay", "den nay", "hien nay", "hien tai", "den hien tai", "dang cong tac", "now", "present", "current", "to date", "ongoing",
    "till now",
    "today", "dang lam viec", "-", "–", "...", "…", "to present", "until now", "den hien nay",
}  # fmt: skip
_BETWEEN = re.compile(r"\s*(?:–|—|→|->|~|\bđến\b|\bden\b|\btới\b|\bto\b|\buntil\b|\bbis\b|\bdo\b| - )\s*", re.IGNORECASE)
_YEARS = re.compile(r"(\d{4})\s*-\s*(\d{4}|[^\d\W].*)|(\d{4})\s?/\s?(\d{4})")
_MONTHS_BETWEEN = re.compile(r"(\d{1,2}[/.]\d{4}|\d{1,2}[/.]\d{1,2}[/.]\d{4})\s*-\s*(.+)")
_SEVERAL = re.compile(r"\s*[;\n]\s*(?=\S)")
_LONGEST = 200  # letters
_MONTHS_A_YEAR, _LAST_YEAR = 12, 9998
_FOR = r"(?:thoi gian\s*:?\s*|trong\s+|for\s+)?(?P<count>\d{1,3})\s*(?P<unit>thang|months?|nam|years?)"
_FROM = r"(?:ke\s+)?(?:bat dau\s*)?(?:tu|from|since|starting)?\s*:?\s*(?:thang\s+)?(?P<start>\d[\d/.-]{3,9})"
_LASTING = re.compile(rf"{_FOR}\s*[,;(\[-]*\s*{_FROM}\s*[)\]]?")
_LASTING_BEHIND = re.compile(rf"{_FROM}\s*[,;(\[-]+\s*{_FOR}\s*[)\]]?")
_VOLUME = re.compile(r"((?:19|20)\d\d)\s*[,;]\s*(?:(?:tập|số|vol|no|tr|trang|pp|p|q)\b[.:]?\s*)?[\d(].*", re.IGNORECASE)
_SINCE = re.compile(r"^(?:từ|from|since|seit|ab|tu)\s+", re.IGNORECASE)


def is_open(words: str) -> bool:
    """Return whether ``words`` say that something still goes on."""
    return folded(words).strip(" .()") in _OPEN or words in _OPEN


def day_of(words: str, *, last: bool = False) -> date:
    """Return the day that ``words`` mean; of a year or month alone the first day, or the ``last`` one. Raises ``Unreadable``."""
    parts = _parts(words.strip()) if len(words) <= _LONGEST else None
    if parts is None:
        raise _no_day(words)
    year, month, day = parts
    try:
        if day is None and last:
            return _end_of(year, _last_month(words, month))
        return date(year, month or 1, day or 1)
    except (ValueError, OverflowError):
        raise _no_such_day(words, year, month, day) from None


def period_of(words: str) -> tuple[date | None, date | None]:
    """Return start and end of words such as "03/2015 - nay", "từ 2015 đến 2020" or "2019"; raises ``Unreadable``."""
    if len(words) > _LONGEST:
        raise _no_day(words)
    if lasting := _lasting(words):
        return lasting
    bare = _SINCE.sub("", words.strip())
    if len(_SEVERAL.split(bare)) > 1:
        raise Unreadable(
            f"“{words[:40]}” names several periods: give each a row of its own.",
            f"“{words[:40]}” có nhiều khoảng thời gian: hãy ghi mỗi khoảng một dòng.",
        )
    match = _YEARS.fullmatch(bare) or _MONTHS_BETWEEN.fullmatch(bare)
    first, *rest = [each for each in match.groups() if each is not None] if match else _BETWEEN.split(bare, maxsplit=1)
    if not rest:
        since = bare != words.strip()
        return day_of(first), None if since else day_of(first, last=True)
    end = rest[0].strip()
    return day_of(first) if first else None, None if not end or is_open(end) else day_of(end, last=True)


def without_volume(words: str) -> str:
    """Return the year of "2024, 50, tr. 22-71" and the like, where the heading asks for year, volume and pages; other words as they are."""
    match = _VOLUME.fullmatch(words.strip()) if len(words) <= _LONGEST else None
    return match[1] if match else words


def impossible_day(words: str) -> Unreadable | None:
    """Return what is wrong with a day that no calendar has, such as 30/02/1982; None for any other words."""
    parts = _parts(words.strip()) if len(words) <= _LONGEST else None
    if parts is None or parts[2] is None or not 1 <= (parts[1] or 0) <= _MONTHS_A_YEAR:
        return None
    try:
        day_of(words)
    except Unreadable as fault:
        return fault
    return None


def _lasting(words: str) -> tuple[date, date] | None:
    """Return start and end of "36 tháng (từ 11/2021)" or "từ 11/2021, 36 tháng", which is until 10/2024; None for other words."""
    plain = " ".join(folded(words).split())
    match = _LASTING.fullmatch(plain) or _LASTING_BEHIND.fullmatch(plain)
    if match is None:
        return None
    first = day_of(match["start"])
    months = int(match["count"]) * (1 if match["unit"] in {"thang", "month", "months"} else _MONTHS_A_YEAR)
    ended = first.year * _MONTHS_A_YEAR + first.month - 1 + months
    year, month = divmod(ended, _MONTHS_A_YEAR)
    if not 0 < year <= _LAST_YEAR:
        raise _no_day(words)
    last_of_month = min(first.day, calendar.monthrange(year, month + 1)[1])
    return first, date(year, month + 1, last_of_month) - timedelta(days=1)


def _parts(words: str) -> Parts | None:
    if match := _ISO.fullmatch(words):
        return int(match[1]), int(match[2]), _number(match[3])
    if match := _DAY.fullmatch(words):
        return int(match[3]), int(match[2]), int(match[1])
    if match := _MONTH.fullmatch(words):
        return int(match[2]), int(match[1]), None
    if match := _YEAR.fullmatch(words):
        return int(match[1]), None, None
    return _counted(words) or _worded(" ".join(folded(words).split()))


def _counted(words: str) -> Parts | None:
    """Return the day that digits alone mean: those of a database, or the number of a spreadsheet."""
    if match := _PACKED.fullmatch(words):
        month = int(match[2]) or None
        return int(match[1]), month, (int(match[3]) or None) if month else None
    if match := _SERIAL.fullmatch(words):
        found = _FIRST_SERIAL + timedelta(days=int(match[1]))
        return found.year, found.month, found.day
    return None


def _worded(plain: str) -> Parts | None:
    if match := _WORDED.fullmatch(plain):
        return int(match[3]), int(match[2]), _number(match[1])
    if match := _SHORT.fullmatch(plain):
        return int(match[2]), int(match[1]), None
    if match := _QUARTER.fullmatch(plain):
        quarter = _ROMAN.get(match[1]) or int(match[1])
        return int(match[2]), 3 * quarter - 2, None
    if match := _YEAR_WORDED.fullmatch(plain):
        return int(match[1]), None, None
    if (match := _NAMED.fullmatch(plain)) and match[2] in _MONTHS:
        return int(match[4]), _MONTHS[match[2]], _number(match[1] or match[3])
    return None


def _number(digits: str | None) -> int | None:
    return int(digits) if digits else None


def _last_month(words: str, month: int | None) -> int:
    """Return the last month of what ``words`` mean, which begins with ``month``: a quarter has three."""
    quarter = month is not None and _QUARTER.fullmatch(" ".join(folded(words).split()))
    return month + 2 if month and quarter else month or 12


def _end_of(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


def _no_day(words: str) -> Unreadable:
    said = words[:40]
    return Unreadable(
        f"“{said}” is no day: write 15/03/2021 (day, month, year), 03/2021 or 2021.",
        f"“{said}” không phải ngày: hãy viết 15/03/2021 (ngày, tháng, năm), 03/2021 hoặc 2021.",
    )


def _no_such_day(words: str, year: int, month: int | None, day: int | None) -> Unreadable:
    if not 1 <= year <= 9999:
        return _no_day(words)
    if month is not None and not 1 <= month <= 12:
        return Unreadable(
            f"“{words[:40]}” has month {month}: write day, month, year, such as 15/03/2021.",
            f"“{words[:40]}” có tháng {month}: hãy viết ngày, tháng, năm, ví dụ 15/03/2021.",
        )
    if month is None or day is None:
        return _no_day(words)
    most = calendar.monthrange(year, month)[1]
    return Unreadable(
        f"“{words[:40]}” is no day: month {month:02d}/{year} has {most} days. Correct it.",
        f"“{words[:40]}” không phải ngày: tháng {month:02d}/{year} có {most} ngày. Hãy sửa lại.",
    )
