"""Rows of a table that are about nobody: sums, headings of sections, and what stands below a list, such as who made it."""

import re
from collections.abc import Collection, Iterable, Sequence

from models.search_key import folded
from service.imports.reading.heading_words import NAMES
from service.imports.reading.headings import is_counter
from service.imports.reading.person_names import is_name
from service.imports.reading.tables import Table
from service.kit.languages import Bilingual

_SUM = re.compile(r"(?:tong(?: cong| so)?|cong|total|grand total|sum|subtotal)(?:\s*[:\-].*|\s*\(.*|\s+\d.*|\s+so\b.*)?")
_SIGNED = re.compile(
    r"(?:nguoi lap|nguoi tong hop|hieu truong|thu truong|giam doc|vien truong|truong phong|xac nhan|noi nhan|ky ten|prepared by|approved by"
    r"|signed|ghi chu\b|note\b|\(ky)"
)
_PLACE_AND_DAY = re.compile(r".*\bngay\b.*\bthang\b.*\bnam\b.*")
_SECTION = re.compile(r"(?:[ivxlc]+|[a-h])[.)]?", re.IGNORECASE)
_NUMBER_OF_A_COLUMN = re.compile(r"[(\[]?(?:\d{1,2}|[A-Za-z])[)\]]?(?:\s*=.*)?")
_MOST_OF_A_PLACE = 200
_FEW = 3  # cells of a row that is no row of the list
_MOST_NAMED = 20


def passed_over(table: Table) -> frozenset[int]:
    """Return the places of the rows that are about nobody."""
    counter = _counter(table)
    rows = [table.cells(at) for at in range(len(table))]
    counted = [at for at, cells in enumerate(rows) if _is_number(_cell(cells, counter))]
    found = {at for at, cells in enumerate(rows) if _is_sum(cells, counter) or (len(counted) > 1 and _is_section(cells, counter))}
    found |= {0} if rows and _numbers_columns(rows[0]) else set()
    found |= _headings_alone(table, rows)
    return frozenset(found | _below(rows, counted, found | _sentences(table, rows), len(table.columns)))


def _headings_alone(table: Table, rows: Sequence[Sequence[str]]) -> set[int]:
    """Return rows that hold one cell alone, in front of the names, in a list whose rows hold many: they head those below."""
    first = min((column.at for column in table.columns if column.field in NAMES), default=0)
    filled = [[place for place, cell in enumerate(cells) if cell] for cells in rows]
    if not filled or sorted(map(len, filled))[len(filled) // 2] <= _FEW:
        return set()
    merged = {at for at, number in enumerate(table.numbers) if (number - 1, first) in table.heads.spans}
    return {at for at, places in enumerate(filled) if len(places) == 1 and places[0] < first} - merged


def _sentences(table: Table, rows: Sequence[Sequence[str]]) -> set[int]:
    """Return the rows, of a list whose rows hold many cells, that hold one alone, where names stand, which is no name."""
    names = {column.at for column in table.columns if column.field in NAMES}
    filled = [[place for place, cell in enumerate(cells) if cell] for cells in rows]
    if len(rows) < _FEW or sorted(map(len, filled))[len(filled) // 2] <= _FEW:
        return set()
    return {at for at, places in enumerate(filled) if len(places) == 1 and places[0] in names and not is_name(rows[at][places[0]])}


def _below(rows: Sequence[Sequence[str]], counted: Sequence[int], sums: Collection[int], columns: int) -> set[int]:
    """Return the rows below the list: from a sum or signature on in a list with numbers, else found from the end upwards."""
    last = counted[-1] if counted else -1
    if len(counted) > 1:
        first = next((at for at in range(last + 1, len(rows)) if at in sums or _is_below(rows[at], columns)), len(rows))
        return set(range(first, len(rows)))
    found: set[int] = set()
    for at in range(len(rows) - 1, last, -1):
        if at not in sums and not _is_below(rows[at], columns):
            break
        found.add(at)
    return found


def noted(table: Table, aside: Iterable[int]) -> list[Bilingual]:
    """Return that rows were passed over, by their numbers."""
    rows = [str(table.numbers[at]) for at in sorted(aside)]
    if not rows:
        return []
    of, named = f" ({table.name})" if table.name else "", ", ".join(rows[:_MOST_NAMED]) + (", …" if len(rows) > _MOST_NAMED else "")
    return [
        Bilingual(
            f"Rows that name nobody were passed over, such as sums and headings of sections{of}: {named}.",
            f"Bỏ qua các dòng không nêu tên ai, như dòng tổng, tên nhóm{of}: {named}.",
        )
    ]


def stands_alone(table: Table, at: int) -> bool:
    """Return whether a row that names nobody cannot go on with the person above.

    It has a number of its own, or it does not say its kind in a table that has a column for it: then the name was forgotten.
    """
    counter, cells = _counter(table), table.cells(at)
    own = _cell(cells, counter)
    if own and (at == 0 or own != _cell(table.cells(at - 1), counter)):
        return True
    kinds = [column.at for column in table.columns if column.field == "kind"]
    return bool(kinds) and not any(_cell(cells, place) for place in kinds)


def _counter(table: Table) -> int | None:
    return next((column.at for column in table.columns if column.field is None and is_counter(column.heading)), None)


def _cell(cells: Sequence[str], at: int | None) -> str:
    return cells[at] if at is not None and at < len(cells) else ""


def _is_number(cell: str) -> bool:
    return cell.rstrip(".)").isdecimal()


def _is_sum(cells: Sequence[str], counter: int | None) -> bool:
    filled = [cell for cell in cells if cell]
    return not _is_number(_cell(cells, counter)) and bool(filled) and _SUM.fullmatch(_plain(filled[0])) is not None


def _is_section(cells: Sequence[str], counter: int | None) -> bool:
    """Return whether a row heads those below it: a Roman number or a letter with one cell more, or one cell where the numbers stand."""
    own, filled = _cell(cells, counter), sum(1 for cell in cells if cell)
    if not own or _is_number(own):
        return False
    return filled == 1 or (filled == 2 and _SECTION.fullmatch(own) is not None)


def _numbers_columns(cells: Sequence[str]) -> bool:
    """Return whether a row numbers the columns, as forms do below their headings: (1), (2), (3)."""
    filled = [cell for cell in cells if cell]
    return len(filled) >= _FEW and len(set(filled)) == len(filled) and all(_NUMBER_OF_A_COLUMN.fullmatch(cell) for cell in filled)


def _is_below(cells: Sequence[str], columns: int) -> bool:
    """Return whether a row signs or dates the list; a row that fills most of the columns is somebody whose post is that of who signs."""
    filled = [_plain(cell) for cell in cells if cell]
    return len(filled) <= min(_FEW, (columns + 1) // 2) and any(_SIGNED.match(cell) or _says_place_and_day(cell) for cell in filled)


def _says_place_and_day(cell: str) -> bool:
    return len(cell) <= _MOST_OF_A_PLACE and _PLACE_AND_DAY.fullmatch(cell) is not None


def _plain(cell: str) -> str:
    return " ".join(folded(cell).split())
