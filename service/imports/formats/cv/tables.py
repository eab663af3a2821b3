"""Tables of a CV, drawn with lines or by spaces alone: their rows put together again, and without the row that heads the columns."""

from collections.abc import Sequence
from dataclasses import replace

from matching.text.normalise import fold
from service.imports.formats.cv.dates import date_in, is_broken, is_end
from service.imports.formats.cv.labels import unlabelled
from service.imports.formats.cv.lines import Line

_NEAR = 4.0  # points between the left edges of cells of one column
_COLUMN_NAMES = frozenset(
    """no|tt|stt|period|time|year|years|from|to|from - to|date|dates|duration|position|title|role|post|job title|organisation|organization
    |employer|company|institution|university|school|degree|field|major|subject|specialisation|country|place|location|notes|journal
    |thoi gian|tu|den|tu - den|tu nam den nam|tu thang nam den thang nam|nam|don vi|don vi cong tac|noi cong tac|co quan|chuc vu|chuc danh
    |vi tri|cong viec|cong viec dam nhiem|cong viec dam trach|bac|bac dao tao|bac hoc|trinh do|truong|noi dao tao|co so dao tao
    |chuyen nganh|nganh|nganh hoc|nganh dao tao|nam tot nghiep|van bang|hoc vi|ghi chu|nuoc|dia diem|ten cong trinh|ten bai bao
    |ten de tai|ten tap chi|tap chi|nam cong bo|nam cap|so bang|vai tro|ten|noi dung|cap|cap de tai|ket qua|title of project
    |project|authors|tac gia|publication|patent|number|start|end""".replace("\n    ", "").split("|")
)
_NUMBER_NAMES = frozenset({"tt", "stt", "no", "no.", "so tt", "#"})


def tidied(lines: Sequence[Line]) -> list[Line]:
    """Return ``lines`` without rows of column names, a cell that goes on in the next line whole."""
    found: list[Line] = []
    for line in unlabelled(lines):
        if _names_columns(line):
            continue
        if found and not line.table and is_broken(found[-1].text, line.text):
            found[-1] = replace(found[-1], cells=(*found[-1].cells[:-1], f"{found[-1].cells[-1]} {line.cells[0]}", *line.cells[1:]))
        elif found and _goes_on(found[-1], line):
            found[-1] = _joined(found[-1], line)
        else:
            found.append(_with_spans(line))
    return found


def _with_spans(line: Line) -> Line:
    """Return a row whose columns "from" and "to" are one, as a span of time."""
    at = next((at for at in range(len(line.cells) - 1) if is_end(line.cells[at]) and is_end(line.cells[at + 1])), None)
    if at is None:
        return line
    lefts = line.lefts[: at + 1] + line.lefts[at + 2 :]
    return replace(line, cells=(*line.cells[:at], f"{line.cells[at]} - {line.cells[at + 1]}", *line.cells[at + 2 :]), lefts=lefts)


def _names_columns(line: Line) -> bool:
    filled = [" ".join(fold(cell).replace("/", " ").replace(",", " ").split()) for cell in line.cells if cell]
    if filled[:1] and filled[0] in _NUMBER_NAMES and date_in(line.text) is None:
        return True
    known = sum(cell in _COLUMN_NAMES or any(cell.startswith(f"{name} ") for name in _COLUMN_NAMES if len(name) > 5) for cell in filled)
    return len(filled) > 1 and known * 3 >= len(filled) * 2 and date_in(line.text) is None


def _goes_on(above: Line, line: Line) -> bool:
    """Return whether ``line`` continues cells of the row above it: a ruled row with nothing in its first cells, or words below a column."""
    if line.table:
        same = above.table == line.table and len(above.cells) == len(line.cells)
        return same and len(line.cells) > 2 and not any(line.cells[:2])
    return (
        len(above.lefts) > 2
        and bool(line.lefts)
        and not line.bullet
        and line.gap < 0.5
        and all(_column(above, left) for left in line.lefts)
    )


def _column(above: Line, left: float) -> int:
    """Return which column stands at ``left``; 0, the first one, also where none does."""
    return next((at for at, edge in enumerate(above.lefts) if abs(edge - left) < _NEAR), 0)


def _joined(above: Line, line: Line) -> Line:
    cells = list(above.cells)
    for at, words in enumerate(line.cells):
        column = at if line.table else _column(above, line.lefts[at])
        cells[column] = f"{cells[column]} {words}".strip()
    return replace(above, cells=tuple(cells))
