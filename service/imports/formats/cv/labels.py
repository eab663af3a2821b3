"""Forms that name what they ask beside each answer, such as those of Europass: the answers of one entry put together."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from matching.text.normalise import fold
from service.imports.formats.cv.dates import date_in
from service.imports.formats.cv.lines import Line

_LABELS = (
    "date", "dates", "period", "from - to", "occupation", "position", "post", "job title", "title of qualification", "qualification",
    "name and address", "name and type", "employer", "organisation", "institution", "type of business", "level in national", "thoi gian",
    "chuc vu", "chuc danh", "vi tri", "co quan", "don vi", "noi cong tac", "noi dao tao", "truong", "co so dao tao", "chuyen nganh",
    "nganh", "bac dao tao", "trinh do", "van bang", "hoc vi", "degree", "school", "university", "field of study", "role", "company",
)  # fmt: skip
_STORIES = (
    "main activities", "principal subjects", "responsibilities", "nhiem vu", "mo ta", "cong viec chinh", "description", "type of business",
)  # fmt: skip
_FEWEST = 3


def unlabelled(lines: Sequence[Line]) -> list[Line]:
    """Return ``lines``, where a form has two columns each entry of it as one row; a form without ruled lines keeps its lines."""
    found: list[Line] = []
    for table, group in groupby(lines, key=lambda line: line.table):
        rows = list(group)
        if not _is_form(rows):
            found += rows
        elif table:
            found += map(_joined, _entries(rows))
        else:
            found += [_answer(line) for line in rows]
    return found


def _is_form(rows: Sequence[Line]) -> bool:
    """Return whether most rows are a label with its answer, and the labels come again or are known."""
    labels = [_label(row) for row in rows if len(_filled(row)) == 2]
    if len(labels) < _FEWEST or len(labels) * 3 < len(rows) * 2:
        return False
    known = sum(label.startswith(_LABELS + _STORIES) for label in labels)
    return known * 2 > len(labels) and len(set(labels)) > 1


def _entries(rows: Sequence[Line]) -> list[list[Line]]:
    first = _label(rows[0])
    entries: list[list[Line]] = []
    for row in rows:
        if not entries or _label(row) == first:
            entries.append([])
        entries[-1].append(row)
    return entries


def _joined(rows: Sequence[Line]) -> Line:
    told = [row for row in rows if not _label(row).startswith(_STORIES)] or list(rows)
    return replace(rows[0], cells=tuple(_filled(row)[-1] for row in told))


def _answer(line: Line) -> Line:
    """Return a line without the label in its first cell."""
    if len(line.cells) < 2 or date_in(line.cells[0]) or not _label(line).startswith(_LABELS + _STORIES):
        return line
    return replace(line, cells=line.cells[1:], lefts=line.lefts[1:])


def _label(row: Line) -> str:
    return " ".join(fold(row.cells[0]).replace("/", " ").strip(" :*").split())


def _filled(row: Line) -> list[str]:
    return [cell for cell in row.cells if cell]
