"""Entries of a list without dates at its edge: publications, patents, projects, one below the other."""

import re
from collections.abc import Callable, Sequence

from service.imports.formats.cv.dates import years_in
from service.imports.formats.cv.entries import Entry
from service.imports.formats.cv.lines import Line

_NUMBERED = re.compile(
    r"^\s*(?:\[\s?[A-Z]{0,3}\s?-?(\d{1,3})\s?\]|\(?[A-Z]{0,2}(\d{1,3})\s*[.)]|\((\d{1,3})\)|(\d{1,3})\s{2,}|(\d{1,3})\s*[-–/]\s)(?=\s*\S)"
)
_YEAR_ALONE = re.compile(r"^\W*(?:năm\s+)?((?:19|20)\d\d)\W*$", re.IGNORECASE)
_AUTHORS = re.compile(r"^(?:[^\W\d_a-zà-ỹ][\w’'\-]*\.?,?\s+){1,4}(?:[^\W\d_]\.|[^\W\d_a-zà-ỹ][\w’'\-]*)", re.UNICODE)
_PATENT_NUMBER = re.compile(r"^(?:US|EP|WO|VN|SG|JP|CN|KR|DE|FR|GB|AU|PCT)[ /]?\d")
_LETTERED = re.compile(r"^\s*\(?[a-zđ][.)]\s")
_LABELLED = re.compile(r"^\W*((?:[^\W\d_]+ ?){1,4}):\s")
_DETAIL = re.compile(
    r"^\W*(?:vai trò|thời gian|đơn vị|cơ quan|kinh phí|mô tả|kết quả|cấp|mã số|nhiệm vụ|role|time|period|duration|budget|description|"
    r"funding|client|partner|outcome|technologies|link|doi|url)\s*(?::|$)|^\W*https?:",
    re.IGNORECASE,
)
_END = re.compile(r"(?:[.;]|\b(?:19|20)\d\d\)?|doi\S*|\d)\s*$", re.IGNORECASE)


def listed_entries(lines: Sequence[Line]) -> list[Entry]:
    """Return the entries of ``lines`` that are not in tables, by their numbers, signs, indents, spaces or first words."""
    told = [line for at, line in enumerate(lines) if not line.table and not _is_year(lines, at)]
    if not told:
        return []
    begins = next((found for rule in _RULES if (found := rule(told)) is not None), [0])
    ends = [*begins[1:], len(told)]
    return [Entry(tuple(told[begin:end]), 1, None) for begin, end in zip(begins, ends, strict=True)]


def _is_year(lines: Sequence[Line], at: int) -> bool:
    """Return whether a line is a year above the works of that year, and not the end of the work above it."""
    text = lines[at].text
    return (
        _YEAR_ALONE.match(text) is not None
        and not (text.endswith(".") or (at and text.startswith("(")))
        and not (at and lines[at - 1].text.endswith((",", "(")))
    )


def joined(entry: Entry) -> str:
    """Return the words of an entry as one line; a word that was divided at the end of a line is whole again."""
    return re.sub(r"(?<=[a-z])-\n(?=[a-z])", "", "\n".join(line.text for line in entry.lines)).replace("\n", " ")


def _by_numbers(lines: Sequence[Line]) -> list[int] | None:
    begins, last = [], None
    for at, line in enumerate(lines):
        found = _NUMBERED.match(line.text)
        number = int(next(group for group in found.groups() if group)) if found else None
        if number is not None and (last is None or number in (last + 1, last - 1, 1) or (number > last and number - last < 3)):
            begins.append(at)
            last = number
    return begins if len(begins) > 1 or begins == [0] else None


def _by_labels(lines: Sequence[Line]) -> list[int] | None:
    """Where the label of the first line, such as "Tên dự án:", comes again."""
    first = _LABELLED.match(lines[0].text)
    if not first:
        return None
    begins = [at for at, line in enumerate(lines) if (found := _LABELLED.match(line.text)) and found[1].lower() == first[1].lower()]
    return begins if len(begins) > 1 or len(lines) < 6 else None


def _by_years(lines: Sequence[Line]) -> list[int] | None:
    """Where a year stands in a column of its own beside each work."""
    begins = [at for at, line in enumerate(lines) if len(line.cells) > 1 and _YEAR_ALONE.match(line.cells[0])]
    return begins if len(begins) > 1 and begins[0] == 0 else None


def _by_paragraphs(lines: Sequence[Line]) -> list[int] | None:
    """Where every paragraph is an entry: not in a text whose lines were broken by hand, which mostly end in the middle."""
    ended = sum(_END.search(line.text) is not None for line in lines)
    if not all(line.whole for line in lines) or (
        ended < 0.6 * len(lines) and any(len(line.text) > 25 for line in lines) and _is_broken(lines)
    ):
        return None
    return [at for at, line in enumerate(lines) if at == 0 or not _DETAIL.match(line.text)]


def _is_broken(lines: Sequence[Line]) -> bool:
    """Return whether lines go on with a small letter, as broken ones do."""
    return sum(line.text[:1].islower() for line in lines[1:]) * 6 >= len(lines)


def _by_signs(lines: Sequence[Line]) -> list[int] | None:
    begins = [at for at, line in enumerate(lines) if line.bullet or _LETTERED.match(line.text)]
    return begins if begins and begins[0] <= 1 else None


def _by_indents(lines: Sequence[Line]) -> list[int] | None:
    """Where the lines below the first one of each entry are set in."""
    edge = min(line.left for line in lines)
    outer = [at for at, line in enumerate(lines) if line.left < edge + 4]
    inner = [at for at, line in enumerate(lines) if edge + 6 < line.left < edge + 80]
    return outer if outer and outer[0] == 0 and len(inner) * 4 >= len(lines) and len(outer) + len(inner) == len(lines) else None


def _by_spaces(lines: Sequence[Line]) -> list[int] | None:
    wide = [at for at, line in enumerate(lines) if at and line.gap > 0.25]
    least = min((line.gap for line in lines[1:]), default=0.0)
    if not wide or least > 0.2:
        return None
    return [0, *wide]


def _by_first_words(lines: Sequence[Line]) -> list[int] | None:
    return [at for at, line in enumerate(lines) if at == 0 or (_END.search(lines[at - 1].text) and _begins_work(lines, at))]


def _begins_work(lines: Sequence[Line], at: int) -> bool:
    before = lines[at - 1].text
    closed = before.rstrip().endswith(".") or bool(years_in(before[-6:]))
    return closed and (
        _PATENT_NUMBER.match(lines[at].text) is not None or _AUTHORS.match(lines[at].text) is not None or lines[at].text[:1] in '“"'
    )


_RULES: tuple[Callable[[Sequence[Line]], list[int] | None], ...] = (
    _by_labels,
    _by_numbers,
    _by_signs,
    _by_years,
    _by_paragraphs,
    _by_indents,
    _by_spaces,
    _by_first_words,
)
