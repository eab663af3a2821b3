"""Judged data in the exchange format: ``profiles.jsonl``, ``briefs.jsonl`` and ``judgements.csv`` in one folder."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
import pandas as pd

from matching.profiles import EvidenceItem, Profile
from matching.tables import MalformedTable, one_form, read_table
from models.vocabulary import ConsentPurpose, EvidenceKind, Language


class MalformedExchange(ValueError):
    """A file of the folder cannot be read; the message names the file, the line and the fault."""


@dataclass(frozen=True, slots=True)
class Brief:
    """A text that experts are wanted for."""

    id: str
    text: str


_Record = TypeVar("_Record", Brief, Profile)


@dataclass(frozen=True)
class Exchange:
    """``grades`` has shape (briefs, profiles); NaN where nobody judged the pair."""

    briefs: tuple[Brief, ...]
    profiles: tuple[Profile, ...]
    grades: np.ndarray

    def relevant(self) -> np.ndarray:
        """Return which pairs are relevant: grade above 0 where all grades are 0 or 1, else 4 and more."""
        binary = bool(np.isin(self.grades[~np.isnan(self.grades)], (0.0, 1.0)).all())
        return self.grades > 0 if binary else self.grades >= 4


def read_exchange(folder: Path) -> Exchange:
    """Read ``folder``; raises ``MalformedExchange`` naming file and line. Profiles and briefs are put in the order of their ids."""
    profiles = _by_id(folder / "profiles.jsonl", _profile)
    briefs = _by_id(folder / "briefs.jsonl", _brief)
    return Exchange(tuple(briefs), tuple(profiles), _grades(folder / "judgements.csv", briefs, profiles))


def _by_id(path: Path, read: Callable[[dict[str, Any], str], _Record]) -> list[_Record]:
    found: dict[str, _Record] = {}
    for where, line in _lines(path):
        record = read(line, where)
        if record.id in found:
            raise MalformedExchange(f"{where}: id: {record.id!r} stands more than once")
        found[record.id] = record
    return [found[identifier] for identifier in sorted(found)]


def _lines(path: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    if not path.is_file():
        raise MalformedExchange(f"{path.name}: the file is missing in {path.parent}")
    with path.open("rb") as file:
        for number, line in enumerate(file, start=1):
            if not line.strip():
                continue
            where = f"{path.name}:{number}"
            try:
                record = json.loads(line)
            except ValueError as error:  # neither JSON nor, perhaps, UTF-8
                raise MalformedExchange(f"{where}: not a JSON object: {error}") from error
            if not isinstance(record, dict) or record.get("id") is None:
                raise MalformedExchange(f"{where}: id: an object with an id is expected")
            yield where, record


def _brief(record: dict[str, Any], where: str) -> Brief:
    return Brief(one_form(str(record["id"])), _words(record, where))


def _words(record: dict[str, Any], where: str) -> str:
    parts = [record.get(field) or "" for field in ("title", "text")]
    if not all(isinstance(part, str) for part in parts):
        raise MalformedExchange(f"{where}: title, text: strings are expected")
    return ". ".join(part for part in parts if part)


def _profile(record: dict[str, Any], where: str) -> Profile:
    items = record.get("items")
    if not isinstance(items, list):
        raise MalformedExchange(f"{where}: items: a list is expected")
    read = tuple(_item(item, position, where) for position, item in enumerate(items))
    identifier = one_form(str(record["id"]))
    return Profile(identifier, identifier, read, consents=frozenset({ConsentPurpose.MATCHING}))


def _item(record: dict[str, Any], position: int, where: str) -> EvidenceItem:
    if not isinstance(record, dict):
        raise MalformedExchange(f"{where}: items[{position}]: an object is expected")
    year = record.get("year")
    ends = date(int(year), 12, 31) if isinstance(year, int | float) and 1 <= year <= 9999 else None
    words = _words(record, f"{where}: items[{position}]")
    return EvidenceItem(str(record.get("id", position)), EvidenceKind.PUBLICATION, Language.EN, words, ends=ends)


def _table(path: Path) -> pd.DataFrame:
    try:
        table = read_table(path.name, path.read_bytes(), ("brief_id", "profile_id", "grade"))
        ids = {column: table.ids(column) for column in ("brief_id", "profile_id")}
        return pd.DataFrame({**ids, "grade": table.numbers("grade"), "line": table.lines})
    except MalformedTable as fault:
        raise MalformedExchange(str(fault)) from fault


def _grades(path: Path, briefs: list[Brief], profiles: list[Profile]) -> np.ndarray:
    if not path.is_file():
        raise MalformedExchange(f"{path.name}: the file is missing in {path.parent}")
    table = _table(path)
    rows = pd.Index([brief.id for brief in briefs]).get_indexer(pd.Index(table["brief_id"]))
    columns = pd.Index([profile.id for profile in profiles]).get_indexer(pd.Index(table["profile_id"]))
    for bad, field in ((rows < 0, "brief_id"), (columns < 0, "profile_id")):
        if bad.any():
            at = int(np.flatnonzero(bad)[0])
            raise MalformedExchange(f"{path.name}:{table['line'].iloc[at]}: {field}: {table[field].iloc[at]!r} is unknown")
    grades = np.full((len(briefs), len(profiles)), np.nan)
    grades[rows, columns] = table["grade"]
    _refuse_contradictions(path.name, table)
    return grades


def _refuse_contradictions(name: str, table: pd.DataFrame) -> None:
    """Raise ``MalformedExchange`` at the first pair with two grades; the same judgement twice says nothing new."""
    pairs = ["brief_id", "profile_id"]
    table = table.assign(first_line=table.groupby(pairs)["line"].transform("first"), first=table.groupby(pairs)["grade"].transform("first"))
    for row in table[table["grade"] != table["first"]].itertuples():
        said = f"{row.brief_id!r} and {row.profile_id!r} have {row.grade:g} here and {row.first:g} in line {row.first_line}"
        raise MalformedExchange(f"{name}:{row.line}: grade: {said}; keep one")
