"""How the columns of a table share the width that there is, whatever it is measured in."""

from collections.abc import Callable

from service.selection.dossiers.contents import Table

_LONGEST_WORD, _WIDEST = 0.25, 0.65
"""Shares of the width beyond which no word and no cell makes its column wider: it is broken instead."""


def shared_widths(table: Table, room: float, measured: Callable[[str], float]) -> tuple[float, ...]:
    """Return how wide columns are: none narrower than its longest word, the rest shared by what their longest cells would take."""
    columns = list(zip(table.columns, *table.rows, strict=True))
    least = [min(max(measured(word) for cell in column for word in cell.split() or ("",)), _LONGEST_WORD * room) for column in columns]
    wanted = [min(max(measured(cell) for cell in column), _WIDEST * room) for column in columns]
    more = [max(want - need, 0.0) for want, need in zip(wanted, least, strict=True)]
    spare = room - sum(least)
    if spare < 0:
        return tuple(need * room / sum(least) for need in least)
    share = min(spare / sum(more), 1.0) if any(more) else 0.0
    return tuple(need + share * extra for need, extra in zip(least, more, strict=True))
