"""Entries of a section: which lines tell of one position, degree, project or publication."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from service.imports.formats.cv.dates import Dated, span_in
from service.imports.formats.cv.lines import Line, unmarked

_LEAD = re.compile(
    r"^(?:[-–•*]\s*)?(?:\(?\d{1,2}[.)]\s*)?(?:(?:thời gian|giai đoạn|trong|khoảng|time|dates?|period|năm|years?|duration)\s*:?\s*)?[(\[]?$",
    re.IGNORECASE,
)
_TAIL = re.compile(r"^[)\]\s.:;,|–—-]*$")
_SENTENCE = 95  # letters: a longer line tells a story, it is no head of an entry
_MOST_ABOVE = 3


@dataclass(frozen=True, slots=True)
class Entry:
    """The lines of one entry; ``head`` is how many of them name it, ``dated`` stands in line ``at``."""

    lines: tuple[Line, ...]
    head: int
    dated: Dated | None
    at: int = 0

    @property
    def passage(self) -> str:
        """The words that the entry was read from, line by line."""
        return "\n".join(line.text for line in self.lines)

    @property
    def page(self) -> int:
        """The page on which it begins."""
        return self.lines[0].page


def place_of(line: Line, dated: Dated | None) -> str:
    """Return where in its line a date stands: whole, left, right or inner; empty without one."""
    if dated is None:
        return ""
    before, after = line.text[: dated.begin], line.text[dated.finish :]
    at_begin, at_end = _LEAD.match(before.strip()) is not None, _TAIL.match(after) is not None
    if at_begin and at_end:
        return "whole"
    return "left" if at_begin else "right" if at_end else "inner"


def dated_entries(lines: Sequence[Line], find: Callable[[str], Dated | None] = span_in) -> list[Entry]:
    """Return the entries of ``lines`` that are not in tables, each begun by the line with its dates or by the lines right above it."""
    marks = [find(line.text) for line in lines]
    places = [place_of(line, mark) for line, mark in zip(lines, marks, strict=True)]
    anchors = _anchors(lines, places)
    begins = _begins(lines, anchors)
    entries = []
    for number, (begin, at) in enumerate(zip(begins, anchors, strict=True)):
        end = begins[number + 1] if number + 1 < len(begins) else len(lines)
        own = tuple(lines[begin:end])
        entries.append(Entry(own, _head(own, at - begin, places[at]), marks[at], at - begin))
    return entries


def _anchors(lines: Sequence[Line], places: Sequence[str]) -> list[int]:
    """Return the lines whose dates begin entries: of the place that most have, and no list below a head that has dates."""
    dated = [at for at, place in enumerate(places) if place]
    heads = [at for at in dated if not lines[at].bullet or places[at] == "whole"] or dated
    plain = [at for at in heads if places[at] != "inner"]
    if not plain:
        return [at for at in heads if len(lines[at].text) < 2 * _SENTENCE]
    common = Counter("left" if places[at] in ("whole", "left") else places[at] for at in plain)
    inner = [at for at in heads if places[at] == "inner" and _looks_like_head(lines, at, plain)]
    if len(common) > 1 and min(common.values()) == 1 and max(common.values()) > 3:
        rare = min(common, key=lambda place: common[place])
        plain = [at for at in plain if places[at] != rare or _looks_like_head(lines, at, plain)]
    return sorted({*plain, *inner})


def _looks_like_head(lines: Sequence[Line], at: int, others: Sequence[int]) -> bool:
    """Return whether a line stands as the heads of other entries do: at their left edge, as bold, and short."""
    line = lines[at]
    edges = [lines[other].left for other in others]
    return len(line.text) < _SENTENCE and any(abs(line.left - edge) < 3 for edge in edges) and line.bold == lines[others[0]].bold


def _begins(lines: Sequence[Line], anchors: Sequence[int]) -> list[int]:
    """Return where each entry begins: its dates, or as many lines above them as the first entry of the section has."""
    signs = [at for at, line in enumerate(lines) if line.bullet]
    if len(signs) == len(anchors) > 1 and _alternate(signs, anchors):
        return signs
    begins: list[int] = []
    above = min(anchors[0], _MOST_ABOVE) if anchors else 0
    for number, at in enumerate(anchors):
        least = anchors[number - 1] + 1 if number else 0
        begin = at
        while begin > least and at - begin < above and _joins(lines, begin):
            begin -= 1
        begins.append(begin)
    return begins


def _alternate(signs: Sequence[int], anchors: Sequence[int]) -> bool:
    """Return whether every sign of a list has dates of its own before the next one."""
    return all(sign <= at for sign, at in zip(signs, anchors, strict=True)) and all(
        at < sign for at, sign in zip(anchors, signs[1:], strict=False)
    )


def _joins(lines: Sequence[Line], begin: int) -> bool:
    """Return whether the line above ``begin`` belongs to the same head."""
    above, line = lines[begin - 1], lines[begin]
    if above.bullet and not line.bullet:
        return False
    free = line.gap > 0.45 and line.gap > above.gap + 0.2
    story = len(above.text) > _SENTENCE or (above.text.endswith(".") and len(above.text) > 50)
    return not free and not story


def _head(own: Sequence[Line], at: int, place: str) -> int:
    """Return how many lines name the entry: those up to its dates, and where they stand alone, or little else, the ones right below."""
    head = at + 1
    most = head + (2 if place == "whole" and at == 0 else 1)
    while head < len(own) and head < most and not own[head].bullet and len(own[head].text) < _SENTENCE:
        head += 1
    return head


def without_dates(entry: Entry) -> list[str]:
    """Return the parts of the lines that name the entry, without its dates and the signs around them."""
    parts = []
    for at, line in enumerate(entry.lines[: entry.head]):
        text = line.text
        if at == entry.at and entry.dated is not None:
            before, after = text[: entry.dated.begin], text[entry.dated.finish :]
            text = f"{before.rstrip(' ([,;–—-')}  {after.lstrip(' )],;:.–—-|')}"
        parts += [part for part in re.split(r"\s{2,}", unmarked(text.strip())) if part.strip(" ()[],;:.–—-|")]
    return [part.strip(" ,;:|–—-") for part in parts]


def rows_in(lines: Sequence[Line]) -> list[Line]:
    """Return the rows of tables among ``lines``."""
    return [line for line in lines if line.table]
