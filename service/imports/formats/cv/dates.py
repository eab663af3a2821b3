"""Dates and spans of time as CVs write them, in Vietnamese and English."""

import re
from dataclasses import dataclass

from service.imports.formats.days import Parts

_MONTHS = (
    "jan(?:uary)?", "feb(?:ruary)?", "mar(?:ch)?", "apr(?:il)?", "may", "june?", "july?", "aug(?:ust)?",
    "sept?(?:ember)?", "oct(?:ober)?", "nov(?:ember)?", "dec(?:ember)?",
)  # fmt: skip
_NAMED = "|".join(_MONTHS)
_YEAR = r"(?<![\d.,/])(?:19[3-9]\d|20[0-4]\d)(?![\d/]|[.,]\d)"
_POINT = (
    r"(?:(?:ngày\s+)?\d{1,2}\s*[/.\-]\s*\d{1,2}\s*[/.\-]\s*(?:19|20)\d\d(?!\d)"
    r"|(?:tháng|thg\.?|th\.?|t)?\s*\d{1,2}\s*(?:[/.\-]|\s+năm\s+)\s*(?:19|20)\d\d(?!\d)"
    r"|(?:tháng|thg\.?|th\.?)\s*\d{1,2},?\s+(?:19|20)\d\d(?!\d)"
    rf"|(?:\d{{1,2}}\s+)?\b(?:{_NAMED})\b\.?,?\s*(?:\d{{1,2}},\s*)?(?:of\s+)?(?:19|20)\d\d(?!\d)"
    r"|(?:19|20)\d\d\s*/\s*(?:0?[1-9]|1[0-2])(?!\d)"
    r"|(?:spring|summer|autumn|fall|winter)\s+(?:19|20)\d\d(?!\d)"
    rf"|(?:(?:đầu|cuối|giữa)\s+)?(?:năm\s+)?{_YEAR})"
)
_NOW = r"(?:(?:hiện\s*)?nay|hiện\s+tại|present|now|current(?:ly)?|today|ongoing|to\s+date|date|bây giờ|…|\.\.\.)"
_TO = r"\s*(?:(?:-|–|—|−|~|→|>|to|till|until|up to|đến hết|đến|tới|through)\s*){1,3}"
_FROM = r"(?:(?:từ|since|from|kể từ)\s*:?\s*)"
_SPAN = re.compile(
    rf"(?<!\w){_FROM}?(?:(?P<start>{_POINT})|(?P<month>\b(?:{_NAMED})\b\.?|(?:tháng\s*)?\d{{1,2}}(?!\d)))"
    rf"{_TO}(?:(?P<end>{_POINT})|(?P<now>{_NOW}))(?!\w)",
    re.IGNORECASE,
)
_OPEN = re.compile(
    rf"(?<!\w){_FROM}(?P<start>{_POINT})(?!\w)|(?<!\w)(?P<dash>{_POINT})\s*[-–—→](?=\s*(?:$|[:;,|)\]])|\s{{2}})", re.IGNORECASE
)
_SINGLE = re.compile(rf"(?<!\w)(?P<start>{_POINT})(?!\w)", re.IGNORECASE)
_LISTED = re.compile(r"^\s*(?:[-–—•*+]|\d{1,2}[.)]\s)")
_END_ALONE = re.compile(rf"\s*(?:{_POINT}|{_NOW})\s*", re.IGNORECASE)
_NUMBERS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Dated:
    """A span that was found in a text, from ``begin`` to ``finish``; without ``end`` it goes on, unless it is ``single``."""

    start: Parts | None
    end: Parts | None
    begin: int
    finish: int
    single: bool = False


def span_in(text: str) -> Dated | None:
    """Return the first span of time in ``text``, such as 03/2012–12/2016, 2015 - nay, or Jan 2010 to present."""
    for found in _SPAN.finditer(text):
        end = _parts(found["end"]) if found["end"] else None
        start = _parts(found["start"]) if found["start"] else _month_of(found["month"], end)
        if start is not None and (end is None or end[0] is None or (start[0] or 0) <= end[0]):
            return Dated(start, end, found.start(), found.end())
    found_open = _OPEN.search(text)
    if found_open:
        return Dated(_parts(found_open["start"] or found_open["dash"]), None, found_open.start(), found_open.end())
    return None


def date_in(text: str) -> Dated | None:
    """Return the first span of ``text``, else its first date."""
    spanned = span_in(text)
    if spanned:
        return spanned
    found = _SINGLE.search(text)
    if not found:
        return None
    parts = _parts(found["start"])
    return Dated(parts, parts, found.start(), found.end(), single=True) if parts else None


def is_broken(above: str, below: str) -> bool:
    """Return whether a span of time begins in one line and ends in the next, which is no entry of a list."""
    if _LISTED.match(below):
        return False
    edge = len(above)
    return any(found.start() < edge < found.end() - 1 for found in _SPAN.finditer(f"{above} {below}"))


def is_end(text: str) -> bool:
    """Return whether ``text`` says until when and nothing else: a date or "now"."""
    return _END_ALONE.fullmatch(text) is not None


def years_in(text: str) -> list[int]:
    """Return the years that ``text`` names, in their order."""
    return [int(year) for year in re.findall(_YEAR, text)]


def _parts(text: str) -> Parts | None:
    numbers = [int(number) for number in _NUMBERS.findall(text)]
    years = [number for number in numbers if number >= 1900]
    if not years:
        return None
    named = next((place for place, name in enumerate(_MONTHS, 1) if re.search(rf"\b{name}\b", text, re.IGNORECASE)), None)
    others = [number for number in numbers if number < 1900]
    if named:
        return years[0], named, others[0] if others and 1 <= others[0] <= 31 else None
    month, day = (others[-1] if others else None), (others[0] if len(others) > 1 else None)
    return years[0], month if month and 1 <= month <= 12 else None, day


def _month_of(month: str | None, end: Parts | None) -> Parts | None:
    """Return the month before the year is written, as in Jan – Mar 2010 or 3-9/2010."""
    if month is None or end is None or end[1] is None:
        return None
    found = _parts(f"{month} {end[0]}")
    return found if found and found[1] else None
