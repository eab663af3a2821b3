"""Assignment problems as CSV files, with errors that name file, line, column and cure."""

import csv
from pathlib import Path
from typing import NamedTuple

from matching.assignment.outcome import Outcome
from matching.assignment.problem import Choice, InvalidProblem, Person, Problem, Rules, Scores, Seat
from matching.tables import MalformedTable, Table, TableFault, read_table


class Files(NamedTuple):
    """Where the tables are: ``scores`` person,seat,score; ``seats`` seat,demand; ``people`` person,min,max; the others person,seat."""

    scores: Path
    seats: Path
    people: Path
    forbidden: Path | None = None
    pins: Path | None = None


def read_problem(files: Files) -> Problem:
    """Return the problem of ``files``; raises ``MalformedTable``. Other columns and blank lines are ignored; any order will do."""
    people = _read(files.people, ("person", "min", "max"))
    seats = _read(files.seats, ("seat", "demand"))
    scores = _read(files.scores, ("person", "seat", "score"))
    tables = {"people": people, "seats": seats, "scores": scores}
    choices: dict[str, tuple[Choice, ...]] = {"forbidden": (), "pins": ()}
    for name, path in (("forbidden", files.forbidden), ("pins", files.pins)):
        if path is not None:
            tables[name] = _read(path, ("person", "seat"))
            choices[name] = tuple(zip(tables[name].ids("person"), tables[name].ids("seat"), strict=True))
    try:
        return Problem.of(
            map(Person, people.ids("person"), people.wholes("min"), people.wholes("max")),
            map(Seat, seats.ids("seat"), seats.wholes("demand")),
            Scores(scores.ids("person"), scores.ids("seat"), scores.numbers("score")),
            Rules(choices["forbidden"], choices["pins"]),
        )
    except InvalidProblem as invalid:
        raise _with_lines(invalid, tables) from invalid


def write_outcome(path: Path, outcome: Outcome) -> None:
    """Write who takes which seat as person,seat,score, by seat and person."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("person", "seat", "score"))
        writer.writerows((*choice, score) for choice, score in zip(outcome.taken, outcome.scores, strict=True))


def _with_lines(invalid: InvalidProblem, tables: dict[str, Table]) -> MalformedTable:
    """Return the error with lines; a step of the checks finds faults in one table or in people and seats, which are told in turn."""
    table = tables[invalid.faults[0].table]
    mine = [fault for fault in invalid.faults if tables[fault.table] is table]
    return MalformedTable(table.name, [TableFault(table.lines[fault.position], fault.field, fault.message) for fault in mine])


def _read(path: Path, columns: tuple[str, ...]) -> Table:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise MalformedTable(path.name, [TableFault(0, "file", f"cannot be read: {error.strerror}; check the path {path}")]) from error
    return read_table(path.name, data, columns)
