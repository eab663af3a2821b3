"""Assignment problems as CSV files, with errors that name file, line, column and cure."""

import csv
import io
import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, TypeVar

from matching.assignment.outcome import Outcome
from matching.assignment.problem import Choice, InvalidProblem, Person, Problem, Rules, Scores, Seat

SHOWN_FAULTS = 20
_Value = TypeVar("_Value")


class MalformedTable(ValueError):
    """Files that cannot be read as a problem; the message holds a line ``file:line: column: fault and cure`` for each fault."""


class Files(NamedTuple):
    """Where the tables are: ``scores`` person,seat,score; ``seats`` seat,demand; ``people`` person,min,max; the others person,seat."""

    scores: Path
    seats: Path
    people: Path
    forbidden: Path | None = None
    pins: Path | None = None


@dataclass(frozen=True, slots=True)
class _Row:
    """The cells of a line by the columns wanted."""

    file: str
    line: int
    cells: dict[str, str]

    def fault(self, column: str, message: str) -> MalformedTable:
        return MalformedTable(f"{self.file}:{self.line}: {column}: {message}")

    def id(self, column: str) -> str:
        text = self.cells[column].strip()
        if not text:
            raise self.fault(column, "the cell is empty; write an id")
        return text

    def whole(self, column: str) -> int:
        text = self.cells[column].strip()
        if not text.isascii() or not text.removeprefix("-").removeprefix("+").isdigit():
            raise self.fault(column, f"{text!r} is not a whole number; write 0, 1, 2, ...")
        return int(text)

    def number(self, column: str) -> float:
        text = self.cells[column].strip()
        try:
            value = float(text) if text.isascii() and "_" not in text else math.nan
        except ValueError:
            value = math.nan
        if not math.isfinite(value):
            raise self.fault(column, f"{text!r} is not a finite number; write one, or leave the row out if the pair cannot be assigned")
        return value


def read_problem(files: Files) -> Problem:
    """Return the problem of ``files``; raises ``MalformedTable``. Other columns and blank lines are ignored; any order will do."""
    people = _read(files.people, ("person", "min", "max"), lambda row: Person(row.id("person"), row.whole("min"), row.whole("max")))
    seats = _read(files.seats, ("seat", "demand"), lambda row: Seat(row.id("seat"), row.whole("demand")))
    scores = _read(files.scores, ("person", "seat", "score"), lambda row: (row.id("person"), row.id("seat"), row.number("score")))
    forbidden, pins = _choices(files.forbidden), _choices(files.pins)
    rules = Rules(tuple(choice for _, choice in forbidden), tuple(choice for _, choice in pins))
    try:
        rows = [value for _, value in people], [value for _, value in seats], Scores.of(value for _, value in scores)
        return Problem.of(*rows, rules)
    except InvalidProblem as invalid:
        tables: dict[str, tuple[Path | None, Sequence[tuple[int, object]]]] = {
            "people": (files.people, people),
            "seats": (files.seats, seats),
            "scores": (files.scores, scores),
            "forbidden": (files.forbidden, forbidden),
            "pins": (files.pins, pins),
        }
        raise MalformedTable(_with_lines(invalid, tables)) from invalid


def write_outcome(path: Path, outcome: Outcome) -> None:
    """Write who takes which seat as person,seat,score, by seat and person."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("person", "seat", "score"))
        writer.writerows((*choice, score) for choice, score in zip(outcome.taken, outcome.scores, strict=True))


def _with_lines(invalid: InvalidProblem, tables: dict[str, tuple[Path | None, Sequence[tuple[int, object]]]]) -> str:
    told = []
    for fault in invalid.faults[:SHOWN_FAULTS]:
        path, rows = tables[fault.table]
        told.append(f"{path.name if path else fault.table}:{rows[fault.position][0]}: {fault.field}: {fault.message}")
    more = len(invalid.faults) - SHOWN_FAULTS
    return "\n".join([*told, *([f"and {more} more faults"] if more > 0 else [])])


def _choices(path: Path | None) -> list[tuple[int, Choice]]:
    return [] if path is None else _read(path, ("person", "seat"), lambda row: (row.id("person"), row.id("seat")))


def _read(path: Path, columns: tuple[str, ...], value_of: Callable[[_Row], _Value]) -> list[tuple[int, _Value]]:
    """Return what each row means, with its line, counted from 1 for the header."""
    return [(row.line, value_of(row)) for row in _rows(path, columns)]


def _rows(path: Path, columns: tuple[str, ...]) -> Iterator[_Row]:
    reader = csv.reader(io.StringIO(_text(path), newline=""), strict=True)
    try:
        header = [cell.strip() for cell in next(reader, [])]
        at = _columns(path, header, columns)
        for cells in reader:
            if not any(cell.strip() for cell in cells):
                continue
            if len(cells) != len(header):
                message = f"{len(cells)} cells where the header has {len(header)}; write one for each column, in quotes if it has a comma"
                raise MalformedTable(f"{path.name}:{reader.line_num}: {columns[0]}: {message}")
            yield _Row(path.name, reader.line_num, {column: cells[position] for column, position in at.items()})
    except csv.Error as error:
        raise MalformedTable(f"{path.name}:{reader.line_num}: not CSV: {error}; close every quote") from error


def _columns(path: Path, header: Sequence[str], columns: Sequence[str]) -> dict[str, int]:
    for column in columns:
        if header.count(column) != 1:
            fault = "the column is missing" if column not in header else "the column stands more than once"
            raise MalformedTable(f"{path.name}:1: {column}: {fault}; the first line must be {','.join(columns)}")
    return {column: header.index(column) for column in columns}


def _text(path: Path) -> str:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise MalformedTable(f"{path.name}:0: file: cannot be read: {error.strerror}; check the path {path}") from error
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise MalformedTable(f"{path.name}:{line}: text: not UTF-8; save the file as UTF-8") from error
