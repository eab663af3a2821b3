"""A table as it was read: columns with what they mean, and rows of words, packed so that many thousands take little memory."""

import bisect
import itertools
import re
import unicodedata
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from models.vocabulary import EvidenceKind
from service.imports.faults import Unreadable
from service.imports.reading.blocks import in_blocks
from service.imports.reading.column_words import ROWS, told_by_words
from service.imports.reading.columns import Column
from service.imports.reading.empty_words import is_nothing, repeated
from service.imports.reading.heading_words import IDENTITY, NAMES
from service.imports.reading.headings import MOST_LETTERS as MOST_LETTERS_OF_HEADING
from service.imports.reading.headings import MOST_OF_A_QUESTION as MOST_OF_A_HEADING
from service.imports.reading.headings import field_of, mapped, names_birth
from service.imports.reading.layout import Heads, find_heads, repeats_heads
from service.imports.reading.merged_cells import Line
from service.imports.reading.sheets import MOST_ROWS, Sheet, too_many_rows

MOST_LETTERS = 20_000  # of one cell: more than any field takes, so that a longer one is refused where it is read
MOST_ROWS_IN_BLOCKS = 20_000
_HEADINGS_OF_A_FORM = 3
FIRST_ROWS = 30  # above the headings stand titles and merged cells
_APART = "\x1f"
_SPACES = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2007": " ", "\ufeff": "", _APART: " "})
_LONG, _GAP = 200, re.compile(r"\s{9,}")  # long gaps say nothing, and would keep patterns busy that look for spaces
_LEAD = re.compile(r"'(?='*[=+\-@\t\r])")  # what keeps a spreadsheet program from taking a cell for a formula


@dataclass(frozen=True)
class Table:
    """``numbers`` are the rows' numbers in the file; ``kind`` is what every item of the table is, where the sheet's name says it.

    ``left_out`` are words about people, in rows that head blocks, which nothing is known for.
    ``rows_of`` are the rows of the headings, where they stand below one another, as in a form.
    ``above`` are the last words of each column while the rows are read, by its place.
    """

    name: str
    heads: Heads
    kind: EvidenceKind | None = None
    numbers: "array[int]" = field(default_factory=lambda: array("L"))
    packed: list[bytes] = field(default_factory=list)
    left_out: Sequence[str] = ()
    rows_of: Mapping[str, int] = field(default_factory=dict)
    above: dict[int, str] = field(default_factory=dict)

    @property
    def columns(self) -> Sequence[Column]:
        """Return the columns of the table."""
        return self.heads.columns

    @cached_property
    def identity(self) -> Sequence[Column]:
        """Return the columns that name a person by a key or an address."""
        return [column for column in self.columns if column.field in IDENTITY]

    @cached_property
    def births(self) -> Sequence[Column]:
        """Return the columns that say when somebody was born, which is not kept."""
        return [column for column in self.columns if column.field is None and names_birth(column.heading)]

    def __len__(self) -> int:
        return len(self.numbers)

    def place_of(self, number: int) -> int | None:
        """Return where the row with ``number`` stands, or None."""
        at = bisect.bisect_left(self.numbers, number)
        return at if at < len(self.numbers) and self.numbers[at] == number else None

    def cells(self, at: int) -> list[str]:
        """Return the words of a row, one for each place of the file, counted from 0."""
        return self.packed[at].decode().split(_APART)


def cleaned(cell: str) -> str:
    """Return the words of a cell in composed letters, without spaces around them and without what marks a cell as no formula."""
    if "\0" in cell:
        cell = cell.replace("\0", " ")
    if not cell.isascii():
        cell = unicodedata.normalize("NFC", cell).translate(_SPACES)
    elif _APART in cell:
        cell = cell.replace(_APART, " ")
    cell = cell.strip()
    if len(cell) > _LONG:
        cell = _GAP.sub(lambda gap: "\n" if "\n" in gap[0] else " ", cell)
    if is_nothing(cell):
        return ""
    return cell[1:] if _LEAD.match(cell) else cell


def lines_of(sheet: Sheet) -> tuple[list[Line], Iterator[Line]]:
    """Return the first lines of ``sheet``, in which its headings are looked for, and the others; raises ``Unreadable``."""
    lines = ((number, [cleaned(cell) for cell in cells]) for number, cells in sheet.lines)
    return list(itertools.islice(lines, FIRST_ROWS)), lines


def table_of(
    sheet: Sheet, first: Sequence[Line], lines: Iterable[Line], mapping: Mapping[str, str], kind: EvidenceKind | None
) -> Table | None:
    """Return ``sheet`` as a table, or None for one without known headings; raises ``Unreadable``. Empty rows are passed over.

    ``first`` and ``lines`` are the lines of the sheet, as ``lines_of`` gives them.
    """
    _check_form(first)
    heads = find_heads([(number, [cell[:MOST_OF_A_HEADING] for cell in cells]) for number, cells in first], mapping, sheet.merged)
    if heads is None:
        return None
    table = Table(sheet.name, heads, kind)
    _fill(table, first[heads.last + 1 :])
    _fill(table, lines)
    table = _with_people_of_blocks(table, first[: heads.last], mapping)
    told = told_by_words(table.columns, [table.cells(at) for at in range(min(len(table), ROWS))], mapping, kind)
    return replace(table, heads=replace(table.heads, columns=told))


def _with_people_of_blocks(table: Table, above: Sequence[Line], mapping: Mapping[str, str]) -> Table:
    """Return ``table`` with whoever heads its blocks in columns of each row, if it is a list in blocks."""
    if len(table) > MOST_ROWS_IN_BLOCKS or any(column.field in NAMES or _is_mapped_key(column, mapping) for column in table.columns):
        return table
    found = in_blocks(table.columns, above, table.numbers, [table.cells(at) for at in range(len(table))])
    if found is None:
        return table
    return replace(
        table,
        heads=replace(table.heads, columns=found.columns),
        numbers=found.numbers,
        packed=[packed_row(cells) for cells in found.rows],
        left_out=found.left_out,
    )


def _is_mapped_key(column: Column, mapping: Mapping[str, str]) -> bool:
    return column.field == "key" and mapped(column.heading, mapping) is not None


def _check_form(first: Sequence[tuple[int, list[str]]]) -> None:
    """Raise ``Unreadable`` for a form, which has its headings below one another: each would be taken for a person."""
    in_rows = max((sum(field_of(cell) is not None for cell in cells) for _, cells in first), default=0)
    in_columns = sum(bool(cells) and field_of(cells[0].rstrip(" :")) is not None for _, cells in first)
    if in_rows <= 1 and in_columns >= _HEADINGS_OF_A_FORM:
        raise Unreadable(
            "It is a form, with headings below one another: write them beside one another in one row, one person a row,"
            " or send forms, one a sheet or one below another, each with the name.",
            "Đây là phiếu có tiêu đề xếp dọc: hãy đặt các tiêu đề trên cùng một dòng, mỗi người một dòng,"
            " hoặc gửi các phiếu, mỗi trang một phiếu hay phiếu này dưới phiếu kia, phiếu nào cũng ghi họ tên.",
        )


def likely_headings(sheet: Sheet) -> list[str]:
    """Return the row among the first ones that looks most like headings, where none is known: the one with most cells of words."""
    first = [[cleaned(cell) for cell in cells] for _, cells in itertools.islice(sheet.lines, FIRST_ROWS)]
    best = max(first, key=lambda cells: sum(_is_worded(cell) for cell in cells), default=[])
    return list(dict.fromkeys(cell[:MOST_LETTERS_OF_HEADING] for cell in best if _is_worded(cell)))


def _is_worded(cell: str) -> bool:
    return 0 < len(cell) <= MOST_LETTERS_OF_HEADING and not cell[0].isdigit() and "@" not in cell


def _fill(table: Table, lines: Iterable[tuple[int, list[str]]]) -> None:
    for number, cells in lines:
        if not any(cells) or repeats_heads(cells, table.heads):
            continue
        if len(table) >= MOST_ROWS:
            raise too_many_rows()
        said = repeated(cells, table.above)
        table.numbers.append(number)
        table.packed.append(packed_row(said))


def packed_row(cells: Sequence[str]) -> bytes:
    """Return the words of a row as a table keeps them; a cell is cut behind more letters than any field takes."""
    return _APART.join(cell[: MOST_LETTERS + 1] for cell in cells).encode("utf-8", "replace")
