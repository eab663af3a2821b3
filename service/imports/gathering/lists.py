"""A cell that lists several works: lines with a bullet or a number in front, or lines that are each a title, with details in brackets."""

import re
from collections.abc import Iterator

from models.vocabulary import Part
from service.imports.reading.words import code_said, kind_named, kind_said

_MARK = re.compile(r"^\s*(?:[-–—•*+●▪◦‣·➢✓]|\(?\d{1,2}[.)](?!\d))\s*")
_YEAR = re.compile(r"(?:19|20)\d{2}(?!\d)")
_COUNT = re.compile(r"\d+(?:[.,]\d+)?\+?\s*(?:năm|nam|years?|bài|papers?|đề tài)?", re.IGNORECASE)
_LINES = re.compile(r"\n+|\s*;\s*(?=\S)|(?<=[.\w)])\s+(?=[•●▪➢])")
_BRACKET = re.compile(r"^(.*\S)\s*(?:\[([^\[\]]*)\]|\(([^()]*)\))\s*\.?$", re.DOTALL)
_ENDED = re.compile(r"[)\]]\s*\.?$")  # the brackets with the details of a work close it
_DATE = re.compile(r"(?:từ\s+)?(?:q[1-4]\s*/\s*)?[\d./-]*(?:19|20)\d{2}\b.*|(?:19|20)\d{2}-\d{1,2}.*", re.IGNORECASE)
_MOST_OF_A_KIND = 30

Told = dict[str, str]
"""What is told of one work, by the field: its title, and perhaps a day, a kind, a part, a text."""


def listed(words: str) -> list[Told]:
    """Return the works that ``words`` list. Where a line has a mark, one without goes on with the line above.

    A number alone, or one of years, counts things and names none. "Title; journal; 2014" is one work.
    """
    if _COUNT.fullmatch(words.strip()):
        return []
    lines = [line for line in _LINES.split(words) if line.strip()]
    if "\n" not in words and any(_DATE.fullmatch(line.strip()) for line in lines[1:]):
        return [_in_pieces(lines)]
    return [_told(title) for title in _titles(lines)]


def year_of(title: str) -> str:
    """Return the one year that ``title`` names, such as 2021 of "Beamforming, 2021"; empty where it names none or several."""
    years = set(_YEAR.findall(title))
    return years.pop() if len(years) == 1 else ""


def _titles(lines: list[str]) -> list[str]:
    marked = any(_MARK.match(line) for line in lines)
    found: list[str] = []
    for line in lines:
        bare = " ".join(_MARK.sub("", line).split()) or line.strip()
        if found and marked and not _MARK.match(line) and not _ENDED.search(found[-1]):
            found[-1] += f" {bare}"
        else:
            found.append(bare)
    return found


def _in_pieces(lines: list[str]) -> Told:
    rest = [line.strip() for line in lines[1:]]
    day = next(line for line in rest if _DATE.fullmatch(line))
    text = "; ".join(line for line in rest if line != day)
    return {"title": _MARK.sub("", lines[0]).strip(), "day": day, **({"text": text} if text else {})}


def _told(entry: str) -> Told:
    """Return what an entry tells: the details in brackets at its end, and the kind in front of a colon."""
    match = _BRACKET.match(entry)
    inside = (match[2] or match[3] or "") if match else ""
    details = dict(_details(inside)) if match and (match[2] is not None or _YEAR.search(inside)) else {}
    title = match[1].strip() if match and details else entry
    before, colon, behind = title.partition(": ")
    if colon and len(before) <= _MOST_OF_A_KIND and "kind" not in details and kind_named(before):
        title, details = behind.strip(), {**details, "kind": before}
    year = year_of(entry)
    return {"title": title, **({"day": year} if year else {}), **details}


def _details(inside: str) -> Iterator[tuple[str, str]]:
    others = []
    for piece in (piece.strip() for piece in re.split(r"[,;]", inside) if piece.strip()):
        if _DATE.fullmatch(piece):
            yield "day", piece
        elif kind_said(piece):
            yield "kind", piece
        elif code_said(Part, piece):
            yield "part", piece
        else:
            others.append(piece)
    if others:
        yield "text", ", ".join(others)
