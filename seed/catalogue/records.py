"""Reads one CSV file into records that know their file and line, and notes every fault instead of stopping at the first."""

import csv
import io
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from models.vocabulary import Language
from seed.catalogue.faults import Fault

Vocabulary = TypeVar("Vocabulary", bound=StrEnum)
SEPARATOR = "|"


@dataclass
class Reader:
    """Reads the files below ``folder``; ``faults`` and the records ``seen`` grow while it reads."""

    folder: Path
    phrases: Mapping[str, str] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    seen: list["Record"] = field(default_factory=list)

    def fault(self, file: str, line: int, column: str, message: str) -> None:
        """Note a fault."""
        self.faults.append(Fault(file, line, column, message))

    def text(self, name: str) -> str | None:
        """Return the file's text in Unicode NFC, or None with a fault when it cannot be read."""
        try:
            return unicodedata.normalize("NFC", (self.folder / name).read_text(encoding="utf-8-sig"))
        except FileNotFoundError:
            self.fault(name, 1, "file", "is missing; put it back")
        except UnicodeDecodeError as error:
            self.fault(name, 1, "file", f"is not UTF-8 (byte {error.start}); save it as UTF-8")
        return None

    def names(self, pattern: str) -> list[str]:
        """Return the files that match ``pattern`` below the folder, in order of name; none at all is a fault."""
        found = sorted(path.relative_to(self.folder).as_posix() for path in self.folder.glob(pattern))
        if not found:
            self.fault(pattern, 1, "file", "no such file; at least one is needed")
        return found

    def records(self, name: str, columns: str) -> list["Record"]:
        """Return the records of file ``name``, whose header must have exactly ``columns``, in any order.

        ``columns`` are separated by spaces; ``name*`` stands for ``name_en`` and ``name_vi``.
        """
        text = self.text(name)
        names = [name for column in columns.split() for name in _in_languages(column)]
        records = [] if text is None else list(self._parse(name, text, names))
        self.seen += records
        return records

    def below(self, folder: str) -> list["Record"]:
        """Return the records seen so far in the files of ``folder``, such as ``needs``."""
        return [record for record in self.seen if record.file.startswith(f"{folder}/")]

    def _parse(self, name: str, text: str, columns: list[str]) -> Iterator["Record"]:
        lines = csv.reader(io.StringIO(text, newline=""), strict=True)
        line = 1
        try:
            header = next(lines, [])
            if sorted(header) != sorted(columns):
                self.fault(name, 1, "header", f"must have the columns {','.join(columns)}; it has {','.join(header)}")
                return
            line = lines.line_num + 1
            for values in lines:
                if len(values) == len(header):
                    yield Record(self, name, line, {column: value.strip() for column, value in zip(header, values, strict=True)})
                elif values:
                    self.fault(name, line, "row", f"has {len(values)} fields instead of {len(header)}; quote texts that contain a comma")
                line = lines.line_num + 1
        except csv.Error as error:
            self.fault(name, line, "row", f"is not valid CSV ({error}); check the quotation marks")


@dataclass(frozen=True, slots=True)
class Record:
    """One row of a file. Every method that returns a value notes a fault, and returns a stand-in, when the field is wrong."""

    reader: Reader
    file: str
    line: int
    values: Mapping[str, str]

    def fault(self, column: str, message: str) -> None:
        """Note a fault in this row."""
        self.reader.fault(self.file, self.line, column, message)

    def optional(self, column: str) -> str:
        """Return the text, which may be empty."""
        return self.values[column]

    def text(self, column: str) -> str:
        """Return a text that must not be empty."""
        if not self.values[column]:
            self.fault(column, "is empty; write it")
        return self.values[column]

    def both(self, *columns: str) -> dict[str, str]:
        """Return ``{column_en: ..., column_vi: ...}`` for each of ``columns``; every text is needed in both languages."""
        return {name: self.text(name) for column in columns for name in (f"{column}_en", f"{column}_vi")}

    def both_or_none(self, *columns: str) -> dict[str, str]:
        """Return the texts as ``both`` does, where a pair may be empty but never half empty."""
        pairs: dict[str, str] = {}
        for column in columns:
            present = any(self.values[f"{column}_{language}"] for language in ("en", "vi"))
            pairs |= self.both(column) if present else {f"{column}_en": "", f"{column}_vi": ""}
        return pairs

    def provenance(self) -> dict[str, str]:
        """Return where the row comes from and how sure it is, in both languages."""
        return {
            f"{column}_{language}": text
            for column in ("source", "sureness")
            for language, text in (("en", self.text(column)), ("vi", self.translated(column)))
        }

    def translated(self, column: str) -> str:
        """Return the Vietnamese of a phrase of provenance, part by part as separated by "; "."""
        parts = [part for part in self.values[column].split("; ") if part]
        for part in parts:
            if part not in self.reader.phrases:
                self.fault(column, f'"{part}" has no Vietnamese; add it to provenance.csv')
        return "; ".join(self.reader.phrases.get(part, part) for part in parts)

    def day(self, column: str) -> date:
        """Return a date written as 2026-07-01."""
        try:
            return date.fromisoformat(self.text(column))
        except ValueError:
            self.fault(column, f'"{self.values[column]}" is not a date; write it as 2026-07-01')
            return date.min

    def day_or_none(self, column: str) -> date | None:
        """Return a date, or None for an empty field."""
        return self.day(column) if self.values[column] else None

    def number_or_none(self, column: str) -> float | None:
        """Return a number of at least zero, or None for an empty field."""
        text = self.values[column]
        if text and not text.replace(".", "", 1).isdecimal():
            self.fault(column, f'"{text}" is not a number of at least zero; write it as 1.5')
            return None
        return float(text) if text else None

    def number(self, column: str) -> float:
        """Return a number that must be there."""
        value = self.number_or_none(column)
        if value is None:
            self.fault(column, "is empty; write a number")
        return value or 0.0

    def whole(self, column: str) -> int:
        """Return a whole number that must be there."""
        value = self.number(column)
        if value != int(value):
            self.fault(column, f'"{self.values[column]}" is not a whole number')
        return int(value)

    def flag(self, column: str) -> bool:
        """Return True for yes and False for no."""
        if self.values[column] not in ("yes", "no"):
            self.fault(column, f'"{self.values[column]}" must be yes or no')
        return self.values[column] == "yes"

    def choice(self, column: str, vocabulary: type[Vocabulary]) -> Vocabulary:
        """Return the member of ``vocabulary`` whose value the field holds."""
        return self.member(column, self.values[column], vocabulary)

    def member(self, column: str, value: str, vocabulary: type[Vocabulary]) -> Vocabulary:
        """Return the member of ``vocabulary`` with ``value``."""
        members = list(vocabulary)
        if value not in members:
            self.fault(column, f'"{value}" must be one of {", ".join(members)}')
        return vocabulary(value) if value in members else members[0]

    def parts(self, column: str) -> list[str]:
        """Return the parts of a field separated by "|"; an empty field has none."""
        parts = [part.strip() for part in self.values[column].split(SEPARATOR)] if self.values[column] else []
        if len(set(parts)) < len(parts) or "" in parts:
            self.fault(column, 'has an empty or a repeated part between "|"; delete it')
        return parts

    def known(self, column: str, value: str, ids: Collection[str]) -> str:
        """Return ``value``, an id that must be one of ``ids``."""
        if value not in ids:
            self.fault(column, f'"{value}" is unknown; use an id that exists or define it first')
        return value

    def reference(self, column: str, ids: Collection[str]) -> str:
        """Return the field, an id that must be one of ``ids``."""
        return self.known(column, self.text(column), ids)

    def reference_or_none(self, column: str, ids: Collection[str]) -> str | None:
        """Return the field as ``reference`` does, or None for an empty field."""
        return self.reference(column, ids) if self.values[column] else None


def _in_languages(column: str) -> list[str]:
    return [f"{column[:-1]}_{language.value}" for language in (Language.EN, Language.VI)] if column.endswith("*") else [column]


def refuse_repeats(records: Iterable[Record], *columns: str) -> None:
    """Note a fault in every record that repeats the values which an earlier one has in ``columns``."""
    first: dict[tuple[str, ...], Record] = {}
    for record in records:
        key = tuple(record.values[column] for column in columns)
        earlier = first.setdefault(key, record)
        if earlier is not record:
            record.fault(columns[-1], f'"{" ".join(key)}" stands already in {earlier.file}:{earlier.line}; keep one')
