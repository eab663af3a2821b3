"""Which words of an entry name the post, the degree, the organisation, the work."""

import re
from collections.abc import Iterable

from service.imports.formats.cv.offers import shortened
from service.imports.formats.cv.vocabulary import DEGREE, ORGANISATION, ROLE, SCHOOL, begins_with, has

_PIECES = re.compile(r"\s[–—\-|·•]\s|\s*[,;|]\s+|\s*:\s+|\s+(?:at|tại|@)\s+|\s{2,}|\s/\s")
_LABEL = re.compile(
    r"^(?:(?:chức vụ|chức danh|vị trí|position|title|role|đơn vị|nơi công tác|cơ quan|organi[sz]ation|employer|company|công ty|nơi đào tạo|"
    r"institution|university|school|trường|ngành(?: học)?|major|field|tên đề tài|tên dự án|tên nhiệm vụ|project title|project name|project|"
    r"đề tài|dự án|nhiệm vụ|thời gian|time|period|vai trò|patent|title|tên công trình|tên)\s*:\s*)+",
    re.IGNORECASE,
)
_PERSON = re.compile(
    r"^(?:(?:she|he|i|tôi|ông|bà|anh|chị)\s+)?(?:has been|have been|was|is|am|worked as|served as|là|làm)\s+(?:(?:the|an?)\s+)?",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[“\"«„]([^“”\"«»„]{8,400})[”\"»“]|(?<!\w)[‘']([^‘’']{15,400})[’'](?!\w)")
_YEAR_THEN = re.compile(r"\(\s*(?:19|20)\d\d[a-z]?(?:\s*[,/][^()]{0,20})?\s*\)\s*[.,:;]?\s*")
_SENTENCE_END = re.compile(r"(?<=[^\W\d_]{2})[.?!](?:\s+|$)|(?<=[)\d”\"])\.\s+(?=\w)")
_INITIALS = re.compile(r"(?<!\w)(?:[^\W\d_]\.\s?-?){1,3}")
_NUMBER = re.compile(r"^\s*(?:\[[A-Z]{0,3}\s?-?\d{1,3}\]|\(?[A-Z]?\d{1,3}\s*[.)/\-]|\(\d{1,3}\))\s*")


def pieces_of(parts: Iterable[str]) -> list[str]:
    """Return the words between commas, dashes and wide spaces, labels such as "Chức vụ:" taken off, each as far as its first sentence."""
    found = []
    for part in parts:
        for one in _PIECES.split(_LABEL.sub("", part)):
            piece = shortened(_SENTENCE_END.split(_PERSON.sub("", _LABEL.sub("", one)), maxsplit=1)[0])
            found.append(piece)
    return [piece for piece in found if any(letter.isalpha() for letter in piece)]


def post_in(parts: Iterable[str]) -> tuple[str, str]:
    """Return the post and the organisation that ``parts`` name; the post is the organisation where no post is named."""
    pieces = pieces_of(parts)
    kinds = [_kind(piece) for piece in pieces]
    roles = [piece for piece, kind in zip(pieces, kinds, strict=True) if kind == "role"]
    places = [piece for piece, kind in zip(pieces, kinds, strict=True) if kind == "organisation"]
    others = [piece for piece, kind in zip(pieces, kinds, strict=True) if not kind]
    role = roles[0] if roles else next(iter(others), "")
    place = ", ".join(places[:2]) or next((piece for piece in (others if roles else others[1:])), "")
    return role or place, place


def degree_in(parts: Iterable[str]) -> tuple[str, str]:
    """Return the degree, with its subject where that stands right behind it, and the school."""
    pieces = pieces_of(parts)
    degrees = [at for at, piece in enumerate(pieces) if has(DEGREE, piece) and not (begins_with(SCHOOL, piece) or _ends_with_school(piece))]
    schools = [piece for at, piece in enumerate(pieces) if at not in degrees and has(SCHOOL, piece)]
    if not degrees:
        return ", ".join([piece for piece in pieces if piece not in schools][:1] or pieces[:2]), ", ".join(schools[:2])
    subject = pieces[degrees[0] + 1 : degrees[0] + 2]
    named = [pieces[degrees[0]], *(piece for piece in subject if piece not in schools and not any(letter.isdigit() for letter in piece))]
    return ", ".join(named), ", ".join(schools[:2])


def title_in(text: str) -> str:
    """Return the title of a work in ``text``: what is quoted, else what follows the year in brackets, else its longest part."""
    line = _NUMBER.sub("", " ".join(text.split()), count=1)
    quoted = _QUOTED.search(line)
    if quoted:
        return shortened(quoted[1] or quoted[2])
    dated = _YEAR_THEN.search(line)
    if dated and len(line) - dated.end() > 15 and dated.start() < 0.6 * len(line):
        return shortened(_SENTENCE_END.split(line[dated.end() :], maxsplit=1)[0])
    return shortened(_longest(line))


def _longest(line: str) -> str:
    sentences = [one for one in _SENTENCE_END.split(_INITIALS.sub("", line)) if one.strip()]
    pieces = sentences if len(sentences) > 2 else re.split(r",\s+|;\s+|\.\s+", line)
    return max((one for one in pieces if one.strip()), key=lambda one: len(one.split()), default=line)


def _kind(piece: str) -> str:
    if begins_with(ROLE, piece) or has(ROLE, " ".join(piece.split()[-1:])):
        return "role"
    if begins_with(ORGANISATION, piece):
        return "organisation"
    if has(ROLE, piece) and not has(ORGANISATION, piece):
        return "role"
    return "organisation" if has(ORGANISATION, piece) else ""


def _ends_with_school(piece: str) -> bool:
    return has(SCHOOL, piece) and not begins_with(DEGREE, piece)
