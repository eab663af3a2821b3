"""Tables that people save from spreadsheet programs: cells between "," or ";" or tabs, decimal points or commas, in UTF-8 or UTF-16.

Names of columns in any order and case; ids in one Unicode form. What cannot be read is named with line, column and cure.
"""

import codecs
import csv
import io
import math
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from _csv import Reader

SHOWN_FAULTS = 20
SEPARATORS = {",": '","', ";": '";"', "\t": "a tab", "|": '"|"'}
YES = frozenset({"yes", "y", "true", "1", "x", "có", "co", "đúng"})
NO = frozenset({"", "no", "n", "false", "0", "không", "khong", "sai"})
MOST = 10**9  # of a whole number
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
_COMMA = re.compile(r"[+-]?\d+,\d+(?:[eE][+-]?\d+)?", re.ASCII)
_THOUSANDS = re.compile(r"[+-]?[1-9]\d{0,2},\d{3}", re.ASCII)


class TableFault(NamedTuple):
    """What is wrong in a line, counted from 1 for the header, 0 for the whole file."""

    line: int
    column: str
    message: str


class MalformedTable(ValueError):
    """A file that cannot be read; its text holds a line ``file:line: column: fault and cure`` for each of the first faults."""

    def __init__(self, name: str, faults: Sequence[TableFault]) -> None:
        self.faults = tuple(faults)
        told = [f"{name}:{fault.line}: {fault.column}: {fault.message}" for fault in self.faults[:SHOWN_FAULTS]]
        more = len(self.faults) - SHOWN_FAULTS
        super().__init__("\n".join([*told, *([f"and {more} more faults"] if more > 0 else [])]))


@dataclass(frozen=True, slots=True)
class Table:
    """The ``cells`` of each wanted column, all of one length, with the ``lines`` that they end in."""

    name: str
    separator: str
    lines: tuple[int, ...]
    cells: dict[str, tuple[str, ...]]

    def fault(self, row: int, column: str, message: str) -> MalformedTable:
        """Return the error for a row, counted from 0."""
        return MalformedTable(self.name, [TableFault(self.lines[row], column, message)])

    def ids(self, column: str) -> list[str]:
        """Return ids in one form; raises ``MalformedTable`` at an empty cell."""
        cells = self.cells[column]
        form = {cell: one_form(cell) for cell in set(cells)}
        found = [form[cell] for cell in cells]
        if "" in form.values():
            raise self.fault(found.index(""), column, "the cell is empty; write an id")
        return found

    def wholes(self, column: str) -> list[int]:
        """Return whole numbers up to a thousand million; raises ``MalformedTable``."""
        return [self._whole(row, column, cell.strip()) for row, cell in enumerate(self.cells[column])]

    def _whole(self, row: int, column: str, cell: str) -> int:
        digits = cell.removeprefix("-").removeprefix("+")
        if not cell.isascii() or not digits.isdigit():
            raise self.fault(row, column, f"{cell!r} is not a whole number; write 0, 1, 2, ...")
        if len(digits.lstrip("0")) > len(str(MOST)) or int(digits) > MOST:
            raise self.fault(row, column, f"{cell[:20]!r} is too large; write at most {MOST}")
        return int(cell)

    def numbers(self, column: str) -> list[float]:
        """Return finite numbers, with decimal point or comma but not both in one column; raises ``MalformedTable``."""
        cells = self.cells[column]
        joined = "".join(cells)
        if "," in joined:
            return self._with_comma(column)
        try:
            found = list(map(float, cells)) if joined.isascii() and "_" not in joined else []
        except ValueError:
            found = []
        if len(found) == len(cells) and all(map(math.isfinite, found)):
            return found
        return [self._number(row, column, cell.strip()) for row, cell in enumerate(cells)]

    def _number(self, row: int, column: str, cell: str) -> float:
        try:
            value = float(cell) if cell.isascii() and "_" not in cell else math.nan
        except ValueError:
            value = math.nan
        if not math.isfinite(value):
            cure = "write one, or leave the row out if the pair cannot be assigned"
            raise self.fault(row, column, f"{cell!r} is not a finite number; {cure}")
        return value

    def _with_comma(self, column: str) -> list[float]:
        cells = [cell.strip() for cell in self.cells[column]]
        first = next(row for row, cell in enumerate(cells) if "," in cell)
        found = []
        for row, cell in enumerate(cells):
            if "." in cell:
                where = f"line {self.lines[first]} writes {cells[first]!r}"
                raise self.fault(row, column, f"{cell!r} has a decimal point and {where}; write one kind in the whole column")
            if self.separator != ";" and _THOUSANDS.fullmatch(cell):
                raise self.fault(
                    row, column, f"{cell!r} may be a decimal or thousands; write {cell.replace(',', '.')} or {cell.replace(',', '')}"
                )
            found.append(self._number(row, column, cell.replace(",", ".") if _COMMA.fullmatch(cell) else cell))
        return found


def yes(cell: str) -> bool | None:
    """Return what a cell of a yes/no column says, an empty one no; None where it says neither."""
    word = one_form(cell).casefold()
    return True if word in YES else False if word in NO else None


def one_form(cell: str) -> str:
    """Return an id as it is compared: composed letters, single spaces, nothing that is not seen."""
    if cell.isascii() and cell.isalnum():
        return cell
    return " ".join(_UNSEEN.sub("", unicodedata.normalize("NFC", cell)).split())


def read_table(name: str, data: bytes, columns: Sequence[str], optional: Iterable[str] = ()) -> Table:
    """Return the table in ``data``, which must have ``columns``; others but ``optional`` ones, and blank lines, are passed over.

    Raises ``MalformedTable``.
    """
    text = _without_declaration(_decoded(name, data))
    separator = _separator(text, columns)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        header = [one_form(cell).casefold() for cell in next((cells for cells in reader if cells), [])]
        at = _positions(name, header, columns, optional)
        lines, flat = _filled(name, reader, len(header), columns[0], separator)
    except csv.Error as error:
        raise MalformedTable(name, [TableFault(reader.line_num, "not CSV", f"{error}; close every quote")]) from error
    return Table(name, separator, tuple(lines), {column: tuple(flat[position :: len(header)]) for column, position in at.items()})


def _filled(name: str, reader: "Reader", width: int, first: str, separator: str) -> tuple[list[int], list[str]]:
    """Return the lines with something in them, and their cells in one list, which costs a third of a list for each line."""
    lines: list[int] = []
    flat: list[str] = []
    for cells in reader:
        if len(cells) == width and (cells[0].strip() or any(map(str.strip, cells))):
            lines.append(reader.line_num)
            flat += cells
        elif any(map(str.strip, cells)):
            raise MalformedTable(name, [TableFault(reader.line_num, first, _uneven(cells, width, separator))])
    return lines, flat


def _decoded(name: str, data: bytes) -> str:
    wide = {codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}.get(data[:2])
    if wide is None and data[:2].count(0) == 1:  # the first letter of a header is a plain one, the other half of its 16 bits empty
        wide = "utf-16-be" if data[0] == 0 else "utf-16-le"
    try:
        return data.decode(wide or "utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        kind, cure = ("UTF-16", "save the file as UTF-8") if wide else ("UTF-8", 'save the file as UTF-8 ("CSV UTF-8" in Excel)')
        raise MalformedTable(name, [TableFault(line, "text", f"not {kind}; {cure}")]) from error


def _without_declaration(text: str) -> str:
    """Return the text with its first line empty when that is one such as ``sep=;`` of Excel; the separator is found without it."""
    return re.sub(r'\A"?sep=.?"?(?=[\r\n])', "", text, flags=re.IGNORECASE)


def _separator(text: str, columns: Sequence[str]) -> str:
    """Return the separator under which the first line has the most of ``columns``, then the most cells."""
    line = next((line for line in io.StringIO(text, newline="") if line.strip()), "")

    def found(separator: str) -> tuple[int, int]:
        cells = [one_form(cell).casefold() for cell in next(csv.reader([line.strip("\r\n")], delimiter=separator), [])]
        return sum(column in cells for column in columns), len(cells)

    return max(SEPARATORS, key=found)


def _positions(name: str, header: Sequence[str], columns: Sequence[str], optional: Iterable[str]) -> dict[str, int]:
    missing, twice = f"the column is missing; the first line must be {','.join(columns)}", "the column stands more than once; keep one"
    faults = [TableFault(1, column, missing) for column in columns if column not in header]
    faults += [TableFault(1, column, twice) for column in (*columns, *optional) if header.count(column) > 1]
    if faults:
        raise MalformedTable(name, faults)
    return {column: header.index(column) for column in (*columns, *optional) if column in header}


def _uneven(cells: Sequence[str], wanted: int, separator: str) -> str:
    """Return what to do about a line with too few or too many cells."""
    told = f"{len(cells)} cells where the header has {wanted}"
    for other, shown in SEPARATORS.items():
        if other != separator and len(cells) == 1 and cells[0].count(other) == wanted - 1:
            return f"{told}; the cells are separated by {shown}, in the first line by {SEPARATORS[separator]}: use one in the whole file"
    return f"{told}; write one for each column, in quotes if it has {SEPARATORS[separator]} in it"
