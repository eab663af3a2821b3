"""Columns that name people by what they did in the work of the row: "Chủ nhiệm", "Thư ký", "Thành viên", or its authors in their order."""

import re
from collections.abc import Mapping, Sequence

from models.search_key import folded, search_words
from models.vocabulary import Part
from service.imports.reading.column_shares import share
from service.imports.reading.headings import MOST_LETTERS, field_of, mapped
from service.imports.reading.person_names import authors_in, has_initials, names_in, names_somebody
from service.imports.reading.words import code_said

_FEWEST = 2  # one column alone, such as "Chủ nhiệm", names whose row it is
_NAMES = 0.6
_AUTHORS = re.compile(
    r"(?:(?:danh sach |nhom |cac |ten |ho ten |ho va ten )*(?:dong )?tac gia|authors?(?: s)?(?: list| names?)?|list of authors)\b"
    r"(?!.*\b(?:so|vai tro|chinh|count|number)\b)"
)
_SEVERAL = 0.5
_IN_BRACKETS, _APART = re.compile(r"\(([^()]*)\)"), re.compile(r"[;,\n|]")
_PLURAL = re.compile(r"(?<=\bid)s\b|\(s\)", re.IGNORECASE)


def roles_of(headings: Mapping[int, str], rows: Sequence[Sequence[str]], mapping: Mapping[str, str]) -> dict[int, Part]:
    """Return the part that each column of names says, by its place; none where fewer than two columns do.

    ``rows`` are the first below the headings. A column without words there goes with the others; what ``mapping`` names stays its.
    """
    said = {at: part for at, heading in headings.items() if (part := _part_of(heading)) and mapped(heading, mapping) is None}
    likeness = {at: _likeness([row[at] for row in rows if at < len(row) and row[at]], by_key=names_by_key(headings[at])) for at in said}
    roles = {at: part for at, part in said.items() if likeness[at] is None or (likeness[at] or 0) >= _NAMES}
    return roles if len(roles) >= _FEWEST and any(likeness[at] for at in roles) else {}


def authors_of(headings: Mapping[int, str], rows: Sequence[Sequence[str]], mapping: Mapping[str, str]) -> list[int]:
    """Return the place of the column that lists the authors of each work, several in most rows; none where there is no such column."""
    found = [at for at, heading in headings.items() if _AUTHORS.match(_plain(heading)) and mapped(heading, mapping) is None]
    cells = [row[found[0]] for row in rows if found[0] < len(row) and row[found[0]]] if len(found) == 1 else []
    several = share(cells, lambda cell: len(names_in(cell)) > 1 and ";" not in cell) if cells else 0
    shortened = share(cells, lambda cell: any(has_initials(name) for name in authors_in(cell))) if cells else 0
    return found if shortened >= _SEVERAL or (several >= _SEVERAL and (_likeness(cells) or 0) >= _SEVERAL) else []


def names_by_key(heading: str) -> bool:
    """Return whether a heading says in brackets that people stand below it by their keys: "PI (Staff ID)", "Thành viên (mã CB)"."""
    return any(field_of(_PLURAL.sub("", bracket)) == "key" for bracket in _IN_BRACKETS.findall(heading[:MOST_LETTERS]))


def keys_in(cell: str) -> list[str]:
    """Return the keys that a cell lists."""
    return list(dict.fromkeys(key for piece in _APART.split(cell) if (key := piece.strip())))


def _plain(heading: str) -> str:
    return folded(" ".join(search_words(heading[:MOST_LETTERS])))


def _part_of(heading: str) -> Part | None:
    return code_said(Part, heading, heading=True) or code_said(Part, _IN_BRACKETS.sub("", heading), heading=True)


def _likeness(cells: Sequence[str], *, by_key: bool = False) -> float | None:
    """Return which share of ``cells`` begins with a name, or lists keys; None where there are none."""
    if by_key:
        return share(cells, lambda cell: all(any(map(str.isdigit, key)) and " " not in key for key in keys_in(cell))) if cells else None
    return share(cells, lambda cell: any(names_somebody(name) for name in names_in(cell)[:1])) if cells else None
