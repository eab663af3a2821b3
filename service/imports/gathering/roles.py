"""Rows of works that name people by role: each goes to whom the file knows by that name, and to nobody else."""

import re
from collections.abc import Sequence
from dataclasses import replace

from models.search_key import folded
from models.vocabulary import Part
from service.imports.gathering.gathered import GatheredPeople, Person, Row
from service.imports.gathering.told_apart import told_apart
from service.imports.gathering.whose import (
    Index,
    candidates,
    fault,
    has_key_in_remark,
    of_plain_name,
    same_key,
    several,
)
from service.imports.reading.columns import Column
from service.imports.reading.heading_words import NAMES_IN_A_ROLE
from service.imports.reading.person_names import authors_in, names_in
from service.imports.reading.role_columns import keys_in, names_by_key
from service.imports.reading.tables import Table
from service.kit.languages import Bilingual

_OUTSIDE = re.compile(r"\b(?:ngoai|khach|external|outside|guest)\b")
_MOST_NAMED = 5


def names_by_role(table: Table) -> bool:
    """Return whether the rows of ``table`` are works that name people in columns by role."""
    return any(column.field == NAMES_IN_A_ROLE for column in table.columns)


def give_to_named(found: GatheredPeople, index: Index, row: Row) -> None:
    """Give the work of a row to everybody whom it names, once each, in the first role; who cannot be told is noted as a fault.

    Of authors those are passed over whom the file does not know, if it knows one of them.
    """
    table, at = found.tables[row[0]], row[1]
    named = _named(table, at)
    for column, names in named:
        unknown = []
        for place, name in enumerate(names):
            same = _same(found, index, column, name)
            if len(same) == 1 and row not in same[0].roles:
                same[0].rows.append(row)
                same[0].roles[row] = column if column.part else replace(column, part=Part.CONTRIBUTOR if place else Part.MAIN)
            elif len(same) > 1:
                told = Bilingual(*(f"“{name[:60]}”: {text}" for text in several(found.tables, same)))
                found.faults.append(fault(table, at, column.heading, told))
            elif not same:
                unknown.append(name)
        if unknown and (column.part or len(unknown) == len(names)):
            found.faults.append(fault(table, at, column.heading, _unknown(unknown)))
    if not named:
        first = next(column for column in table.columns if column.field == NAMES_IN_A_ROLE)
        found.faults.append(fault(table, at, first.heading, _NOBODY))


def _same(found: GatheredPeople, index: Index, column: Column, name: str) -> list[Person]:
    """Return whom a name, whole or with initials, or a key in ``column`` can be; of namesakes the one whom the remark behind it tells."""
    if names_by_key(column.heading):
        return candidates(index, {"key": same_key(name)}, "")
    met = candidates(index, {}, name) or of_plain_name(index, name) or found.with_initials.whom(name)
    if len(met) > 1 and len(chosen := told_apart(found.tables, met, [name.partition("(")[2]])) == 1:
        return chosen
    return [person for person in met if not _is_said_of_another(person, name)]


def authors_passed_over(table: Table) -> list[Bilingual]:
    """Return the note on authors whom the file does not list, where a column of ``table`` lists authors."""
    column = next((column for column in table.columns if column.field == NAMES_IN_A_ROLE and column.part is None), None)
    if column is None:
        return []
    of = f" ({table.name})" if table.name else ""
    note = Bilingual(
        f"Authors in “{column.heading[:60]}” who are not in the list of people of this file get no record{of}."
        " Initials are taken for the only one there whom they fit.",
        f"Tác giả ở cột “{column.heading[:60]}” không có trong danh sách người của tệp thì không được nhập{of}."
        " Tên viết tắt được hiểu là người duy nhất trong danh sách khớp với nó.",
    )
    return [note]


def _named(table: Table, at: int) -> list[tuple[Column, list[str]]]:
    """Return the names of a row with the column of each role that somebody has."""
    cells = table.cells(at)
    columns = [column for column in table.columns if column.field == NAMES_IN_A_ROLE and column.at < len(cells)]
    return [(column, names) for column in columns if (names := _names(column, cells[column.at]))]


def _names(column: Column, cell: str) -> list[str]:
    if names_by_key(column.heading):
        return keys_in(cell)
    return authors_in(cell) if column.part is None else names_in(cell)


def _is_said_of_another(person: Person, name: str) -> bool:
    """Return whether a remark behind ``name`` says that it is a namesake: somebody from outside, or with another number."""
    remark = folded(name.partition("(")[2])
    return _OUTSIDE.search(remark) is not None or (any(map(str.isdigit, remark)) and not has_key_in_remark(person, name))


def _unknown(names: Sequence[str]) -> Bilingual:
    said = ", ".join(f"“{name[:60]}”" for name in names[:_MOST_NAMED]) + (", …" if len(names) > _MOST_NAMED else "")
    return Bilingual(
        f"The list of people in this file does not have {said}: add a row for each, with key or e-mail address, or write the name as it"
        " stands there. Whoever else the row names is not touched by it.",
        f"Danh sách người trong tệp không có {said}: hãy thêm mỗi người một dòng, kèm mã hoặc email, hoặc ghi đúng họ tên như trong danh"
        " sách. Những người khác mà dòng này nêu không bị ảnh hưởng.",
    )


_NOBODY = Bilingual(
    "The work names nobody: write who took part, under the role.", "Công trình không nêu tên ai: hãy ghi người tham gia vào cột vai trò."
)
