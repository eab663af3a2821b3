"""Rows of works that name people by role: each goes to whom the file knows by that name, and to nobody else."""

import re
from collections.abc import Iterator

from models.search_key import folded
from service.imports.faults import Fault
from service.imports.gathering.whose import GatheredPeople, Index, Person, Row, candidates, fault, has_key_in_remark, several
from service.imports.reading.heading_words import NAMES_IN_A_ROLE
from service.imports.reading.layout import Column
from service.imports.reading.person_names import names_in
from service.imports.reading.tables import Table
from service.kit.languages import Bilingual

_OUTSIDE = re.compile(r"\b(?:ngoai|khach|external|outside|guest)\b")


def names_by_role(table: Table) -> bool:
    """Return whether the rows of ``table`` are works that name people in columns by role."""
    return any(column.field == NAMES_IN_A_ROLE for column in table.columns)


def give_to_named(found: GatheredPeople, index: Index, row: Row) -> None:
    """Give the work of a row to everybody whom it names, once each, in the first role; who cannot be told is noted as a fault."""
    table, at = found.tables[row[0]], row[1]
    faults, given = list[Fault](), False
    for column, name in _named(table, at):
        same = [person for person in candidates(index, {}, name) if not _is_said_of_another(person, name)]
        if len(same) == 1:
            given = True
            if row not in same[0].roles:
                same[0].rows.append(row)
                same[0].roles[row] = column
        else:
            told = several(found.tables, same) if same else _unknown(name)
            faults.append(fault(table, at, column.heading, Bilingual(*(f"“{name[:40]}”: {text}" for text in told)) if same else told))
    if not given and not faults:
        faults.append(fault(table, at, _first(table).heading, _NOBODY))
    found.faults += faults


def _named(table: Table, at: int) -> Iterator[tuple[Column, str]]:
    cells = table.cells(at)
    for column in table.columns:
        if column.field == NAMES_IN_A_ROLE and column.at < len(cells):
            yield from ((column, name) for name in names_in(cells[column.at]))


def _is_said_of_another(person: Person, name: str) -> bool:
    """Return whether a remark behind ``name`` says that it is a namesake: somebody from outside, or with another number."""
    remark = folded(name.partition("(")[2])
    return _OUTSIDE.search(remark) is not None or (any(map(str.isdigit, remark)) and not has_key_in_remark(person, name))


def _first(table: Table) -> Column:
    return next(column for column in table.columns if column.field == NAMES_IN_A_ROLE)


def _unknown(name: str) -> Bilingual:
    said = name[:60]
    return Bilingual(
        f"“{said}” is nobody whom this file lists by that name: add a row of the person, with key or e-mail address, to the list of people,"
        " or write the name as it stands there. The others of the row are not touched by it.",
        f"“{said}” không có trong danh sách người của tệp này: hãy thêm dòng của người đó, kèm mã hoặc email, vào danh sách người,"
        " hoặc ghi đúng họ tên như trong danh sách. Những người khác của dòng này không bị ảnh hưởng.",
    )


_NOBODY = Bilingual(
    "The work names nobody: write who took part, under the role.", "Công trình không nêu tên ai: hãy ghi người tham gia vào cột vai trò."
)
