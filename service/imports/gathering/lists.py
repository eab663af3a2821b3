"""A cell that lists several works: lines with a bullet or a number in front, or lines that are each a title, with details beside it."""

import re
from collections.abc import Iterator

from models.search_key import folded
from models.vocabulary import EvidenceKind, Part
from service.imports.gathering.citations import cited
from service.imports.gathering.details import YEAR, Told, detail, details, is_day, names_body
from service.imports.gathering.entries import LABELLED, told_by
from service.imports.reading.words import code_said

_NONE = frozenset(
    {"", "khong", "khong co", "chua co", "chua", "k co", "ko co", "k", "ko", "none", "no", "n/a", "nil", "khong a", "chua co a"}
)
_MARK = re.compile(r"^\s*(?:[-–—•*+●▪◦‣·➢✓]|\(?\d{1,2}[.)](?!\d)|\[\d{1,3}\](?=\s*[^\W\d]))\s*")
_COUNT = re.compile(r"\d+(?:[.,]\d+)?\+?\s*(?:năm|nam|years?|bài|papers?|đề tài)?", re.IGNORECASE)
_LINES = re.compile(r"\n+|\s+//\s+|\s+\|\s+|(?<=[.\w)])\s+(?=[•●▪➢])|\s+(?=\[\d{1,3}\]\s+[^\W\d_])")
_SEMICOLON = re.compile(r"\s*(?:(?<!19\d\d)(?<!20\d\d);|;(?!\d))\s*(?=\S)")  # "2021;12(3)" is a volume
_LETTERS_OF_A_DETAIL = 60
_YEAR_TO_COME = re.compile(r"2[1-9]\d\d")
_COMMA = re.compile(r",\s+(?![^()]*\))")
_SLASH, _DASH = re.compile(r"\s+/\s+"), re.compile(r"\s+[-–—]\s+")
_ENDED = re.compile(r"[)\]]\s*\.?$")  # the brackets with the details of a work close it
_AND_OTHERS = re.compile(r"(?:va|cung|and) .{0,60}\b(?:khac|others?|more)")  # "và một số công trình khác" names none


def listed(words: str, kind: EvidenceKind | None = None, day: str = "") -> list[Told]:
    """Return the works that ``words`` list. Where a line has a mark, one without goes on with the line above.

    A number alone, or one of years, counts things and names none. "Title; journal; 2014" is one work.
    ``kind`` is what the works are, and ``day`` when they were, where the heading of their column says it.
    """
    if _COUNT.fullmatch(words.strip()) or folded(words).strip(" .-–") in _NONE:
        return []
    if one_a_line := _in_pieces_each(words):
        return [_in_pieces(pieces) for pieces in one_a_line]
    lines = [line for line in _lines(words, kind) if line.strip() and not _AND_OTHERS.fullmatch(folded(line).strip(" .…"))]
    if "\n" not in words and any(is_day(line.strip()) for line in lines[1:]):
        return [_in_pieces(lines)]
    return [told_by(title.rstrip(" ;"), kind, day) for title in _titles(lines)]


def _in_pieces_each(words: str) -> list[list[str]]:
    """Return the pieces of each line, where several lines are each "title; journal; 2014"; none where one of them is not."""
    if ";" not in words or "\n" not in words:
        return []
    lines = [_at_semicolons(line.strip()) for line in words.split("\n") if line.strip()]
    dated = [sum(is_day(piece) or _YEAR_TO_COME.fullmatch(piece) is not None for piece in pieces[1:]) for pieces in lines]
    return lines if len(lines) > 1 and all(count == 1 for count in dated) else []


def _lines(words: str, kind: EvidenceKind | None) -> list[str]:
    """Return the lines of ``words``; where semicolons divide what is told of one work, by a label each, only lines divide."""
    if LABELLED.search(words):
        return words.split("\n")
    return [piece for line in _LINES.split(words) for piece in _pieces(line, kind)]


def _pieces(line: str, kind: EvidenceKind | None) -> Iterator[str]:
    """Yield the works of a line; semicolons divide names in a citation, slashes and dashes only works that each have a year."""
    if ";" in line and not (YEAR.search(line) and cited(without_mark(line))):
        pieces = _at_semicolons(line)
        yield from [line] if not YEAR.search(pieces[0]) and _are_details(pieces[1:], kind) else pieces
        return
    if kind is EvidenceKind.NETWORK and _are_bodies(names := _COMMA.split(line)):
        yield from names
        return
    sign = {EvidenceKind.POSITION: _SLASH, EvidenceKind.AWARD: _DASH}.get(kind) if kind else None
    several = sign.split(line) if sign else [line]
    yield from several if all(YEAR.search(piece) for piece in several) else [line]


def _are_details(pieces: list[str], kind: EvidenceKind | None) -> bool:
    """Return whether ``pieces`` tell of the work in front of them, as in "Máy cấy; tác giả; đưa vào sử dụng năm 2012"."""
    if not all(len(piece) <= _LETTERS_OF_A_DETAIL for piece in pieces) or not any(map(YEAR.search, pieces)):
        return False
    told = [detail(piece, kind).keys() - {"text"} for piece in pieces]
    return any("day" in each for each in told) and all(each and not each & {"organisation", "source"} for each in told)


def _at_semicolons(line: str) -> list[str]:
    """Return the pieces of ``line`` between semicolons; those in brackets divide what is told of one work."""
    found: list[str] = []
    for piece in _SEMICOLON.split(line):
        if found and found[-1].count("(") > found[-1].count(")"):
            found[-1] += f"; {piece}"
        else:
            found.append(piece)
    return found


def _are_bodies(names: list[str]) -> bool:
    """Return whether ``names`` are each a network; "Member, IEEE" and "Hội đồng khoa học, Bộ Y tế" say of one what or where it is."""
    return len(names) > 1 and all(name[:1].isupper() and not names_body(name) and not code_said(Part, name) for name in names)


def without_mark(line: str) -> str:
    """Return a line of a list without the bullet or number in front; a line that is nothing else stays."""
    return " ".join(_MARK.sub("", line).split()) or line


def _titles(lines: list[str]) -> list[str]:
    marked = any(_MARK.match(line) for line in lines)
    if marked and lines[0].rstrip().endswith(":") and not _MARK.match(lines[0]):
        lines = lines[1:]  # what the list is of
    found: list[str] = []
    for line in lines:
        bare = without_mark(line.strip())
        if found and marked and not _MARK.match(line) and not _ENDED.search(found[-1]):
            found[-1] += f" {bare}"
        else:
            found.append(bare)
    return found


def _in_pieces(lines: list[str]) -> Told:
    """Return what pieces tell of one work, of which the first is its title."""
    to_come = next((line.strip() for line in lines[1:] if _YEAR_TO_COME.fullmatch(line.strip())), "")
    return {"title": without_mark(lines[0].strip()), **({"day": to_come} if to_come else {}), **details(lines[1:])}
