"""Rows of a table that is kept by columns, found without going through the whole of it: that table holds everybody.

Each column is in the order of the rows.
"""

from collections.abc import Iterable

import numpy as np
import scipy.sparse as sp


def rows_of(table: sp.csc_array, start: int, stop: int) -> sp.csr_array:
    """Return the rows of ``table`` from ``start`` up to ``stop``, exclusive."""
    first, last = (_places(table, row) for row in (start, stop))
    counts = last - first
    ahead = np.cumsum(counts) - counts
    found = np.arange(int(counts.sum())) + np.repeat(first - ahead, counts)
    columns = np.repeat(np.arange(table.shape[1]), counts)
    return sp.csr_array((table.data[found], (table.indices[found] - start, columns)), shape=(stop - start, table.shape[1]))


def values_at(table: sp.csc_array, row: int, columns: Iterable[int]) -> dict[int, float]:
    """Return what stands in ``row`` under each of a few ``columns`` where something does, by column."""
    found = {}
    for column in columns:
        rows = table.indices[table.indptr[column] : table.indptr[column + 1]]
        place = int(rows.searchsorted(row))
        if place < len(rows) and rows[place] == row:
            found[column] = float(table.data[table.indptr[column] + place])
    return found


def _places(table: sp.csc_array, row: int) -> np.ndarray:
    """Return where in each column what stands at ``row`` or below it begins: a search by halves, in all columns at once."""
    low, high = (ends.astype(np.int64) for ends in (table.indptr[:-1], table.indptr[1:]))
    while (waiting := np.flatnonzero(low < high)).size:
        middle = (low[waiting] + high[waiting]) // 2
        above = table.indices[middle] < row
        low[waiting[above]] = middle[above] + 1
        high[waiting[~above]] = middle[~above]
    return low
