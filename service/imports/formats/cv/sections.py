"""The sections of a CV: which lines stand under which heading."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from statistics import median

from service.imports.formats.cv.dates import date_in
from service.imports.formats.cv.headings import Section, section_of
from service.imports.formats.cv.lines import Line
from service.imports.formats.cv.vocabulary import DEGREE, ORGANISATION, ROLE, has

_LONGEST_HEADING = 70
_FREE, _MOST_WORDS, _MOST_OF_A_LABEL, _LARGER = 0.7, 6, 2, 0.6
_Look = tuple[float, bool, bool]


@dataclass(slots=True)
class Part:
    """Lines under one heading; those before the first heading belong to ``OTHER``."""

    section: Section
    heading: str = ""
    lines: list[Line] = field(default_factory=list)


def divided(lines: Iterable[Line]) -> list[Part]:
    """Return the parts of a CV in its order."""
    given = [piece for line in lines for piece in _apart(line)]
    body = median([line.size for line in given] or [0.0])
    looks = _heading_looks(given, body)
    spaced = _are_spaced(given)
    parts = [Part(Section.OTHER)]
    for at, line in enumerate(given):
        found = _heading(line)
        if found is not None and not (_is_smaller(line, looks) and _may_stand_inside(line, found, parts[-1].section)):
            parts.append(Part(found, line.text))
            continue
        apart = spaced and _stands_apart(line, given[at + 1 : at + 4])
        alike = _look(line) in looks and _may_be_heading(line, given[at + 1 : at + 3], body)
        if found is None and (apart or alike):
            parts.append(Part(Section.OTHER, line.text))
        else:
            parts[-1].lines.append(line)
    return parts


def _apart(line: Line) -> Sequence[Line]:
    """Return a heading that stands beside its first line as a line of its own."""
    if not line.table and len(line.cells) > 1 and section_of(line.cells[0]) and not date_in(line.cells[0]):
        left, lefts = (line.lefts[1] if line.lefts else line.left), line.lefts[1:]
        return replace(line, cells=line.cells[:1]), replace(line, cells=line.cells[1:], gap=0.0, left=left, lefts=lefts, bold=False)
    return (line,)


def _heading(line: Line) -> Section | None:
    filled = [cell for cell in line.cells if cell]
    return section_of(filled[0]) if len(filled) == 1 and not (line.bullet and not line.bold) else None


def _look(line: Line) -> _Look:
    return round(line.size, 0), line.bold, line.text.isupper()


def _heading_looks(lines: Sequence[Line], body: float) -> set[_Look]:
    """Return how the headings look, if that tells them from other lines: then a line that looks so and is unknown ends a section.

    Of large letters more may be unknown: hardly anything else is set in them.
    """
    known = Counter(_look(line) for line in lines if _heading(line) is not None)
    others = Counter(_look(line) for line in lines if _heading(line) is None)
    return {look for look, count in known.items() if count >= 2 and others[look] <= (2 * count if look[0] > body + _LARGER else count)}


def _are_spaced(lines: Sequence[Line]) -> bool:
    """Return whether free space tells headings from other lines: known ones have it above them, and hardly any other short line has."""
    known = [line.gap >= _FREE for line in lines[1:] if _heading(line) is not None]
    others = sum(_stands_apart(line, lines[at + 1 : at + 4]) for at, line in enumerate(lines) if _heading(line) is None)
    return len(known) > 2 and all(known) and others <= len(known)


def _stands_apart(line: Line, below: Sequence[Line]) -> bool:
    """Return whether a line can be a heading by the space above it: a few words, no post, and a whole entry or no date right below.

    An organisation with a date soon below it is where somebody worked or studied.
    """
    text = line.text
    if line.gap < _FREE or line.table or line.bullet or len(text.split()) > _MOST_WORDS or text.endswith((".", ",", ";")):
        return False
    if date_in(text) is not None or has(ROLE, text) or has(DEGREE, text):
        return False
    near = below if has(ORGANISATION, text) else below[:1]
    return all(date_in(one.text) is None or len(one.text.split()) >= _MOST_WORDS for one in near)


def _may_stand_inside(line: Line, found: Section, section: Section) -> bool:
    """Return whether a heading may be a label inside of ``section``: "Achievements" of a post are no section of awards."""
    label = section is Section.POSITIONS and found in (Section.AWARDS, Section.PROJECTS) and len(line.text.split()) <= _MOST_OF_A_LABEL
    return found is Section.OTHER or label


def _is_smaller(line: Line, looks: set[_Look]) -> bool:
    """Return whether ``line`` looks like no heading of a section: such as a label inside of one."""
    return bool(looks) and _look(line) not in looks


def _may_be_heading(line: Line, below: Sequence[Line], body: float) -> bool:
    """Return whether a line that looks like a heading can be one: words alone, and not the title of what is dated right below."""
    text = line.text
    if len(text) > _LONGEST_HEADING or line.table or line.bullet or text.endswith((".", ",", ";")) or date_in(text) is not None:
        return False
    return text.isupper() or line.size > body + _LARGER or not any(date_in(one.text) for one in below)
