"""A form as tables: one of the person with one row, and one for each small table, whose rows name the person too."""

from array import array
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from models.vocabulary import EvidenceKind
from service.imports.reading.column_words import told_by_words
from service.imports.reading.columns import APART, Column
from service.imports.reading.forms import Form, SmallTable, is_of_any_kind, without_number
from service.imports.reading.heading_words import IDENTITY, ITEMS, NAMES, POSITION
from service.imports.reading.headings import mapped, names_level
from service.imports.reading.layout import Heads, find_heads
from service.imports.reading.tables import Table, packed_row

_WHO = (*NAMES, *IDENTITY)
_SUBJECT = frozenset({"headline_vi", "headline_en"})
_NUMBER = "#"
"""Heads the column that ties the tables of a form together."""


def tables_of_form(form: Form, name: str, number: int, mapping: Mapping[str, str]) -> list[Table]:
    """Return the tables of a form in the sheet ``name``, the ``number``-th of its file; raises ``Unreadable`` for labels that clash."""
    person = _person(form, name, number, mapping)
    if person is None:
        return []
    return [person, *(table for small in form.tables if (table := _items(small, person, mapping)) is not None)]


def _person(form: Form, name: str, number: int, mapping: Mapping[str, str]) -> Table | None:
    labels = [label for _, label, _ in form.pairs]
    heads = find_heads([(0, labels)], mapping, [])
    if heads is None:
        return None
    columns = [*heads.columns, Column(len(labels), _NUMBER, POSITION)]
    rows = {label: row for row, label, _ in form.pairs}
    named = next(rows[column.heading] for column in columns if column.field in NAMES)
    cells = [*(value for _, _, value in form.pairs), str(number)]
    return Table(name, Heads(columns, 0, {}), None, array("L", [named]), [packed_row(cells)], rows_of=rows)


def _items(small: SmallTable, person: Table, mapping: Mapping[str, str]) -> Table | None:
    """Return a small table with whoever the form names in columns behind it; None where nothing in it is known."""
    heads = _heads_of_list(small) if small.listed else find_heads(small.lines[:1], mapping, [])
    subject = _subject(small, heads.columns) if heads else None
    heads = heads and replace(heads, columns=_of_works(small, heads.columns, mapping, subject))
    if heads is None or not {column.field for column in heads.columns} & set(ITEMS):
        return None
    width = max(len(cells) for _, cells in small.lines)
    who, said = list(_who(person, width)), person.cells(0)
    own = [said[column.at] for column in person.columns if column.field in _WHO]
    below = [(number, _with_subject(cells, heads.columns, subject)) for number, cells in small.lines[1:] if any(cells)]
    rows = [[*cells, *[""] * (width - len(cells)), *(own if _is_item(cells, heads.columns) else [])] for _, cells in below]
    titled = next((column.kind for column in heads.columns if column.field == "title"), None)
    kind = titled or small.kind if small.kind is EvidenceKind.PUBLICATION else small.kind  # a section of works can be of any kind
    columns = told_by_words([*heads.columns, *who], rows, mapping, kind)
    numbers = array("L", [number for number, _ in below])
    named = f"{person.name} ({small.lines[0][0]})"
    return Table(named, replace(heads, columns=columns), kind, numbers, [packed_row(cells) for cells in rows])


def _of_works(small: SmallTable, columns: Sequence[Column], mapping: Mapping[str, str], subject: int | None) -> list[Column]:
    """Return the columns of a small table as those of works: a name or a number there is that of the work, and nothing is the person's.

    A degree is called by its level and its subject.
    """
    fields = {column.field for column in columns}
    meant = {**({} if "source" in fields else {"key": "source"}), **({} if "title" in fields else dict.fromkeys(NAMES, "title"))}
    if small.kind is EvidenceKind.DEGREE and "title" not in fields:
        first = next((column for column in columns if column.field is None and names_level(column.heading)), None)
        columns = [replace(column, field="title") if column is first else column for column in columns]
    own = [replace(each, field=each.field if each.field in ITEMS else meant.get(each.field or "")) for each in columns]
    own = [each if mapped(each.heading, mapping) is None else before for each, before in zip(own, columns, strict=True)]
    titled = [replace(each, part=small.part) if each.field == "title" and each.part is None else each for each in own]
    return [each for each in titled if each.at != subject]


def _subject(small: SmallTable, columns: Sequence[Column]) -> int | None:
    """Return the place of what the degrees of a small table are in, where a column of its own says it."""
    of_degrees = small.kind is EvidenceKind.DEGREE and any(names_level(column.heading) for column in columns)
    return next((column.at for column in columns if of_degrees and column.field in _SUBJECT), None)


def _with_subject(cells: Sequence[str], columns: Sequence[Column], subject: int | None) -> list[str]:
    """Return a row of degrees with the subject behind the level."""
    level = next((column.at for column in columns if column.field == "title" and names_level(column.heading)), None)
    if level is None or subject is None or max(level, subject) >= len(cells) or not cells[level]:
        return list(cells)
    return [" ".join(filter(None, (cell, cells[subject]))) if at == level else cell for at, cell in enumerate(cells)]


def _heads_of_list(small: SmallTable) -> Heads:
    heading = small.lines[0][1][0]
    return Heads([Column(0, without_number(heading), "title", APART, small.kind, listed=True, open_kind=is_of_any_kind(heading))], 0, {})


def _who(person: Table, width: int) -> Iterator[Column]:
    named = (column for column in person.columns if column.field in _WHO)
    yield from (replace(column, at=at) for at, column in enumerate(named, width))


def _is_item(cells: Sequence[str], columns: Sequence[Column]) -> bool:
    """Return whether a row says what an item is: one that does not, such as a signature, is nobody's."""
    says = {"title", "organisation", "kind", "text"}
    return any(column.field in says and column.at < len(cells) and cells[column.at] for column in columns)
