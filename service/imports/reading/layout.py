"""Finds the headings of a table: below titles, over two rows, in merged cells, repeated for several items in one row."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from models.vocabulary import EvidenceKind, Part
from service.imports.faults import Unreadable
from service.imports.reading import heading_words
from service.imports.reading.columns import APART, LISTED, Column
from service.imports.reading.headings import (
    consent_field,
    field_of,
    is_not_kept,
    lists_works,
    mapped,
    names_any_work,
    names_consent,
    names_key_of_person,
    names_one,
    names_work,
    numbered,
)
from service.imports.reading.merged_cells import Line, below_merged, spread, with_merged
from service.imports.reading.numbered_works import in_series
from service.imports.reading.questions import is_question
from service.imports.reading.role_columns import authors_of, roles_of
from service.imports.reading.sheets import MOST_COLUMNS, Place, too_many_columns
from service.imports.reading.words import code_said, kind_named, kind_of_title
from service.imports.reading.work_kinds import kind_asked_for, kind_of_heading, kinds_in_heading, part_of_heading

_NUMBERS = 3
_ADDRESS = re.compile(r"[^\s@]+@[^\s@]+\.\w+")
_DIGITS, _NUMBER = re.compile(r"\d\D*\d\D*\d\D*\d\D*\d"), re.compile(r"[\d\s.,:/TZ+-]+")  # a year can head a column
_FIRST_LETTERS = 60
_REPEATED = heading_words.JOINED | {heading_words.NAMES_IN_A_ROLE}


@dataclass(frozen=True)
class Heads:
    """The headings: ``last`` is the place of their last row among the lines, ``spans`` are merged cells below it."""

    columns: Sequence[Column]
    last: int
    spans: Mapping[Place, Place]


def find_heads(lines: Sequence[Line], mapping: Mapping[str, str], merged: Sequence[tuple[Place, Place]]) -> Heads | None:
    """Return the headings among the first ``lines``, or None where none is known; raises ``Unreadable`` for columns that clash."""
    known = [0 if _is_data(cells) else sum(_meant(cell, mapping) is not None for cell in cells) for _, cells in lines]
    if not known or not max(known):
        return None
    best = known.index(max(known))
    if sum(_is_data(cells) and sum(map(bool, cells)) > _NUMBERS for _, cells in lines[:best]) > 1:
        return None  # rows of the list stand above it: it is one of them, with a word that also heads a column
    first, last = _with_neighbours(lines, best, mapping)
    first, last = with_merged(lines, first, last, merged)
    heads = [spread(*lines[at], merged) for at in range(first, last + 1)]
    columns = list(_columns(heads, mapping, _roles(heads, [cells for _, cells in lines[last + 1 :]], mapping)))
    if len(columns) > MOST_COLUMNS:
        raise too_many_columns()
    columns = _completed(in_series(columns, mapping))
    _check_clashes(columns)
    below = lines[last][0]
    spans = {(row, column): start for start, end in merged for row, column in below_merged(start, end, below)}
    return Heads(columns, last, spans)


def _is_data(cells: Sequence[str]) -> bool:
    """Return whether a cell of a row is an e-mail address, or many are long numbers and dates: it heads nothing."""
    filled = [cell[:_FIRST_LETTERS] for cell in cells if cell]
    counted = sum(_DIGITS.search(cell) is not None and _NUMBER.fullmatch(cell) is not None for cell in filled)
    return any(_ADDRESS.fullmatch(cell) for cell in filled) or (counted >= _NUMBERS and counted * 4 > len(filled))


def repeats_heads(cells: Sequence[str], heads: Heads) -> bool:
    """Return whether a row says the headings again, as lists of several pages do."""
    same = sum(1 for each in heads.columns if each.at < len(cells) and _is_same(cells[each.at], each.heading))
    return same >= 2 and same * 2 >= sum(1 for cell in cells if cell)


def _is_same(cell: str, heading: str) -> bool:
    return len(cell) == len(heading) and cell.casefold() == heading.casefold()


def _with_neighbours(lines: Sequence[Line], best: int, mapping: Mapping[str, str]) -> tuple[int, int]:
    """Return the first and last of the rows of headings: a row above or below whose cells are mostly headings belongs to them."""
    first = last = best
    if best + 1 < len(lines) and _is_part(lines[best + 1][1], lines[best][1], mapping):
        last = best + 1
    elif best > 0 and _is_part(lines[best - 1][1], lines[best][1], mapping):
        first = best - 1
    return first, last


def _is_part(cells: Sequence[str], best: Sequence[str], mapping: Mapping[str, str]) -> bool:
    filled = [cell for cell in cells if cell]
    meant = [at for at, cell in enumerate(cells) if cell and (_meant(cell, mapping) or kind_named(cell))]
    known = [*meant, *(at for at, cell in enumerate(cells) if cell and at not in meant and is_not_kept(cell))]
    # A repeated row of headings stands in the same places; a second row of them stands where the first one has gaps.
    fills = any(at >= len(best) or not best[at] or _meant(best[at], mapping) is None for at in known)
    return bool(meant) and len(known) >= 2 and len(known) * 2 > len(filled) and fills


def _stacks(rows: Sequence[Sequence[str]]) -> dict[int, list[str]]:
    """Return the headings of each column, from above, by its place; columns without any are left out."""
    stacks = {at: [row[at] for row in rows if at < len(row) and row[at]] for at in range(max(len(row) for row in rows))}
    return {at: stack for at, stack in stacks.items() if stack}


def _roles(heads: Sequence[Sequence[str]], below: Sequence[Sequence[str]], mapping: Mapping[str, str]) -> dict[int, Part | None]:
    """Return the columns of names by role, or of authors, in a table of works; none in one that names people in another column too."""
    stacks = _stacks(heads)
    headings = {at: stack[-1] for at, stack in stacks.items()}
    roles: dict[int, Part | None] = {**roles_of(headings, below, mapping)}
    if not roles and not any(names_key_of_person(stack[-1]) for stack in stacks.values()):
        roles = dict.fromkeys(authors_of(headings, below, mapping))
    others = {_meant(stack[-1], mapping) for at, stack in stacks.items() if at not in roles}
    return {} if others & {*heading_words.NAMES, "email", "orcid"} - {"given_name"} else roles


def _columns(rows: Sequence[Sequence[str]], mapping: Mapping[str, str], roles: Mapping[int, Part | None]) -> Iterator[Column]:
    """Yield the columns of one or two rows of headings; a repeated column of items begins the next item of the row."""
    seen: dict[tuple[str, str], int] = {}
    above: list[str] = [""]
    for at, stack in _stacks(rows).items():
        if at in roles:
            yield Column(at, stack[-1], heading_words.NAMES_IN_A_ROLE, part=roles[at])
            continue
        over = next((cell for cell in stack[:-1] if kind_named(cell)), "")
        above += [over] if over != above[-1] else []
        column = _column(at, stack, mapping)
        if column.field in heading_words.ITEMS and not column.group:
            place = (column.field or "", over)
            column = replace(column, group=seen.get(place, 0) + APART * (len(above) - 1 if over else 0))
            seen[place] = seen.get(place, 0) + 1
        # In a list of works a key is that of the work.
        yield replace(column, field=None) if roles and column.field == "key" and mapped(column.heading, mapping) is None else column


def _column(at: int, stack: Sequence[str], mapping: Mapping[str, str]) -> Column:
    """Return the column under the headings ``stack``, from above; one that a number tells has its group already."""
    heading = stack[-1]
    kind = next((found for cell in stack[:-1] if (found := kind_named(cell))), None)
    if any(names_consent(cell) for cell in stack[:-1]) and not _is_left_out(heading, mapping):
        return Column(at, heading, consent_field(heading))
    meant = _meant(heading, mapping) or next((field for cell in stack[:-1] if (field := _meant(cell, mapping))), None)
    if kind and meant in {"given_name", "display_name"}:
        meant = "title"  # the name of the thing that is told of, not of the person
    part = code_said(Part, heading, heading=True) if kind and meant in {None, "part"} and not _is_left_out(heading, mapping) else None
    if kind and part:
        return Column(at, heading, "title", LISTED + at, kind, listed=True, part=part)
    if meant is None and lists_works(heading) and not _is_left_out(heading, mapping):
        kind = kind or kind_asked_for(heading)
        likely = kind or next(iter(kinds_in_heading(heading)), EvidenceKind.PUBLICATION)
        return Column(at, heading, "title", LISTED + at, likely, listed=True, open_kind=kind is None)
    own = _kind_of_works(heading) if meant in {"title", None} and not _is_left_out(heading, mapping) else None
    if meant is None and own is not None:
        listed = (kind_named(heading) is not None or "?" in heading or not names_one(heading)) and kind is None
        several = names_any_work(heading) or len(kinds_in_heading(heading)) > 1
        part = part_of_heading(heading) if own is EvidenceKind.PROGRAMME and not is_question(heading) else None
        return Column(at, heading, "title", LISTED + at if listed else 0, own, listed, part=part, open_kind=several)
    group = numbered(heading)[1] if meant in heading_words.ITEMS and field_of(heading) is None else 0
    if meant not in heading_words.ITEMS:
        return Column(at, heading, meant)
    return Column(at, heading, meant, group, kind or own, open_kind=own is not None and names_any_work(heading) and kind is None)


def _kind_of_works(heading: str) -> EvidenceKind | None:
    """Return the kind of the works below a heading: one in brackets says what they are more closely."""
    if names_any_work(heading) and (inside := kinds_in_heading(heading)):
        return inside[0]
    return kind_of_title(heading) or (None if "?" in heading else kind_of_heading(heading))


def _is_left_out(heading: str, mapping: Mapping[str, str]) -> bool:
    return bool(mapping) and mapped(heading, mapping) is not None


def _meant(heading: str, mapping: Mapping[str, str]) -> str | None:
    said = mapped(heading, mapping) if mapping else None
    if said is not None:
        return said if said in heading_words.HEADINGS else None
    return field_of(heading) or _meant_without_number(heading)


def _meant_without_number(heading: str) -> str | None:
    bare, number = numbered(heading)
    field = field_of(bare) if number else None
    return field if field in heading_words.ITEMS or number == 1 else None


def _completed(columns: list[Column]) -> list[Column]:
    """Return ``columns`` where a heading means more because another is missing.

    "Tên" alone, without "Họ", is the whole name; "role" at an employer, or what the work was, without a title is the title.
    """
    fields = {column.field for column in columns}
    if "given_name" in fields and not fields & {"family_name", "family_and_middle_name", "display_name"}:
        columns = [replace(each, field="display_name") if each.field == "given_name" else each for each in columns]
    columns = _with_role_at_employer(columns)
    columns = _with_title_of_the_only_work(_with_title_beside_kind(columns))
    if {"kind", "display_name", "given_name"} <= fields and not fields & {"title", *heading_words.NAME_PARTS}:
        columns = [replace(each, field="title") if each.field == "given_name" else each for each in columns]  # whose it is, stands beside
    fields = {column.field for column in columns}
    texts = [column for column in columns if column.field == "text"]
    in_text = names_work(texts[0].heading) or "kind" in fields if texts else False
    if len(texts) == 1 and in_text and not fields & {"title", "part"}:
        columns = [replace(each, field="title") if each.field == "text" else each for each in columns]
    return columns


def _with_role_at_employer(columns: list[Column]) -> list[Column]:
    """Return ``columns`` where a role beside an employer is what somebody is there: works, if any, are listed in columns of their own."""
    own = [column for column in columns if not column.listed and column.group < APART]
    employer, role = ([column for column in own if column.field == field] for field in ("organisation", "part"))
    fields = {column.field for column in own}
    listed = any(column.listed for column in columns)
    if not employer or not role or fields & {"title", "kind"} or (listed and [each.at for each in role] != [employer[0].at + 1]):
        return columns
    return [replace(each, field="title") if each in role else each for each in columns]


def _with_title_beside_kind(columns: list[Column]) -> list[Column]:
    """Return ``columns`` where the one of works, such as "Công trình", is the title of the item whose kind or part another says."""
    listed = [column for column in columns if column.listed]
    kinds = [column for column in columns if column.field == "kind" and column.group < APART]
    parts = [column for column in columns if column.field == "part" and column.group < APART and listed and column.at > listed[0].at]
    beside = kinds or parts
    if len(beside) != 1 or len(listed) != 1 or not lists_works(listed[0].heading):
        return columns
    if any(column.field == "title" and column.group == beside[0].group for column in columns):
        return columns
    title = replace(listed[0], group=beside[0].group, kind=None if kinds else listed[0].kind, listed=False)
    return [title if column is listed[0] else column for column in columns]


def _with_title_of_the_only_work(columns: list[Column]) -> list[Column]:
    """Return ``columns`` of a list of works, by keys of people, where the one that lists works is of the item that others tell of."""
    listed = [column for column in columns if column.listed]
    beside = [column for column in columns if column.field in heading_words.ITEMS and column.group == 0 and not column.listed]
    named = any(column.field in heading_words.NAMES for column in columns)
    if named or len(listed) != 1 or not beside or any(column.field == "title" for column in beside):
        return columns
    return [replace(column, group=0, listed=False) if column is listed[0] else column for column in columns]


def _check_clashes(columns: Sequence[Column]) -> None:
    meant = [(column.field, column.group) for column in columns if column.field and column.field not in _REPEATED]
    double = [column.heading for column in columns if column.field and meant.count((column.field, column.group)) > 1]
    if double:
        named = ", ".join(f"“{heading[:60]}”" for heading in double)
        raise Unreadable(
            f"Columns that mean the same: {named}. Keep one, or say by a mapping what each means.",
            f"Các cột trùng nghĩa: {named}. Hãy giữ lại một cột, hoặc dùng bảng ghép cột để chỉ rõ từng cột.",
        )
