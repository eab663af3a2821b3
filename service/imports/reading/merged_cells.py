"""Merged cells among the headings: rows that they join, words that they spread over several columns, and those below the headings."""

from collections.abc import Iterator, Sequence

from service.imports.reading.sheets import Place

Line = tuple[int, list[str]]
_MOST_HEADS = 4
_GROUPS = 3  # cells merged across, in the row above the headings: they head groups of columns


def with_merged(lines: Sequence[Line], first: int, last: int, merged: Sequence[tuple[Place, Place]]) -> tuple[int, int]:
    """Return the rows of headings with those that merged cells reach from them or to them, four at most."""
    places = {number - 1: at for at, (number, _) in enumerate(lines)}
    top, bottom = lines[first][0] - 1, lines[last][0] - 1
    for (upper, _), (lower, _) in merged:
        if upper < lower and lower - upper < _MOST_HEADS and upper <= bottom and lower >= top:
            first, last = min(first, places.get(upper, first)), max(last, places.get(lower, last))
    over = [(left, right) for (upper, left), (lower, right) in merged if upper == lower == lines[first][0] - 2 and left < right]
    if len(over) >= _GROUPS and first and lines[first - 1][0] == lines[first][0] - 1:
        first -= 1
    if first == last and _is_below_merged(lines, last, merged):
        last += 1
    return (first, last) if last - first < _MOST_HEADS else (first, first + _MOST_HEADS - 1)


def _is_below_merged(lines: Sequence[Line], at: int, merged: Sequence[tuple[Place, Place]]) -> bool:
    """Return whether the row below the headings has words below cells alone that are merged across, two at least: it divides them."""
    row = lines[at][0] - 1
    below = {place for (top, left), (low, right) in merged if top == low == row and left < right for place in range(left, right + 1)}
    if not below or at + 1 >= len(lines) or lines[at + 1][0] != row + 2:
        return False
    cells = lines[at + 1][1]
    filled = [place for place, cell in enumerate(cells) if cell]
    return len(filled) > 1 and below.issuperset(filled) and not any(letter.isdigit() for cell in cells for letter in cell)


def spread(number: int, cells: list[str], merged: Sequence[tuple[Place, Place]]) -> list[str]:
    """Return ``cells`` with the words of cells that are merged across columns in each of them."""
    found = list(cells)
    for (top, left), (bottom, right) in merged:
        if top <= number - 1 <= bottom and 0 <= left < len(found) and top == number - 1:
            for at in range(left + 1, min(right + 1, len(found))):
                found[at] = found[at] or found[left]
    return found


def below_merged(start: Place, end: Place, heads: int) -> Iterator[Place]:
    """Yield the places of a merged cell that continue it downwards, below the row number ``heads``."""
    if start[0] + 1 > heads:
        for row in range(start[0] + 1, min(end[0], start[0] + 100_000) + 1):
            yield row, start[1]
