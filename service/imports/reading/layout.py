"""Finds the headings of a table: below titles, over two rows, in merged cells, repeated for several items in one row."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from models.vocabulary import EvidenceKind
from service.imports.faults import Unreadable
from service.imports.reading import heading_words
from service.imports.reading.headings import field_of, mapped, numbered
from service.imports.reading.sheets import MOST_COLUMNS, Place, too_many_columns
from service.imports.reading.words import kind_named, kind_of_title

Line = tuple[int, list[str]]


@dataclass(frozen=True, slots=True)
class Column:
    """``at`` is its place, from 0; ``field`` what it means, or None; ``group`` which of several items in one row it belongs to.

    ``kind`` is what the item is, where a heading above several columns says it.
    """

    at: int
    heading: str
    field: str | None
    group: int = 0
    kind: EvidenceKind | None = None


@dataclass(frozen=True)
class Heads:
    """The headings: ``last`` is the place of their last row among the lines, ``spans`` are merged cells below it."""

    columns: Sequence[Column]
    last: int
    spans: Mapping[Place, Place]


def find_heads(lines: Sequence[Line], mapping: Mapping[str, str], merged: Sequence[tuple[Place, Place]]) -> Heads | None:
    """Return the headings among the first ``lines``, or None where none is known; raises ``Unreadable`` for columns that clash."""
    known = [sum(_meant(cell, mapping) is not None for cell in cells) for _, cells in lines]
    if not known or not max(known):
        return None
    best = known.index(max(known))
    first, last = _with_neighbours(lines, best, mapping)
    columns = list(_columns([_spread(*lines[at], merged) for at in range(first, last + 1)], mapping))
    if len(columns) > MOST_COLUMNS:
        raise too_many_columns()
    columns = _completed(columns)
    _check_clashes(columns)
    below = lines[last][0]
    spans = {(row, column): start for start, end in merged for row, column in _below(start, end, below)}
    return Heads(columns, last, spans)


def repeats_heads(cells: Sequence[str], heads: Heads) -> bool:
    """Return whether a row says the headings again, as lists of several pages do."""
    filled = sum(1 for cell in cells if cell)
    same = sum(1 for each in heads.columns if each.at < len(cells) and cells[each.at].casefold() == each.heading.casefold())
    return same >= 2 and same * 2 >= filled


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
    known = [at for at, cell in enumerate(cells) if cell and (_meant(cell, mapping) or kind_named(cell))]
    # A repeated row of headings stands in the same places; a second row of them stands where the first one has gaps.
    fills = any(at >= len(best) or not best[at] or _meant(best[at], mapping) is None for at in known)
    return len(known) >= 2 and len(known) * 2 > len(filled) and fills


def _spread(number: int, cells: list[str], merged: Sequence[tuple[Place, Place]]) -> list[str]:
    """Return ``cells`` with the words of cells that are merged across columns in each of them."""
    found = list(cells)
    for (top, left), (bottom, right) in merged:
        if top <= number - 1 <= bottom and 0 <= left < len(found) and top == number - 1:
            for at in range(left + 1, min(right + 1, len(found))):
                found[at] = found[at] or found[left]
    return found


def _columns(rows: Sequence[Sequence[str]], mapping: Mapping[str, str]) -> Iterator[Column]:
    """Yield the columns of one or two rows of headings; a repeated column of items begins the next item of the row."""
    seen: dict[str, int] = {}
    for at in range(max(len(row) for row in rows)):
        stack = [row[at] for row in rows if at < len(row) and row[at]]
        if not stack:
            continue
        heading = stack[-1]
        meant = _meant(heading, mapping) or next((field for cell in stack[:-1] if (field := _meant(cell, mapping))), None)
        kind = next((found for cell in stack[:-1] if (found := kind_named(cell))), None)
        kind = kind or (kind_of_title(heading) if meant == "title" else None)
        if meant in heading_words.ITEMS:
            group = numbered(heading)[1] if field_of(heading) is None else seen.get(meant, 0)
            seen[meant] = seen.get(meant, 0) + 1
            yield Column(at, heading, meant, group, kind)
        else:
            yield Column(at, heading, meant)


def _meant(heading: str, mapping: Mapping[str, str]) -> str | None:
    said = mapped(heading, mapping) if mapping else None
    if said is not None:
        return said if said in heading_words.HEADINGS else None
    return field_of(heading) or _meant_without_number(heading)


def _meant_without_number(heading: str) -> str | None:
    bare, number = numbered(heading)
    field = field_of(bare) if number else None
    return field if field in heading_words.ITEMS else None


def _completed(columns: list[Column]) -> list[Column]:
    """Return ``columns`` where "Tên" alone, without "Họ", is the whole name."""
    fields = {column.field for column in columns}
    if "given_name" in fields and not fields & {"family_name", "display_name"}:
        return [Column(each.at, each.heading, "display_name") if each.field == "given_name" else each for each in columns]
    return columns


def _check_clashes(columns: Sequence[Column]) -> None:
    meant = [(column.field, column.group) for column in columns if column.field]
    double = [column.heading for column in columns if column.field and meant.count((column.field, column.group)) > 1]
    if double:
        named = ", ".join(f"“{heading[:60]}”" for heading in double)
        raise Unreadable(
            f"Columns that mean the same: {named}. Keep one, or say by a mapping what each means.",
            f"Các cột trùng nghĩa: {named}. Hãy giữ lại một cột, hoặc dùng bảng ghép cột để chỉ rõ từng cột.",
        )


def _below(start: Place, end: Place, heads: int) -> Iterator[Place]:
    """Yield the places of a merged cell that continue it downwards, below the row number ``heads``."""
    if start[0] + 1 > heads:
        for row in range(start[0] + 1, min(end[0], start[0] + 100_000) + 1):
            yield row, start[1]
