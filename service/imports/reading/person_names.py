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
_LONGEST, _MOST_OF_AN_INITIAL = 100, 3
_INITIAL_APART = re.compile(r"(?<=\b[^\W\d_])\.(?=[^\s.,-])")
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


def is_name(words: str) -> bool:
    """Return whether ``words`` can be the name of one person, from wherever: a few words with capitals, and nothing else."""
    parts = _REMARK.sub("", words).replace(",", " ").split()
    bare = [part for part in parts if not part.endswith(".")]
    capital = all(part[:1].isupper() and _NAME_WORD.fullmatch(part) for part in bare)
    return names_somebody(words) or (words[-1:] != ")" and 1 <= len(bare) <= _MOST_WORDS and capital)


def names_in(cell: str) -> list[str]:
    """Return the names that ``cell`` lists, divided by commas, semicolons, lines or "và", as they are written, titles in front."""
    pieces = (piece for listed in _LISTED.findall(cell) for piece in _AND.split(" ".join(listed.split())))
    names = (_NUMBER.sub("", piece.strip(), count=1).strip(" .-–") for piece in pieces)
    return list(dict.fromkeys(name for name in names if _is_named(name)))


def authors_in(cell: str) -> list[str]:
    """Return the authors that ``cell`` lists; where semicolons divide them, a comma stands behind a family name: "Ngo, T.Q.; Le, B."."""
    pieces = [piece for piece in cell.split(";") if piece.strip()]
    behind = len(pieces) > 1 and all(piece.count(",") == 1 and has_initials(piece) for piece in pieces if "," in piece)
    return names_in(";".join(piece.replace(",", " ") for piece in pieces) if behind else cell)


def _is_named(name: str) -> bool:
    return any(map(str.isalpha, name)) and not is_title(name) and not says_none(name) and _OTHERS.fullmatch(name) is None


def initials_and_words(author: str) -> tuple[list[str], list[str]]:
    """Return the words of a name that are written out, and the initials of the others, in their order: "N.V. An" is (An, N V).

    Both are empty for words that are no name of two to six parts.
    """
    words, initials = list[str](), list[str]()
    for part in _INITIAL_APART.sub(". ", author[:_LONGEST]).replace(",", " ").replace("-", " ").split():
        bare = part.rstrip(".")
        if part.endswith(".") and bare.isalpha() and len(bare) <= _MOST_OF_AN_INITIAL and bare[:1].isupper():
            initials.append(bare)
        elif bare.isalpha() and bare.isupper() and len(bare) <= _MOST_OF_AN_INITIAL:
            initials += list(bare)  # "LT" behind a name
        elif _NAME_WORD.fullmatch(part) and part[:1].isupper():
            words.append(part)
        else:
            return [], []
    return (words, initials) if 1 < len(words) + len(initials) <= _MOST_WORDS else ([], [])


def has_initials(author: str) -> bool:
    """Return whether a name is written with initials, and at least one word of it is written out."""
    words, initials = initials_and_words(author)
    return bool(words and initials)
