"""Statements of written people that two readers labelled apart: how each speaks of the work, and what part it shows."""

import csv
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

FILE = Path(__file__).parent / "statements.csv"
STANCES = {"d": "done", "n": "denied", "w": "wished", "r": "required", "o": "others"}
PARTS = {"L": "led", "M": "main", "C": "contributor", "-": "not told"}


@dataclass(frozen=True, slots=True)
class LabelledStatement:
    """A statement with the labels of both readers, as keys of ``STANCES`` and ``PARTS``.

    ``item`` is the place of the item in the record, from 0, or ``profile`` for headline and biography; ``context`` is the item's title,
    the headline, or TITLE where the statement is itself the title. ``held_out`` statements are for the last measurement alone.
    """

    person: str
    item: str
    kind: str
    context: str
    statement: str
    stances: tuple[str, str]
    parts: tuple[str, str]
    held_out: bool


@dataclass(frozen=True, slots=True)
class Agreement:
    """How often two readers agree, and Cohen's kappa (1960): how far beyond chance."""

    raw: float
    kappa: float


def read_statements(file: Path = FILE) -> list[LabelledStatement]:
    """Return every labelled statement in the order of the file; every fifth is held out."""
    with file.open(encoding="utf-8", newline="") as lines:
        return [_statement(row) for row in csv.DictReader(lines)]


def agreement(pairs: Sequence[tuple[str, str]]) -> Agreement:
    """Return the agreement of two readers about the same statements; NaN for kappa where both always give one label."""
    raw = sum(first == second for first, second in pairs) / len(pairs)
    of_first, of_second = Counter(first for first, _ in pairs), Counter(second for _, second in pairs)
    chance = sum(of_first[label] * of_second[label] for label in of_first) / len(pairs) ** 2
    return Agreement(raw, (raw - chance) / (1 - chance) if chance < 1 else float("nan"))


def _statement(row: dict[str, str]) -> LabelledStatement:
    return LabelledStatement(
        row["person"],
        row["item"],
        row["kind"],
        row["context"],
        row["statement"],
        (row["stance_a"], row["stance_b"]),
        (row["part_a"], row["part_b"]),
        row["held_out"] == "yes",
    )
