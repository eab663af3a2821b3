"""Headings of a CV, in Vietnamese and English: which part of it begins."""

import re
import tomllib
from enum import StrEnum
from pathlib import Path

from matching.text.normalise import fold


class Section(StrEnum):
    """A part of a CV. ``OTHER`` is read by nobody: skills, languages, hobbies, referees."""

    POSITIONS = "positions"
    DEGREES = "degrees"
    PUBLICATIONS = "publications"
    PATENTS = "patents"
    PROJECTS = "projects"
    AWARDS = "awards"
    CERTIFICATES = "certificates"
    OTHER = "other"


_NAMES = tomllib.loads((Path(__file__).parent / "headings.toml").read_text(encoding="utf-8"))
_SECTION = {name: Section(section) for section, names in _NAMES.items() for name in names}
_NUMBERING = re.compile(r"^\s*(?:(?:phần|part|mục|section)\s+)?(?:[ivxlc]+|\d{1,2}|[a-h])(?:\.\d{1,2})*\s*[.):/\-–]\s*", re.IGNORECASE)
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_WORDS = re.compile(r"[^\w&'\-]+")
_PARTS = re.compile(r"\s[/|–—\-]\s|/|\|")
_AND = re.compile(r"\s*(?:,|;|&|\+|\band\b|\bva\b|\bor\b)\s*")
_ALONE = frozenset(
    {"work", "works", "sach", "chuc vu", "cong tac", "chuong trinh", "other", "others", "personal", "about", "service", "students"}
)
_MOST_WORDS, _MOST_LETTERS = 14, 100


def section_of(text: str) -> Section | None:
    """Return which part the heading ``text`` begins; None for words that are no heading."""
    line = " ".join(text.split())
    numbered = _NUMBERING.match(line) is not None
    if not line or len(line) > _MOST_LETTERS or re.search(r"\d{4}|@|https?:", line) or line.endswith((".", ",", ";")):
        return None
    if re.search(r":\s*\S", _NUMBERING.sub("", line, count=1)):
        return None  # a label with what it labels
    bare = _BRACKETS.sub(" ", _spaced(_NUMBERING.sub("", line.lstrip("•●▪■◆►▶➤❖*#-–— "), count=1)))
    if len(bare.split()) > (2 * _MOST_WORDS if numbered else _MOST_WORDS):
        return None
    for part in [bare, *_PARTS.split(bare)]:
        found = _named(part.strip(" :.-–—_•|=*#"))
        if found is not None:
            return found
    return None


def names_both(line: str) -> bool:
    """Return whether a heading begins publications and patents together: then each entry says what it is."""
    parts = [" ".join(_WORDS.sub(" ", part).split()) for part in _AND.split(fold(line))]
    return {Section.PATENTS, Section.PUBLICATIONS} <= {_SECTION.get(part) for part in parts}


def _named(part: str) -> Section | None:
    name = " ".join(_WORDS.sub(" ", fold(part)).split())
    if name in _SECTION:
        return _SECTION[name]
    joined = [" ".join(_WORDS.sub(" ", one).split()) for one in _AND.split(fold(part)) if one.strip()]
    if len(joined) > 1 and all(len(one.split()) <= 5 for one in joined):
        known = [_SECTION[one] for one in joined if one in _SECTION and one not in _ALONE]
        if known:
            return next((one for one in known if one is not Section.OTHER), known[0])
    return _beginning(name)


def _beginning(name: str) -> Section | None:
    """Return the section of the longest known name of at least two words that ``name`` begins or ends with."""
    words = name.split()
    for length in range(len(words) - 1, 1, -1):
        for part in (" ".join(words[:length]), " ".join(words[-length:])):
            if part in _SECTION and len(words) - length <= 6:
                return _SECTION[part]
    return None


def _spaced(line: str) -> str:
    """Return a heading set with a space after every letter, as in E D U C A T I O N, as words."""
    letters = line.split(" ")
    if len(letters) < 5 or sum(len(letter) == 1 for letter in letters) < 0.8 * len(letters):
        return line
    return "".join(letters)
