"""Cells that name people: whether words look like a name, and the names that a cell lists."""

import re

from matching.identity.commonness import name_shares
from models.search_key import folded
from service.imports.reading.empty_words import says_none

RANK = r"(?:thiếu|trung|thượng|đại) (?:u[ýy]|úy|tá|tướng)"
TITLE = (
    r"gs\.ts|pgs\.ts|ts\.kh|ths\.ks|bs\.?ck ?(?:ii|i|1|2)|gs|pgs|ts|tskh|ths|th\. ?s|t\.s|ks|k\.s|cn|bs|b\.s|kts|ncs|nsnd|nsut"
    r"|prof|assoc|dr|mr|mrs|ms|eng|ông|bà|anh|chị|phd|ph\.d|msc|giáo sư|phó giáo sư|tiến s[iĩyỹ]|thạc s[iĩyỹ]|kỹ sư|đồng chí|đ/c|ds"
    rf"|{RANK}"
)
"""Learned titles and forms of address, as a pattern."""
_RANKS = re.compile(rf"^(?:{RANK})\b[.,\s]*", re.IGNORECASE)
_NAME_WORD = re.compile(r"[^\W\d_]+(?:[.'’-][^\W\d_]*)*")
_MOST_WORDS = 6
_SEPARATED = re.compile(r"[;\n]")
_REMARK = re.compile(r"[(\[].*$", re.DOTALL)
_TITLES_ALONE = re.compile(rf"(?:(?:{TITLE})[.,\s]{{0,3}}){{1,6}}", re.IGNORECASE)
_LISTED = re.compile(r"(?:\([^()]*\)|[^,;\n(]|\()+")  # a comma in brackets divides nothing
_AND = re.compile(r" (?:và|and|&) ", re.IGNORECASE)
_OTHERS = re.compile(
    r"(?:(?:và|and|cùng|&) )?(?:các |\d{1,3} )?(?:cộng sự|cộng tác viên|ctv|cs|thành viên khác|người khác|others|colleagues|et al)"
    r"(?: khác)?[ .]*",
    re.IGNORECASE,
)
"""What stands for people without their names."""
_NUMBER = re.compile(r"^(?:\d{1,3}[.)]|[-–•*+])\s?")


def is_title(words: str) -> bool:
    """Return whether ``words`` are titles and nothing else."""
    return _TITLES_ALONE.fullmatch(words) is not None


def has_title(name: str) -> bool:
    """Return whether a title stands in front of ``name``."""
    match = _TITLES_ALONE.match(name)
    return match is not None and match[0][-1:] in {".", ",", " "}


def names_somebody(words: str) -> bool:
    """Return whether ``words`` look like the name of a person of Viet Nam, or of several, with titles or a remark beside it."""
    first = _RANKS.sub("", _REMARK.sub("", _SEPARATED.split(words.strip())[0]))
    parts = [part for part in first.replace(",", " ").split() if not part.endswith(".") and not part.isdigit()]
    if not 2 <= len(parts) <= _MOST_WORDS or not all(_NAME_WORD.fullmatch(part) and part[:1].isupper() for part in parts):
        return False
    return any(folded(part) in name_shares() for part in (parts[0], parts[-1]))


def names_in(cell: str) -> list[str]:
    """Return the names that ``cell`` lists, divided by commas, semicolons, lines or "và", as they are written, titles in front."""
    pieces = (piece for listed in _LISTED.findall(cell) for piece in _AND.split(" ".join(listed.split())))
    names = (_NUMBER.sub("", piece.strip(), count=1).strip(" .-–") for piece in pieces)
    return list(dict.fromkeys(name for name in names if _is_named(name)))


def _is_named(name: str) -> bool:
    return any(map(str.isalpha, name)) and not is_title(name) and not says_none(name) and _OTHERS.fullmatch(name) is None
