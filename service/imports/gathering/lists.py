"""A cell that lists several works: lines with a bullet or a number in front, or lines that are each a title, with details in brackets."""

import re
from collections.abc import Iterator

from models.search_key import folded
from models.vocabulary import Part
from service.imports.faults import Unreadable
from service.imports.reading.days import period_of
from service.imports.reading.words import code_said, kind_named, kind_said

_NONE = frozenset({"", "khong", "khong co", "chua co", "chua", "k co", "ko co", "k", "ko", "none", "no", "n/a", "nil"})
_MARK = re.compile(r"^\s*(?:[-–—•*+●▪◦‣·➢✓]|\(?\d{1,2}[.)](?!\d))\s*")
_YEAR = re.compile(r"(?:19|20)\d{2}(?!\d)")
_COUNT = re.compile(r"\d+(?:[.,]\d+)?\+?\s*(?:năm|nam|years?|bài|papers?|đề tài)?", re.IGNORECASE)
_LINES = re.compile(r"\n+|\s+//\s+|\s+\|\s+|\s*;\s*(?=\S)|(?<=[.\w)])\s+(?=[•●▪➢])")
_BRACKET = re.compile(r"^(.*\S)\s*(?:\[([^\[\]]*)\]|\(([^()]*)\))\s*\.?$", re.DOTALL)
_ENDED = re.compile(r"[)\]]\s*\.?$")  # the brackets with the details of a work close it
_MOST_OF_A_KIND = 30
_MOST_OF_A_DAY, _MOST_OF_A_PART, _MOST_WORDS_OF_A_PLACE = 40, 30, 8
_SPAN = re.compile(r"((?:19|20)\d{2})\s[-–—]\s(?=(?:\d{1,2}[/.])*(?:19|20)\d{2}|nay\b|present\b)")
_PIECES = re.compile(r"(,\s+|\s+[-–—]\s+)")
_SIGN_AND_PIECE = 2
_BEFORE_A_DAY = re.compile(r"^(?:cấp|issued|granted|in)\s+", re.IGNORECASE)
_ROLE = re.compile(r"^(?:role:|as\b|vai trò:?|với vai trò)\s*", re.IGNORECASE)
_LABELS = {
    "part": frozenset({"vai tro", "role", "tham gia voi vai tro"}),
    "day": frozenset({"thoi gian", "nam", "thoi gian thuc hien", "time", "year", "period"}),
}
_LABELLED = re.compile(r";\s*(?:vai trò|thời gian|năm|role|time|year|period)[^;:\n]{0,20}:", re.IGNORECASE)
_AND_OTHERS = re.compile(r"(?:va|cung|and) .{0,60}\b(?:khac|others?|more)")  # "và một số công trình khác" names none
_LONGEST = 1000  # letters of an entry that is looked at for details

Told = dict[str, str]
"""What is told of one work, by the field: its title, and perhaps a day, a kind, a part, a text."""


def listed(words: str) -> list[Told]:
    """Return the works that ``words`` list. Where a line has a mark, one without goes on with the line above.

    A number alone, or one of years, counts things and names none. "Title; journal; 2014" is one work.
    """
    if _COUNT.fullmatch(words.strip()) or folded(words).strip(" .-–") in _NONE:
        return []
    lines = [line for line in _lines(words) if line.strip() and not _AND_OTHERS.fullmatch(folded(line).strip(" .…"))]
    if "\n" not in words and any(is_day(line.strip()) for line in lines[1:]):
        return [_in_pieces(lines)]
    return [_told(title) for title in _titles(lines)]


def _lines(words: str) -> list[str]:
    """Return the lines of ``words``; where semicolons divide what is told of one work, by a label each, only lines divide."""
    return words.split("\n") if _LABELLED.search(words) else _LINES.split(words)


def year_of(title: str) -> str:
    """Return the one year that ``title`` names, such as 2021 of "Beamforming, 2021"; empty where it names none or several."""
    years = set(_YEAR.findall(title))
    return years.pop() if len(years) == 1 else ""


def without_mark(line: str) -> str:
    """Return a line of a list without the bullet or number in front; a line that is nothing else stays."""
    return " ".join(_MARK.sub("", line).split()) or line


def _titles(lines: list[str]) -> list[str]:
    marked = any(_MARK.match(line) for line in lines)
    found: list[str] = []
    for line in lines:
        bare = without_mark(line.strip())
        if found and marked and not _MARK.match(line) and not _ENDED.search(found[-1]):
            found[-1] += f" {bare}"
        else:
            found.append(bare)
    return found


def _in_pieces(lines: list[str]) -> Told:
    rest = [line.strip() for line in lines[1:]]
    day = next(line for line in rest if is_day(line))
    text = "; ".join(line for line in rest if line != day)
    return {"title": _MARK.sub("", lines[0]).strip(), "day": day, **({"text": text} if text else {})}


def _told(entry: str) -> Told:
    """Return what an entry tells: day in front, title, and behind it, in brackets or not, the kind, day, part and where it was."""
    day, rest = _day_in_front(entry)
    if _LABELLED.search(rest):
        return _labelled(rest)
    title, details = _without_bracket(rest)
    if not details:
        title, behind = _without_end(rest, dated=bool(day))
        title, inside = _without_bracket(title)
        details = {**inside, **behind}
    before, colon, after = title.partition(": ")
    if colon and len(before) <= _MOST_OF_A_KIND and "kind" not in details and kind_named(before):
        title, details = after.strip(), {**details, "kind": before}
    elif colon and len(before) <= _MOST_OF_A_PART and "part" not in details and code_said(Part, before):
        title, details = after.strip(), {**details, "part": before}
    day = day or details.pop("day", "") or year_of(entry)
    return {"title": title, **({"day": day} if day else {}), **details}


def _labelled(entry: str) -> Told:
    """Return what an entry tells with labels: "Giống lúa; vai trò: chủ nhiệm; thời gian: 2021-2022"."""
    title, *pieces = (piece.strip() for piece in entry.split(";"))
    found: Told = {"title": title}
    for piece in pieces:
        label, _, value = piece.partition(":")
        field = next((name for name, words in _LABELS.items() if folded(label).strip() in words), None)
        if field and value.strip():
            found[field] = value.strip()
        else:
            found["text"] = "; ".join(filter(None, (found.get("text"), piece)))
    return found


def _without_bracket(entry: str) -> tuple[str, Told]:
    """Return the entry without the details in brackets at its end; round ones count only with a year in them."""
    match = _BRACKET.match(entry) if len(entry) <= _LONGEST else None
    inside = (match[2] or match[3] or "") if match else ""
    if match is None or (match[2] is None and not _YEAR.search(inside)):
        return entry, {}
    return match[1].strip(), dict(_details(inside))


def _day_in_front(entry: str) -> tuple[str, str]:
    """Return the day or span before a colon, and the rest: "2008: Kỹ sư", "10.2004 - 08.2007: Nghiên cứu viên"."""
    before, colon, after = entry.partition(": ")
    return (before.strip(), after.strip()) if colon and is_day(before.strip()) else ("", entry)


def _without_end(title: str, *, dated: bool) -> tuple[str, Told]:
    """Return the title without the day, the part and then the place that stand behind it after commas or dashes.

    ``dated``: the day stood in front.
    """
    found: Told = {}
    pieces = _PIECES.split(_SPAN.sub(r"\1-", title)) if len(title) <= _LONGEST else [title]
    while len(pieces) > _SIGN_AND_PIECE:
        last = _ROLE.sub("", pieces[-1].strip())
        if "day" not in found and is_day(day := _BEFORE_A_DAY.sub("", last)):
            found["day"] = day
        elif "part" not in found and len(last) <= _MOST_OF_A_PART and code_said(Part, last):
            found["part"] = last
        elif "text" not in found and "day" in found and len(last.split()) <= _MOST_WORDS_OF_A_PLACE:
            found["text"] = last
        else:
            break
        pieces = pieces[:-_SIGN_AND_PIECE]
    return ("".join(pieces), found) if dated or "day" in found or _YEAR.search(title) else (title, {})


def is_day(words: str) -> bool:
    """Return whether ``words`` are a day or a span with its year."""
    if len(words) > _MOST_OF_A_DAY or not _YEAR.search(words):
        return False
    try:
        period_of(words)
    except Unreadable:
        return False
    return True


def _details(inside: str) -> Iterator[tuple[str, str]]:
    others = []
    for piece in (piece.strip() for piece in re.split(r"[,;]", inside) if piece.strip()):
        if is_day(piece):
            yield "day", piece
        elif code_said(Part, piece) and not kind_named(piece):
            yield "part", piece  # "chủ nhiệm đề tài" says first what somebody was
        elif kind_said(piece):
            yield "kind", piece
        else:
            others.append(piece)
    if others:
        yield "text", ", ".join(others)
